"""The claim sheet: all that is handed over about one article, as one document with a schema version."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from db.vocabulary import BlockKind, CheckKind, Finding, FixState, Flag, ReviewState
from factcheck.model import (
    Block,
    CitationFields,
    Contact,
    Event,
    Note,
    Passage,
    Progress,
    Query,
    SourceFields,
    Span,
    Speaker,
    Text,
    TickedPoint,
    Value,
)
from factcheck.model.base import FirstFault, value

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA_VERSION: Literal["1.1"] = "1.1"
"""Since 1.1 a source's kind and a citation's tier, stance and kind of locator may be null."""


def claim_label(number: int) -> str:
    """A claim's name in print, which no spreadsheet takes for a number or a date: C007."""
    return f"C{number:03d}"


def source_label(number: int) -> str:
    """A source's name in print: S12."""
    return f"S{number}"


@value
class Part(Value):
    """A part of a sheet; the sentences under its fields are published in the JSON Schema."""


@value
class TextQuoteSelector(Part):
    """Where words stand, by the words themselves and their surroundings (W3C Web Annotation)."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: Text
    prefix: Text
    suffix: Text


@value
class TextPositionSelector(Part):
    """Where words stand, by Unicode code points from the start of the draft (W3C Web Annotation)."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


@value
class SheetArticle(Part):
    """The piece that the sheet is about."""

    slug: str
    title: Text
    outlet: Text = ""
    byline: Text = ""
    published: date | None = None
    """Publication date as the file stated it."""
    deadline: datetime | None = None
    added_at: datetime
    archived: bool = False


@value
class SheetDraft(Part):
    """One version of the text; the current one comes with its text and blocks."""

    number: int
    digest: str
    """SHA-256 of the text in UTF-8."""
    source_name: Text
    format: str
    imported_by: str
    imported_at: datetime
    words: int
    encoding: str = ""
    original_digest: str = ""
    """SHA-256 of the file that it was read from."""
    text: Text = ""
    blocks: Annotated[tuple[Block, ...], FirstFault()] = ()
    original: str = ""
    """The file itself in base64, so that another desk has it; only where the sheet is confidential."""


@value
class SignOff(Part):
    """Who signed the sheet, and for which exact text; empty while nobody has."""

    by: str = ""
    at: datetime | None = None
    draft: int | None = None
    digest: str = ""
    """SHA-256 of the text that was signed."""

    @property
    def is_signed(self) -> bool:
        """Whether the current draft stands signed off."""
        return self.at is not None


@value
class SheetCitation(CitationFields):
    """The link of a claim to a source of the sheet."""

    id: int
    source: int
    """Id of the source, in the sheet's list of sources."""
    added_by: str
    added_at: datetime
    version: int = 1
    withheld: bool = False
    """True when words of it were left out to protect the source."""


@value
class SheetSource(SourceFields):
    """A source that claims of the sheet cite."""

    id: int
    cited_by: tuple[int, ...]
    """Numbers of the claims that cite it, in the order of the sheet."""
    contacts: tuple[Contact, ...] = ()
    """Attempts to reach the person."""
    withheld: bool = False
    """True when its name, contact or address was left out."""
    version: int = 1


@value
class SheetClaim(Part):
    """One claim with everything that was found about it."""

    number: int
    """Stable number in the article, never used twice."""
    text: Text
    """The exact words, `draft.text[start:end]`."""
    start: int
    """First code point in the draft."""
    end: int
    """One past the last code point."""
    parts: tuple[Span, ...]
    """The words that make the claim, where it is not one stretch."""
    selectors: tuple[TextQuoteSelector, TextPositionSelector]
    draft: int
    """Number of the draft that its place belongs to."""
    lost: bool = False
    """True when the current draft no longer holds it."""
    section: Text = ""
    """Words of the heading that it stands under."""
    block: BlockKind | None = None
    """What it stands in on the page; none for a lost claim."""
    block_number: int | None = None
    """Which one of its kind that block is, counted from 1."""
    parent: int | None = None
    """Number of the claim that it is nested in."""
    restatement: Text = ""
    speaker: Speaker | None = None
    kinds: tuple[CheckKind, ...] = ()
    check_points: tuple[TickedPoint, ...] = ()
    priority: int = 0
    reasons: tuple[str, ...] = ()
    finding: Finding = Finding.UNCHECKED
    flags: tuple[Flag, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    decided_text: Text = ""
    """The exact words that the finding was made for."""
    decided_digest: str = ""
    """SHA-256 of `decided_text`; empty before a decision."""
    recheck_reason: Text = ""
    waiting_on: Text = ""
    waiting_since: date | None = None
    proposed_text: Text = ""
    fix: FixState | None = None
    fix_by: str = ""
    fix_at: datetime | None = None
    fix_reason: Text = ""
    review: ReviewState | None = None
    review_by: str = ""
    review_at: datetime | None = None
    review_reason: Text = ""
    assignee: str = ""
    expires: date | None = None
    citations: tuple[SheetCitation, ...] = ()
    notes: tuple[Note, ...] = ()
    open: bool = True
    """Whether somebody still has to decide: unchecked, waiting, or to be rechecked."""
    version: int = 1
    """Version of the claim on the desk; tells on reading back whether somebody changed it meanwhile."""

    @property
    def label(self) -> str:
        """The claim's name in print: C007."""
        return claim_label(self.number)


@dataclass(frozen=True, kw_only=True)  # not slotted: it keeps two dictionaries that are made when asked for
class ClaimSheet(Part):
    """The claim sheet of one article."""

    schema_version: Literal["1.0", "1.1"] = SCHEMA_VERSION
    program: str
    """Name and version of the program that made it."""
    exported_at: datetime
    exported_by: str
    confidential: bool = False
    """True when it holds names, contacts and notes that are normally left out."""
    selection: Text = ""
    """Which claims were asked for, in words; empty when the sheet holds all of them."""
    article: SheetArticle
    sign_off: SignOff
    progress: Progress
    """Of the whole article, also where the sheet holds a selection."""
    draft: SheetDraft
    """The current draft with its text."""
    earlier_drafts: Annotated[tuple[SheetDraft, ...], FirstFault()] = ()
    """Oldest first; those that lost claims stand in have their text where the sheet is confidential."""
    checkers: tuple[str, ...] = ()
    """Everybody who decided a claim of the sheet."""
    reviewers: tuple[str, ...] = ()
    """Everybody who reviewed one."""
    claims: Annotated[tuple[SheetClaim, ...], FirstFault()]
    """In reading order, lost ones last."""
    set_aside: Annotated[tuple[Passage, ...], FirstFault()] = ()
    """Passages that are no claim, with the reason."""
    sources: Annotated[tuple[SheetSource, ...], FirstFault()] = ()
    """In the order in which the claims first cite them."""
    queries: Annotated[tuple[Query, ...], FirstFault()] = ()
    """Questions to the writer; those without a claim are about the whole piece."""
    history: Annotated[tuple[Event, ...], FirstFault()] = ()
    """Everything done on the article, oldest first."""
    withheld: int = 0
    """How often a name, a contact or what would tell one was taken out of the texts of the sheet."""

    @cached_property
    def sources_by_id(self) -> dict[int, SheetSource]:
        """The sources by the id that citations hold."""
        return {source.id: source for source in self.sources}

    @cached_property
    def queries_by_claim(self) -> dict[int | None, tuple[Query, ...]]:
        """The queries by claim number; None holds those about the whole piece."""
        found: dict[int | None, tuple[Query, ...]] = {}
        for query in self.queries:
            found[query.claim] = (*found.get(query.claim, ()), query)
        return found


@cache
def adapter() -> "TypeAdapter[ClaimSheet]":
    """Return what reads and writes a claim sheet as JSON, and knows its schema."""
    from pydantic import TypeAdapter

    return TypeAdapter(ClaimSheet)


def schema() -> dict[str, Any]:
    """The JSON Schema of a claim sheet, as it is published."""
    made = adapter().json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Claim sheet", **made}
