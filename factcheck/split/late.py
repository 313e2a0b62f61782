"""A regular expression that is compiled when it is first needed: at the start most texts need few."""

import re


class Late:
    """Stands for a pattern; compiled on first use, which saves a cold start some milliseconds each."""

    __slots__ = ("_compiled", "_flags", "_words")

    def __init__(self, words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._words = words
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        if self._compiled is None:
            self._compiled = re.compile(self._words, self._flags)
        return self._compiled.match(text, start, len(text) if end is None else end)
