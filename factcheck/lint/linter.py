"""All rules over one draft."""

from factcheck.lint import (
    age,
    conversion,
    late_date,
    number_twice,
    open_quote,
    percentage,
    quotation_twice,
    spelling,
    sums,
    weekday,
)
from factcheck.lint.reading import reading
from factcheck.model import Article, LintMark, Split

_RULES = (
    weekday.marks,
    spelling.marks,
    number_twice.marks,
    sums.marks,
    percentage.marks,
    age.marks,
    late_date.marks,
    conversion.marks,
    quotation_twice.marks,
    open_quote.marks,
)


def lint(article: Article, split: Split) -> tuple[LintMark, ...]:
    """Every two places of the article that do not agree, in reading order.

    Args:
        article: the draft.
        split: its claims, as `factcheck.split.split` made them.
    """
    draft = reading(article, split)
    found = [mark for rule in _RULES for mark in rule(draft)]
    return tuple(sorted(found, key=lambda mark: (mark.first, mark.rule)))
