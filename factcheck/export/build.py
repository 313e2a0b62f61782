"""From the desk's values to a claim sheet; what must be left out is left out here, before any writer."""

from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import BlockKind, SourceKind
from factcheck import __version__
from factcheck.export.redact import Redactor
from factcheck.export.sheet import (
    ClaimSheet,
    SheetArticle,
    SheetCitation,
    SheetClaim,
    SheetDraft,
    SheetSource,
    SignOff,
    TextPositionSelector,
    TextQuoteSelector,
)
from factcheck.model import (
    ArticleRow,
    Block,
    Claim,
    ClaimFilter,
    Contact,
    Draft,
    DraftRow,
    Event,
    Passage,
    Query,
    Source,
)
from factcheck.model.base import field_names
from factcheck.text import digest

if TYPE_CHECKING:
    from factcheck.desk import Desk

_TRIES = 3
"""How often the desk is read again when somebody changed it meanwhile."""

_SURROUNDINGS = 48
"""Characters before and after a claim's words that its selector keeps."""


class Material(NamedTuple):
    """What the desk holds about one article, as a sheet needs it."""

    article: ArticleRow
    draft: Draft
    """The current draft."""
    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...] = ()
    queries: tuple[Query, ...] = ()
    history: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Source, ...] = ()
    """Every source of the desk: what they must not be known by is taken out of all free text."""
    drafts: tuple[DraftRow, ...] = ()
    """All drafts, the current one too."""
    former: tuple[Draft, ...] = ()
    """Earlier drafts that lost claims stand in, with their text."""
    original: bytes = b""
    """The file that the current draft was read from."""


def build_sheet(
    desk: "Desk",
    article: str,
    *,
    include_confidential: bool = False,
    filter: ClaimFilter | None = None,  # noqa: A002 - the word that the desk's own verbs use
    at: datetime | None = None,
) -> ClaimSheet:
    """The claim sheet of an article on the desk.

    Args:
        desk: where it lies.
        article: its slug or a unique beginning of it.
        include_confidential: keep names, contacts and confidential notes that are normally left out.
        filter: only these claims.
        at: moment of the export; now by default.

    Raises:
        NotOnDesk: there is no such article.
    """
    for _ in range(_TRIES):
        token = desk.token()
        material = gather(desk, article, filter, original=include_confidential)
        if desk.token() == token:
            break
    return make_sheet(material, by=desk.person, at=at, confidential=include_confidential, selection=filter)


def gather(
    desk: "Desk", article: str, selection: ClaimFilter | None = None, *, original: bool = False
) -> Material:
    """Everything that a sheet of that article is made from; the file that it was read from where asked for.

    Raises:
        NotOnDesk: there is no such article.
    """
    row = desk.article(article)
    claims = desk.full_claims(row.slug, selection or ClaimFilter())
    if selection is None:
        claims += desk.full_claims(row.slug, ClaimFilter(lost=True))
    former = {claim.draft for claim in claims if claim.draft != row.draft}
    cited = {citation.source.id: citation.source for claim in claims for citation in claim.citations}
    people = sorted(number for number, source in cited.items() if source.kind is SourceKind.PERSON)
    return Material(
        article=row,
        draft=desk.draft(row.slug),
        claims=tuple(claims),
        passages=desk.passages(row.slug),
        queries=desk.queries(row.slug),
        history=tuple(reversed(desk.history(row.slug))),
        contacts=tuple(contact for number in people for contact in desk.contacts(number)),
        sources=tuple(desk.sources()),
        drafts=desk.drafts(row.slug),
        former=tuple(desk.draft(row.slug, number) for number in sorted(former)),
        original=desk.original(row.slug) if original else b"",
    )


def make_sheet(
    material: Material,
    *,
    by: str,
    at: datetime | None = None,
    confidential: bool = False,
    selection: ClaimFilter | None = None,
) -> ClaimSheet:
    """The claim sheet of that material.

    Args:
        material: what the desk holds.
        by: name of the person who exports.
        at: moment of the export; now by default.
        confidential: keep names, contacts and confidential notes that are normally left out.
        selection: what the claims of the material were filtered by, if they were.
    """
    redactor = Redactor(() if confidential else material.sources, material.draft.text)
    claims = _Claims(material, redactor, confidential=confidential)
    numbers = {claim.number for claim in material.claims}
    made = tuple(claims.claim(claim) for claim in material.claims)
    row, draft = material.article, material.draft
    return ClaimSheet(
        program=f"factcheck {__version__}",
        exported_at=at or datetime.now(UTC),
        exported_by=by,
        confidential=confidential,
        selection=redactor.text(describe(selection)),
        article=SheetArticle(**{name: getattr(row, name) for name in field_names(SheetArticle)}),
        sign_off=SignOff(
            by=row.signed_by, at=row.signed_at, draft=row.signed_draft, digest=row.signed_digest
        ),
        progress=row.progress,
        draft=_draft(draft, material.original if confidential else b""),
        earlier_drafts=_earlier(material, confidential=confidential),
        checkers=_names(claim.decided_by for claim in material.claims),
        reviewers=_names(claim.review_by for claim in material.claims),
        claims=made,
        set_aside=material.passages,
        sources=claims.sources(),
        queries=tuple(_query(q, redactor) for q in material.queries if q.claim is None or q.claim in numbers),
        history=tuple(
            event if confidential else redactor.event(event)
            for event in material.history
            if event.claim is None or event.claim in numbers
        ),
    )


class _Claims:
    """Makes the claims of one sheet, and collects the sources that they cite."""

    def __init__(self, material: Material, redactor: Redactor, *, confidential: bool) -> None:
        self._texts = {draft.number: draft.text for draft in (material.draft, *material.former)}
        self._page = _Page(material.draft)
        self._redactor = redactor
        self._confidential = confidential
        self._cited: dict[int, tuple[Source, list[int]]] = {}
        self._contacts: dict[int, list[Contact]] = {}
        for contact in material.contacts:
            self._contacts.setdefault(contact.source, []).append(contact)

    def claim(self, claim: Claim) -> SheetClaim:
        """One claim of the sheet."""
        words = self._redactor.wording
        free = self._redactor.text
        block, block_number = (None, None) if claim.lost else self._page.block_at(claim.start)
        same = {name: getattr(claim, name) for name in _SAME}
        return SheetClaim(
            **same,
            selectors=self._selectors(claim),
            block=block.kind if block else None,
            block_number=block_number,
            restatement=words(claim.restatement),
            decided_digest=digest(claim.decided_text) if claim.decided_text else "",
            recheck_reason=free(claim.recheck_reason),
            waiting_on=free(claim.waiting_on),
            proposed_text=words(claim.proposed_text),
            fix_reason=free(claim.fix_reason),
            review_reason=free(claim.review_reason),
            citations=tuple(self._citations(claim)),
            notes=tuple(
                replace(note, text=free(note.text))
                for note in claim.notes
                if self._confidential or not note.confidential
            ),
            open=claim.is_open,
        )

    def _selectors(self, claim: Claim) -> tuple[TextQuoteSelector, TextPositionSelector]:
        text = self._texts.get(claim.draft, "")
        before = text[max(0, claim.start - _SURROUNDINGS) : claim.start]
        after = text[claim.end : claim.end + _SURROUNDINGS]
        return (
            TextQuoteSelector(exact=claim.text, prefix=before, suffix=after),
            TextPositionSelector(start=claim.start, end=claim.end),
        )

    def _citations(self, claim: Claim) -> Iterable[SheetCitation]:
        for citation in claim.citations:
            source = citation.source
            citing = self._cited.setdefault(source.id, (source, []))[1]
            if claim.number not in citing:
                citing.append(claim.number)
            fields = {name: getattr(citation, name) for name in _SAME_OF_CITATION}
            if not self._confidential:
                fields = self._redactor.citation(fields, source)
            yield SheetCitation(**fields, source=source.id)

    def sources(self) -> tuple[SheetSource, ...]:
        """The sources cited by the claims made so far, in the order of their first citation."""
        return tuple(self._source(source, numbers) for source, numbers in self._cited.values())

    def _source(self, source: Source, numbers: list[int]) -> SheetSource:
        contacts = self._contacts.get(source.id, [])
        if self._confidential:
            fields = {name: getattr(source, name) for name in _SAME_OF_SOURCE}
        else:
            fields = self._redactor.source(source)
            contacts = [self._redactor.contact(contact, source) for contact in contacts]
        return SheetSource(
            **fields,
            id=source.id,
            cited_by=tuple(numbers),
            contacts=tuple(contacts),
            version=source.version,
        )


_SAME = tuple(
    set(field_names(SheetClaim)) & set(field_names(Claim))
    - {
        "restatement", "recheck_reason", "waiting_on", "proposed_text", "fix_reason", "review_reason",
        "citations", "notes",
    }
)  # fmt: skip
"""Fields that a claim of the sheet has from the desk's claim as they are."""

_SAME_OF_CITATION = tuple(set(field_names(SheetCitation)) - {"source", "withheld"})
_SAME_OF_SOURCE = tuple(set(field_names(SheetSource)) - {"id", "cited_by", "contacts", "withheld", "version"})


class _Page:
    """Which block of the draft a place is in."""

    def __init__(self, draft: Draft) -> None:
        self._blocks = [_block(block) for block in draft.blocks]
        self._starts = [block.start for block in self._blocks]
        counts: dict[str, int] = {}
        self._numbers = []
        for block in self._blocks:
            counts[block.kind] = counts.get(block.kind, 0) + 1
            self._numbers.append(counts[block.kind])

    def block_at(self, place: int) -> tuple[Block | None, int | None]:
        """The block that holds that code point, and which one of its kind it is; none outside blocks."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._blocks[index].end:
            return None, None
        return self._blocks[index], self._numbers[index]


def _block(block: tuple[str, int, int, int]) -> Block:
    kind, start, end, level = block
    return Block(kind=BlockKind(kind), start=start, end=end, level=level)


def _draft(draft: Draft, original: bytes = b"") -> SheetDraft:
    own = {"blocks", "original"}
    facts = {name: getattr(draft, name) for name in field_names(SheetDraft) if name not in own}
    blocks = tuple(map(_block, draft.blocks))
    return SheetDraft(**facts, blocks=blocks, original=b64encode(original).decode())


def _earlier(material: Material, *, confidential: bool) -> tuple[SheetDraft, ...]:
    """The drafts before the current one; those that lost claims stand in with their text, where it may go.

    A name may have been taken out of the draft since to protect it.
    """
    texts = {draft.number: draft for draft in material.former} if confidential else {}
    return tuple(
        _draft(texts[row.number]) if row.number in texts else _facts(row)
        for row in material.drafts
        if row.number < material.draft.number
    )


def _facts(draft: DraftRow) -> SheetDraft:
    return SheetDraft(**{name: value for name, value in draft._asdict().items() if name != "current"})


def _query(query: Query, redactor: Redactor) -> Query:
    return replace(query, text=redactor.text(query.text), answer=redactor.text(query.answer))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def describe(selection: ClaimFilter | None) -> str:
    """What a filter lets through, in words; empty when that is everything."""
    if selection is None or selection == ClaimFilter(by_priority=selection.by_priority):
        return ""
    said = [
        *(str(finding).replace("_", " ") for finding in selection.findings),
        *(str(flag).replace("_", " ") for flag in selection.flags),
        *(str(kind) for kind in selection.kinds),
    ]
    if selection.assignee is not None:
        said.append(f"assigned to {selection.assignee or 'nobody'}")
    if selection.search:
        said.append(f"holding “{selection.search}”")
    said += [word for word, on in (("open", selection.only_open), ("queried", selection.queried)) if on]
    said += [word for word, on in (("lost", selection.lost), ("retired", selection.retired)) if on]
    return ", ".join(said)
