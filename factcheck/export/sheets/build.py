"""From the desk's values to a claim sheet; what must be left out is left out here, before any writer."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import SourceKind
from factcheck import __version__
from factcheck.export.sheets.redact import Redactor
from factcheck.export.sheets.sheet import (
    ClaimSheet,
    SheetArticle,
    SheetDraft,
    SignOff,
)
from factcheck.export.sheets.sheet_claims import SheetClaims, block_of
from factcheck.model import (
    ArticleRow,
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

if TYPE_CHECKING:
    from factcheck.desk import Desk

_TRIES = 3
"""How often the desk is read again when somebody changed it meanwhile."""


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
    """Every source of the desk as it is and as it was: what tells it is taken out of all free text."""
    people: tuple[str, ...] = ()
    """Everybody who works on the desk; they may be named."""
    drafts: tuple[DraftRow, ...] = ()
    """All drafts, the current one too."""
    former: tuple[Draft, ...] = ()
    """Earlier drafts that lost claims stand in, with their text."""
    original: bytes = b""
    """The file that the current draft was read from."""


class Built(NamedTuple):
    """A sheet, and what took out of it what must not leave the desk."""

    sheet: ClaimSheet
    redactor: Redactor


def build_sheet(
    desk: "Desk",
    article: str,
    *,
    include_confidential: bool = False,
    filter: ClaimFilter | None = None,  # noqa: A002 - the word that the desk's own verbs use
    at: datetime | None = None,
) -> ClaimSheet:
    """The claim sheet of an article on the desk; the arguments are those of `build_and_redact`.

    Raises:
        NotOnDesk: there is no such article.
    """
    return build_and_redact(
        desk, article, include_confidential=include_confidential, filter=filter, at=at
    ).sheet


def build_and_redact(
    desk: "Desk",
    article: str,
    *,
    include_confidential: bool = False,
    filter: ClaimFilter | None = None,  # noqa: A002 - the word that the desk's own verbs use
    at: datetime | None = None,
) -> Built:
    """The claim sheet of an article on the desk, and what took out of it what must not leave the desk.

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
        token = desk.history.token()
        material = gather(desk, article, filter, original=include_confidential)
        if desk.history.token() == token:
            break
    redactor = redactor_of(material, confidential=include_confidential)
    sheet = make_sheet(
        material,
        by=desk.person,
        at=at,
        confidential=include_confidential,
        selection=filter,
        redactor=redactor,
    )
    return Built(sheet, redactor)


def gather(
    desk: "Desk", article: str, selection: ClaimFilter | None = None, *, original: bool = False
) -> Material:
    """Everything that a sheet of that article is made from; the file that it was read from where asked for.

    Raises:
        NotOnDesk: there is no such article.
    """
    row = desk.articles.get(article)
    claims = desk.claims.full(row.slug, selection or ClaimFilter())
    if selection is None:
        claims += desk.claims.full(row.slug, ClaimFilter(lost=True))
    former = {claim.draft for claim in claims if claim.draft != row.draft}
    cited = {citation.source.id: citation.source for claim in claims for citation in claim.citations}
    people = sorted(number for number, source in cited.items() if source.kind in {SourceKind.PERSON, None})
    return Material(
        article=row,
        draft=desk.drafts.get(row.slug),
        claims=tuple(claims),
        passages=desk.drafts.passages(row.slug),
        queries=desk.queries.of(row.slug),
        history=tuple(reversed(desk.history.events(row.slug))),
        contacts=tuple(contact for number in people for contact in desk.contacts.of_source(number)),
        sources=(*desk.sources.find(), *desk.former_sources.rows()),
        people=tuple(person.name for person in desk.people.everyone()),
        drafts=desk.drafts.rows(row.slug),
        former=tuple(desk.drafts.get(row.slug, number) for number in sorted(former)),
        original=desk.drafts.original(row.slug) if original else b"",
    )


def make_sheet(
    material: Material,
    *,
    by: str,
    at: datetime | None = None,
    confidential: bool = False,
    selection: ClaimFilter | None = None,
    redactor: Redactor | None = None,
) -> ClaimSheet:
    """The claim sheet of that material.

    Args:
        material: what the desk holds.
        by: name of the person who exports.
        at: moment of the export; now by default.
        confidential: keep names, contacts and confidential notes that are normally left out.
        selection: what the claims of the material were filtered by, if they were.
        redactor: of the material, where the caller wants to know what it took out.
    """
    redactor = redactor or redactor_of(material, confidential=confidential)
    claims = SheetClaims(
        (material.draft, *material.former), material.contacts, redactor, confidential=confidential
    )
    numbers = {claim.number for claim in material.claims}
    made = tuple(claims.claim(claim) for claim in material.claims)
    row, draft = material.article, material.draft
    return ClaimSheet(
        program=f"factcheck {__version__}",
        exported_at=at or datetime.now(UTC),
        exported_by=by,
        confidential=confidential,
        selection=redactor.text(describe(selection)),
        article=_article(row, redactor),
        sign_off=SignOff(
            by=row.signed_by, at=row.signed_at, draft=row.signed_draft, digest=row.signed_digest
        ),
        progress=row.progress,
        draft=_draft(draft, redactor, material.original if confidential else b""),
        earlier_drafts=_earlier(material, redactor, confidential=confidential),
        checkers=_names(claim.decided_by for claim in material.claims),
        reviewers=_names(claim.review_by for claim in material.claims),
        claims=made,
        set_aside=material.passages,
        sources=claims.sources(),
        queries=tuple(claims.query(q) for q in material.queries if q.claim is None or q.claim in numbers),
        history=tuple(
            event if confidential else redactor.event(event)
            for event in material.history
            if event.claim is None or event.claim in numbers
        ),
        withheld=redactor.withheld,  # the last field: everything above has been counted by then
    )


def redactor_of(material: Material, *, confidential: bool = False) -> Redactor:
    """What takes out of that material what must not leave the desk; nothing from a confidential sheet."""
    if confidential:
        return Redactor(())
    return Redactor(material.sources, material.draft.text, others=material.people)


def redactor_for(desk: "Desk", article: str = "") -> Redactor:
    """What takes out of any text what must not leave the desk, for an article or for all of them."""
    published = desk.drafts.get(article).text if article else ""
    people = [person.name for person in desk.people.everyone()]
    return Redactor((*desk.sources.find(), *desk.former_sources.rows()), published, others=people)


def _article(row: ArticleRow, redactor: Redactor) -> SheetArticle:
    fields = {name: getattr(row, name) for name in field_names(SheetArticle)}
    return SheetArticle(**(fields | {"slug": redactor.name(row.slug), "title": redactor.wording(row.title)}))


def _draft(draft: Draft, redactor: Redactor, original: bytes = b"") -> SheetDraft:
    own = {"blocks", "original", "source_name"}
    facts = {name: getattr(draft, name) for name in field_names(SheetDraft) if name not in own}
    blocks = tuple(map(block_of, draft.blocks))
    name = redactor.wording(draft.source_name)
    return SheetDraft(**facts, source_name=name, blocks=blocks, original=b64encode(original).decode())


def _earlier(material: Material, redactor: Redactor, *, confidential: bool) -> tuple[SheetDraft, ...]:
    """The drafts before the current one; those that lost claims stand in with their text, where it may go.

    A name may have been taken out of the draft since to protect it.
    """
    texts = {draft.number: draft for draft in material.former} if confidential else {}
    return tuple(
        _draft(texts[row.number], redactor) if row.number in texts else _facts(row, redactor)
        for row in material.drafts
        if row.number < material.draft.number
    )


def _facts(draft: DraftRow, redactor: Redactor) -> SheetDraft:
    facts = {name: value for name, value in draft._asdict().items() if name != "current"}
    return SheetDraft(**(facts | {"source_name": redactor.wording(draft.source_name)}))


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
