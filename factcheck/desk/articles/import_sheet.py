"""Taking in a piece from another desk: its claims with all that was found about them, sources and history."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from db.chain import link
from db.tables import Article, CheckPoint, Citation, Claim, ClaimSpan, Contact, Draft, Event, Note, Passage
from db.tables import Query as QueryTable
from db.vocabulary import Flag
from factcheck.desk.articles.articles import article_values, free_slug_for, same_article
from factcheck.desk.cuts.coverage import Region, covered
from factcheck.desk.sources.sources import take_source
from factcheck.desk.transaction.events import Deed, new_op
from factcheck.desk.transaction.initials import introduce
from factcheck.desk.transaction.input_text import SHORT
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.model import Change, CitationFields, Piece
from factcheck.model import Claim as ClaimValue
from factcheck.model import Draft as DraftValue
from factcheck.model import Source as SourceValue
from factcheck.model.base import field_names, json_value
from factcheck.text import plural

_WORK = (
    "finding", "decided_by", "decided_at", "decided_text", "recheck_reason", "waiting_on", "waiting_since",
    "proposed_text", "fix", "fix_by", "fix_at", "fix_reason", "review", "review_by", "review_at",
    "review_reason", "assignee", "expires",
)  # fmt: skip
"""What people have done to a claim, as its row holds it."""


class Sheets(Noun):
    """The verb that brings in a piece from another desk."""

    def take_in(self, piece: Piece, *, op: str | None = None) -> Change:
        """Put a piece on the desk with the work done on it elsewhere; one undo takes all of that off again.

        Its history is kept with the names and times that it had; acts of it cannot be undone here. Sources
        that the desk has already are not doubled. The same file or text again adds nothing (`already`).
        """

        def act(ledger: Ledger) -> Deed:
            same = same_article(ledger.connection, piece.article)
            if same is not None and same.present:
                head = find_article(ledger.connection, same.slug)
                return Deed(f"{head.name} is already on the desk.", head, verb="already")
            slug = _put(ledger, piece)
            head = find_article(ledger.connection, slug)
            said = f"Took in {head.name} with the work done on it: {plural(len(piece.claims), 'claim')}"
            return Deed(said, head, whole=True)

        return self._act("take_in", act, op)


def _put(ledger: Ledger, piece: Piece) -> str:
    """Write the article and everything that belongs to it; its slug."""
    numbers = [claim.number for claim in piece.claims]
    numbers += [event.claim for event in piece.history if event.claim is not None]
    values = article_values(piece.article) | {
        "slug": free_slug_for(ledger, piece.article),
        "added_at": piece.added_at,
        "deadline": piece.deadline,
        "archived": piece.archived,
        "next_number": max(numbers, default=0) + 1,
        "current_draft": piece.draft.number,
        "present": False,
    }
    (article_id,) = ledger.lay_down(Article, [values])
    laid = [_draft(article_id, draft, _original(piece, draft)) for draft in (*piece.former, piece.draft)]
    drafts = {row["number"]: key for row, key in zip(laid, ledger.lay_down(Draft, laid), strict=True)}
    passages = [
        {
            "draft_id": drafts[piece.draft.number],
            "start": aside.start,
            "end": aside.end,
            "reason": aside.reason,
        }
        for aside in piece.passages
    ]
    ledger.lay_down(Passage, passages)
    claims = _claims(ledger, article_id, drafts, piece)
    for draft in (*piece.former, piece.draft):
        key = drafts[draft.number]
        count = covered(ledger.connection, Region(key, 0, len(draft.text)))
        ledger.connection.execute(sa.update(Draft).where(Draft.id == key).values(covered=count))
    _history(ledger, article_id, piece)
    _work(ledger, article_id, claims, piece)
    _evidence(ledger, article_id, claims, piece)
    signature = piece.signature
    signed = {
        "signed_by": signature.by,
        "signed_at": signature.at,
        "signed_draft": signature.draft,
        "signed_digest": signature.digest,
    } if signature else {}  # fmt: skip
    ledger.update(Article, article_id, {"present": True} | signed)
    for name in _people(piece):
        introduce(ledger, name)
    return str(values["slug"])


def _original(piece: Piece, draft: DraftValue) -> bytes:
    """The file that a draft was read from; of earlier drafts only the text comes along."""
    return piece.article.original if draft is piece.draft else draft.text.encode()


def _draft(article_id: int, draft: DraftValue, original: bytes) -> dict[str, Any]:
    kept = (
        "number",
        "text",
        "digest",
        "source_name",
        "words",
        "imported_by",
        "imported_at",
    )
    return {name: getattr(draft, name) for name in kept} | {
        "article_id": article_id,
        "blocks": [list(block) for block in draft.blocks],
        "original": original,
        "original_digest": hashlib.sha256(original).hexdigest(),
        "format": draft.format[:SHORT],
        "encoding": draft.encoding[:SHORT],
        "covered": 0,
        "lint": [],
    }


def _claims(ledger: Ledger, article_id: int, drafts: Mapping[int, int], piece: Piece) -> dict[int, int]:
    """Lay the claims down as if nobody had touched them; their ids by number."""
    keys = ledger.lay_down(Claim, [_untouched(article_id, claim) for claim in piece.claims])
    ids = {claim.number: key for claim, key in zip(piece.claims, keys, strict=True)}
    nested = [
        {"child": ids[claim.number], "parent": ids[claim.parent]}
        for claim in piece.claims
        if claim.parent in ids
    ]
    if nested:
        table = Claim.__table__
        statement = sa.update(Claim).where(table.c.id == sa.bindparam("child"))
        ledger.connection.execute(statement.values(parent_id=sa.bindparam("parent")), nested)
    ledger.lay_down(ClaimSpan, [_span(ids, drafts, claim) for claim in piece.claims])
    points = [
        {
            "claim_id": ids[claim.number],
            "kind": point.kind,
            "offset": point.start - claim.start,
            "text": point.text,
            "remark": point.remark,
        }
        for claim in piece.claims
        for point in claim.check_points
    ]
    ledger.lay_down(CheckPoint, points)
    return ids


def _untouched(article_id: int, claim: ClaimValue) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "number": claim.number,
        "restatement": claim.restatement,
        "speaker": json_value(claim.speaker),
        "kinds": [kind.value for kind in claim.kinds],
        "priority": claim.priority,
        "reasons": list(claim.reasons),
    }


def _span(ids: Mapping[int, int], drafts: Mapping[int, int], claim: ClaimValue) -> dict[str, Any]:
    parts = [[start, end] for start, end in claim.parts]
    return {
        "claim_id": ids[claim.number],
        "draft_id": drafts[claim.draft],
        "start": claim.start,
        "end": claim.end,
        "parts": [] if parts == [[claim.start, claim.end]] else parts,
        "text": claim.text,
    }


def _history(ledger: Ledger, article_id: int, piece: Piece) -> None:
    """Write the lines of the history as they were; none of them changes a row here."""
    query = sa.select(Event.chain).order_by(Event.id.desc()).limit(1)
    chain = ledger.connection.scalar(query) or ""
    rows = []
    for event in piece.history:
        values: dict[str, Any] = {
            "op": new_op(),
            "at": event.at,
            "by": event.by[:SHORT],
            "verb": event.verb[:SHORT],
            "article_id": article_id,
            "claim": event.claim,
            "words": event.words,
            "said": event.said,
            "changes": [],
            "target": None,
            "warnings": list(event.warnings),
        }
        chain = link(chain, **values)
        rows.append(values | {"chain": chain})
    if rows:
        ledger.connection.execute(sa.insert(Event), rows)


def _work(ledger: Ledger, article_id: int, claims: Mapping[int, int], piece: Piece) -> None:
    """What people have done to the claims, as changes that this act makes."""
    wanted = {
        claims[claim.number]: {name: getattr(claim, name) for name in _WORK}
        | {
            "recheck": Flag.RECHECK in claim.flags,
            "legal": Flag.LEGAL in claim.flags,
            "sensitive": Flag.SENSITIVE in claim.flags,
        }
        for claim in piece.claims
    }
    ledger.update_many(Claim, wanted)
    keys: dict[int, list[int]] = {}
    query = (
        sa.select(CheckPoint.id, CheckPoint.claim_id)
        .join(Claim, Claim.id == CheckPoint.claim_id)
        .where(Claim.article_id == article_id)
        .order_by(CheckPoint.id)
    )
    for row in ledger.connection.execute(query):
        keys.setdefault(row.claim_id, []).append(row.id)
    ticks = {}
    for claim in piece.claims:
        for key, point in zip(keys.get(claims[claim.number], []), claim.check_points, strict=True):
            if point.ticked:
                ticks[key] = {"ticked": True, "ticked_by": point.ticked_by}
    ledger.update_many(CheckPoint, ticks)


def _evidence(ledger: Ledger, article_id: int, claims: Mapping[int, int], piece: Piece) -> None:
    """Sources, citations, notes, queries and contacts, as rows that this act makes."""
    sources = _sources(ledger, piece)
    fields = field_names(CitationFields)
    citations = [
        {name: getattr(citation, name) for name in (*fields, "added_by", "added_at")}
        | {"claim_id": claims[claim.number], "source_id": sources[citation.source.id]}
        for claim in piece.claims
        for citation in claim.citations
    ]
    ledger.insert_many(Citation, citations)
    notes = [
        {name: getattr(note, name) for name in ("text", "by", "at", "confidential")}
        | {"claim_id": claims[claim.number]}
        for claim in piece.claims
        for note in claim.notes
    ]
    ledger.insert_many(Note, notes)
    asked = ("text", "by", "at", "answer", "answered_by", "answered_at")
    queries = [
        {name: getattr(query, name) for name in asked}
        | {"article_id": article_id, "claim_id": None if query.claim is None else claims[query.claim]}
        for query in piece.queries
        if query.claim is None or query.claim in claims
    ]
    ledger.insert_many(QueryTable, queries)


def _sources(ledger: Ledger, piece: Piece) -> dict[int, int]:
    """The sources on this desk by the ids that they had; calls to new ones come with them."""
    found: dict[int, int] = {}
    new: set[int] = set()
    for source in _cited(piece):
        found[source.id], is_new = take_source(ledger, source)
        if is_new:
            new.add(source.id)
    contacts = [
        {name: getattr(contact, name) for name in ("at", "by", "method", "outcome")}
        | {"source_id": found[contact.source]}
        for contact in piece.contacts
        if contact.source in new
    ]
    ledger.insert_many(Contact, contacts)
    return found


def _cited(piece: Piece) -> Iterator[SourceValue]:
    seen: set[int] = set()
    for claim in piece.claims:
        for citation in claim.citations:
            if citation.source.id not in seen:
                seen.add(citation.source.id)
                yield citation.source


def _people(piece: Piece) -> list[str]:
    """Everybody who worked on the piece."""
    names = [name for claim in piece.claims for name in (claim.decided_by, claim.review_by, claim.assignee)]
    return sorted({name[:SHORT] for name in names if name})
