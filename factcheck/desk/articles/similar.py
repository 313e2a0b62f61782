"""Which article a text looks like a new draft of."""

import re
from collections.abc import Iterable

from factcheck.text import folded

_PROBES = 40
"""Stretches of the new text that are looked for in each old one."""
_RUN = re.compile(r"[^\W_]+(?: [^\W_]+){5,11}")
"""Six to twelve words without a mark between them: quotes and dashes may change between formats."""
_ENOUGH = 0.3
"""Share of the stretches that two drafts of one piece have in common at least."""
_ENOUGH_WITH_TITLE = 0.1
"""The same, where the titles are equal."""


def likest(title: str, text: str, others: Iterable[tuple[str, str, str]]) -> str | None:
    """The slug of the article whose text holds most of a text's stretches; None when none holds enough.

    Args:
        title: of the new text.
        text: the new text.
        others: slug, title and text of the articles to compare with.
    """
    probes = _probes(text)
    wanted = folded(title)
    best, best_share = None, 0.0
    for slug, other_title, other in others:
        share = sum(probe in other for probe in probes) / len(probes) if probes else 0.0
        same_title = bool(wanted) and folded(other_title) == wanted
        enough = _ENOUGH_WITH_TITLE if same_title else _ENOUGH
        # Texts too short for stretches are known by their title alone.
        if (share >= enough or (same_title and not probes)) and share >= best_share:
            best, best_share = slug, share
    return best


def _probes(text: str) -> list[str]:
    runs = _RUN.findall(text)
    step = max(1, len(runs) // _PROBES)
    return runs[::step][:_PROBES]
