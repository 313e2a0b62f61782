"""What a detector hands over: a check point before it belongs to a claim."""

from typing import NamedTuple

from db.vocabulary import CheckKind


class Found(NamedTuple):
    """One thing to tick off, found in the text."""

    start: int
    end: int
    kind: CheckKind
    remark: str = ""
    """What was worked out about it: the date that it resolves to, a weekday that does not fit…"""
    rule: str = ""
    """Which rule found it."""
    firm: bool = True
    """False for a time too vague to tick off (“these years”): it only holds its words together."""
