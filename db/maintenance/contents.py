"""What a database holds, checked against itself: the history's chain, drafts' digests, claims' words."""

import hashlib
from collections.abc import Iterable, Iterator

from sqlalchemy import Boolean, Column, Connection, Integer, LargeBinary, func, select, text

from db.chain import LINKED, link
from db.tables import Article, Claim, ClaimSpan, Draft, Event, Table

_MOST = 5
"""Cases of one kind that are named; more would only bury the rest."""

_AT_ONCE = 1000
"""Rows fetched at a time: a long history need not fit into memory."""


def facts(connection: Connection) -> dict[str, str]:
    """How much there is."""
    kinds = {"articles": Article, "drafts": Draft, "claims": Claim, "events": Event}
    return {
        name: str(connection.execute(select(func.count()).select_from(kind)).scalar_one())
        for name, kind in kinds.items()
    }


def problems(connection: Connection) -> list[str]:
    """What does not fit together, one sentence each."""
    return [
        *_first(_chain(connection)),
        *_end_of_history(connection),
        *_first(_digests(connection)),
        *_first(_spans(connection)),
        *_first(_forms(connection)),
    ]


def _first(found: Iterable[str]) -> Iterator[str]:
    """The first few, and how many more there are."""
    more = 0
    for number, problem in enumerate(found):
        if number < _MOST:
            yield problem
        else:
            more += 1
    if more:
        yield f"There are {more} more of the same kind."


def _chain(connection: Connection) -> Iterator[str]:
    """Events whose digest is not what it must be after the one before."""
    previous = ""
    query = select(Event.__table__).order_by(Event.id)
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}).mappings():
        if link(previous, **{name: row[name] for name in LINKED}) != row["chain"]:
            yield f"The history does not hold at event {row['id']}: it was altered, or one before it."
        previous = row["chain"]


def _end_of_history(connection: Connection) -> Iterator[str]:
    """Whether the last events are gone, which no chain can show; SQLite remembers how many there were."""
    if connection.dialect.name != "sqlite":
        return
    given = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'event'")).scalar()
    last = connection.execute(select(func.max(Event.id))).scalar()
    if (given or 0) != (last or 0):
        yield f"The history ends at event {last or 0} although {given or 0} were written."


def _digests(connection: Connection) -> Iterator[str]:
    """Drafts that are not what was imported."""
    columns = (Article.slug, Draft.number, Draft.text, Draft.digest, Draft.original, Draft.original_digest)
    query = select(*columns).join(Article, Article.id == Draft.article_id).order_by(Draft.id)
    rows = connection.execute(query, execution_options={"yield_per": 10})
    for slug, number, words, digest, original, original_digest in rows:
        if hashlib.sha256(words.encode()).hexdigest() != digest:
            yield f"The text of {slug}, draft {number}, is not the one that was imported."
        if original_digest and hashlib.sha256(original).hexdigest() != original_digest:
            yield f"The original file of {slug}, draft {number}, is not the one that was imported."


def _spans(connection: Connection) -> Iterator[str]:
    """Claims whose words are not those of their draft at that place."""
    drafts = select(Draft.id, Draft.number, Draft.text, Article.slug).join(
        Article, Article.id == Draft.article_id
    )
    for draft_id, draft_number, words, slug in connection.execute(drafts.order_by(Draft.id)):
        spans = (
            select(Claim.number, ClaimSpan.start, ClaimSpan.end, ClaimSpan.text)
            .join(Claim, Claim.id == ClaimSpan.claim_id)
            .where(ClaimSpan.draft_id == draft_id)
            .order_by(Claim.number)
        )
        for number, start, end, exact in connection.execute(spans):
            if words[start:end] != exact:
                yield f"Claim {number} of {slug} does not hold the words of draft {draft_number} there."


def _forms(connection: Connection) -> Iterator[str]:
    """Columns that hold values of another type than theirs, which SQLite lets stand."""
    if connection.dialect.name != "sqlite":
        return
    for table in Table.metadata.sorted_tables:
        wrong = [func.sum(func.typeof(column).not_in(("null", _stored_as(column)))) for column in table.c]
        counts = connection.execute(select(*wrong)).one()
        for column, count in zip(table.c, counts, strict=True):
            if count:
                values = "1 value of" if count == 1 else f"{count} values of"
                were = "was" if count == 1 else "were"
                yield f"{values} “{column.name}” in {table.name} {were} altered outside the program."


def _stored_as(column: Column[object]) -> str:
    """The type that SQLite gives what this program writes into a column."""
    if isinstance(column.type, Integer | Boolean):
        return "integer"
    return "blob" if isinstance(column.type, LargeBinary) else "text"
