"""What was said in this session: every message with its time, so that it can be read again."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

SIGNS: dict[str, str] = {"": "", "warning": "! ", "error": "✗ "}
"""Before a message, by its tone, so that it reads without colour."""
TONES: dict[str, str] = {"warning": "$text-warning", "error": "bold $text-error"}
"""The style of a message, by its tone."""


class Said(NamedTuple):
    """One sentence for the status line."""

    text: str
    tone: str = ""
    """Empty, `warning` or `error`: a style, and a sign beside it."""


class Logged(NamedTuple):
    """A message that was shown."""

    at: datetime
    """When it was said last."""
    said: Said
    times: int = 1
    """How often it was said in a row."""

    @property
    def line(self) -> str:
        """The message as it is copied."""
        severity = f"{self.said.tone}: " if self.said.tone else ""
        return f"{self.at:%H:%M:%S} {severity}{self.said.text}{self.again}"

    @property
    def again(self) -> str:
        """How often it was said in a row, where more than once."""
        return f" (×{self.times})" if self.times > 1 else ""


class MessageLog:
    """The messages of a session, each one once however often it is said in a row."""

    def __init__(self) -> None:
        self._logged: list[Logged] = []

    def __iter__(self) -> Iterator[Logged]:
        """The latest first."""
        return reversed(self._logged)

    def __len__(self) -> int:
        return len(self._logged)

    def add(self, said: Said, at: datetime) -> None:
        """Keep a message; an empty one only clears the status line."""
        if not said.text:
            return
        last = self._logged[-1] if self._logged else None
        if last is not None and last.said == said:
            self._logged[-1] = Logged(at, said, last.times + 1)
        else:
            self._logged.append(Logged(at, said))

    def count(self, tone: str) -> int:
        """Messages of a tone."""
        return sum(logged.said.tone == tone for logged in self._logged)
