"""The end of every act: one event in the history, chained to the one before, and the answer to who asked."""

import uuid
from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.chain import link
from db.tables import Article, Claim, ClaimSpan, Event
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.digests import laid_rows
from factcheck.desk.transaction.input_text import reopened
from factcheck.desk.transaction.ledger import Ledger, chunks
from factcheck.desk.transaction.lookup import Head
from factcheck.model import Change


class Deed(NamedTuple):
    """What a verb says of its own act; the ledger knows the rest."""

    said: str
    """One sentence, past the fact: “Claim 12: verified”."""
    article: Head | None = None
    created: int | None = None
    warnings: tuple[str, ...] = ()
    whole: bool = False
    """Whether more changed than the claims touched."""
    words: str | None = None
    """Exact words of the claim that it is about; None lets the recording look them up."""
    verb: str = ""
    """In place of the method's name, where the act turned out to be another."""
    target: int | None = None
    """The event that this act undoes or redoes."""


class Touched(NamedTuple):
    """A claim that an act touched."""

    article_id: int
    number: int


# Built once: every act asks these.
_NUMBERS = sa.select(Claim.id, Claim.article_id, Claim.number).where(
    Claim.id.in_(sa.bindparam("keys", expanding=True))
)
_SIGNED = sa.select(Article.id, Article.slug, Article.title, Article.signed_by).where(
    Article.id.in_(sa.bindparam("keys", expanding=True)), Article.signed_at.is_not(None)
)
_LAST_LINK = sa.select(Event.chain).order_by(Event.id.desc()).limit(1)


def new_op() -> str:
    """An operation id that nobody else has."""
    return uuid.uuid4().hex


def record(ledger: Ledger, verb: str, op: str, deed: Deed) -> tuple[Change, int | None]:
    """Write the event of an act; what the caller is told, and the event's id.

    An act that changed nothing leaves no event.
    """
    touched = _touched(ledger)
    numbers = tuple(sorted({claim.number for claim in touched.values()}))
    slug = deed.article.slug if deed.article else _only_slug(ledger, touched.values())
    said = deed.said
    event_id = None
    if ledger.entries:
        said = deed.said + "".join(_reopened(ledger, touched.values()))
        event_id = _write(ledger, deed.verb or verb, op, deed, said, touched)
    change = Change(
        op=op,
        verb=deed.verb or verb,
        said=said,
        article=slug,
        claims=numbers,
        whole_article=deed.whole,
        warnings=deed.warnings,
        created=deed.created,
    )
    return change, event_id


def _touched(ledger: Ledger) -> dict[int, Touched]:
    """Article and number of each claim that the act touched, by id."""
    touched = {key: Touched(*known) for key, known in ledger.claims.items() if known is not None}
    for some in chunks(key for key, known in ledger.claims.items() if known is None):
        rows = ledger.connection.execute(_NUMBERS, {"keys": some})
        touched.update((row.id, Touched(row.article_id, row.number)) for row in rows)
    return touched


def _only_slug(ledger: Ledger, touched: Iterable[Touched]) -> str:
    articles = {claim.article_id for claim in touched}
    if len(articles) != 1:
        return ""
    query = sa.select(Article.slug).where(Article.id == articles.pop())
    return ledger.connection.execute(query).scalar_one()


def _reopened(ledger: Ledger, touched: Iterable[Touched]) -> list[str]:
    """Take the signature off every signed article that the act touched; the end of a sentence for each.

    An act that itself signs, reopens or brings a signature back has said what becomes of it.
    """
    articles = ledger.articles | {claim.article_id for claim in touched}
    for (table, key), entry in ledger.entries.items():
        if table == Article.__tablename__ and "signed_at" in {**(entry.before or {}), **(entry.after or {})}:
            articles.discard(key)
    if not articles:
        return []
    signed = ledger.connection.execute(_SIGNED, {"keys": sorted(articles)}).all()
    for row in signed:
        take_signature_off(ledger, row.id)
    return [reopened(row.title or row.slug, row.signed_by) for row in signed]


def take_signature_off(ledger: Ledger, article_id: int) -> None:
    """Make an article open again."""
    signed = {"signed_by": "", "signed_at": None, "signed_draft": None, "signed_digest": ""}
    ledger.update(Article, article_id, signed)


def _write(
    ledger: Ledger, verb: str, op: str, deed: Deed, said: str, touched: dict[int, Touched]
) -> int | None:
    only = next(iter(touched)) if len(touched) == 1 else None
    articles = {claim.article_id for claim in touched.values()}
    article_id = deed.article.id if deed.article else articles.pop() if len(articles) == 1 else None
    values: dict[str, Any] = {
        "op": op,
        "at": ledger.at,
        "by": ledger.person,
        "verb": verb,
        "article_id": article_id,
        "claim": None if only is None else touched[only].number,
        "words": _words(ledger, only) if deed.words is None else deed.words,
        "said": said,
        "changes": ledger.changes(),
        "target": deed.target,
        "warnings": list(deed.warnings),
        "laid": laid_rows(ledger),
    }
    last = ledger.connection.scalar(_LAST_LINK)
    key = ledger.connection.execute(
        sa.insert(Event), values | {"chain": link(last or "", **values)}
    ).inserted_primary_key
    return None if key is None else int(key[0])


def _words(ledger: Ledger, claim_id: int | None) -> str:
    if claim_id is None:
        return ""
    query = sa.select(ClaimSpan.text).where(ClaimSpan.claim_id == claim_id)
    return ledger.connection.scalar(query.order_by(ClaimSpan.draft_id.desc()).limit(1)) or ""


def told_before(connection: sa.Connection, op: str) -> Change | None:
    """The answer to an operation that was already carried out; None when it was not."""
    event = connection.execute(
        sa.select(Event, Article.slug)
        .outerjoin(Article, Article.id == Event.article_id)
        .where(Event.op == op)
    ).first()
    return None if event is None else change_of(event)


def change_of(event: Row) -> Change:
    """The change that an event tells of, for somebody who was not there.

    Args:
        event: a row with the event's columns and `slug`.
    """
    made = [
        change["id"]
        for change in event.changes
        if change["before"] is None and change["table"] in {"source", "citation", "note", "query", "contact"}
    ]
    return Change(
        op=event.op,
        verb=event.verb,
        said=event.said,
        article=event.slug or "",
        claims=() if event.claim is None else (event.claim,),
        whole_article=event.claim is None,
        warnings=tuple(event.warnings),
        created=made[0] if made else None,
    )
