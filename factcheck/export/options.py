"""How a sheet is written, where a format leaves a choice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.vocabulary import Finding
from factcheck.config import Config


class Rows(StrEnum):
    """What a row of a table stands for."""

    CLAIMS = "claims"
    """One row a claim, its sources joined."""
    CITATIONS = "citations"
    """One row a citation; a claim that cites nothing has one row."""


class Audience(StrEnum):
    """Whom an annotated copy is for."""

    EDITOR = "editor"
    """Everything."""
    WRITER = "writer"
    """What the writer is asked, and the wording proposed."""
    LEGAL = "legal"
    """Everything, allegations first, with the responses."""

    @property
    def whom(self) -> str:
        """The audience as a sentence names it: the editor, legal."""
        return "legal" if self is Audience.LEGAL else f"the {self}"


def _same(text: str) -> str:
    return text


@dataclass(frozen=True)
class Original:
    """The file that the draft was read from, for formats that write on a copy of it."""

    content: bytes
    name: str
    """Name of the file."""
    cleaned: Callable[[str], str] = _same
    """Takes out of its comments and properties what a sheet must not hold."""
    worded: Callable[[str], str] = _same
    """As `cleaned`, where what the draft itself says may stand."""


@dataclass(frozen=True)
class Publisher:
    """Who publishes reviews of claims, and in which words."""

    organization: str = ""
    url: str = ""
    """Address of the page that the reviews are published on."""
    labels: Mapping[Finding, str] = field(default_factory=dict)
    """The house's own words for ratings."""

    @classmethod
    def of(cls, config: Config, organization: str = "", url: str = "") -> "Publisher":
        """The publisher of the settings; what is given takes the place of what they say."""
        labels = {Finding(word): label for word, label in config.ratings.items()}
        return cls(organization or config.organization, url or config.url, labels)


@dataclass(frozen=True)
class Options:
    """The choices; every format takes what concerns it and leaves the rest."""

    rows: Rows = Rows.CLAIMS
    raw: bool = False
    """Table cells exactly as stored, also those that a spreadsheet would run as a formula."""
    audience: Audience = Audience.EDITOR
    original: Original | None = None
    publisher: Publisher = Publisher()


PLAIN = Options()
"""What a sheet is written with when nobody chose."""
