"""A regular expression that is compiled when it is first needed: at the start most texts need few."""

import re
from collections.abc import Callable


class LazyPattern:
    """Stands for a pattern; compiled on first use, which saves a cold start some milliseconds each."""

    __slots__ = ("_flags", "_words", "match")

    match: Callable[..., re.Match[str] | None]
    """As `re.Pattern.match`: it is that method from the first call on."""

    def __init__(self, words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._words = words
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., re.Match[str] | None]:
        """The method `match`, asked for when it is not there yet."""
        if name != "match":
            raise AttributeError(name)
        self.match = re.compile(self._words, self._flags).match
        return self.match
