"""Whether a text is in English: the only language whose grammar the splitter knows."""

import re

from factcheck.split.lexicon import listed

_COMMONEST = listed("words/english")
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.18
"""Share of these words below which a text is not English; English prose has about twice as many."""
_ENOUGH = 30
"""Words of the shortest text that its words can tell about."""
_SAMPLE = 2_000
"""Characters that are looked at."""

REMARK = "The text does not look like English: each sentence is one claim, and speakers are not looked for."


def english(text: str, language: str = "") -> bool:
    """Whether text is English, by the tag that its file states, else by its commonest words.

    Args:
        text: the draft.
        language: BCP 47 tag; empty when the file states none.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _ENOUGH:
        return not language or language.lower().startswith("en")
    share = sum(map(_COMMONEST.__contains__, words)) / len(words)
    return share >= _SHARE
