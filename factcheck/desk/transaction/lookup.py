"""Finding an article by its name, and its claims by their numbers: what nearly every verb does first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from db.tables import Article, Claim, ClaimSpan, Draft
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.input_text import listed
from factcheck.desk.transaction.last_change import gone, last_touch, unchanged
from factcheck.desk.transaction.ledger import Ledger, chunks
from factcheck.errors import Conflict, Met, NotOnDesk, Refused
from factcheck.text import named

_CLAIMS = (
    sa.select(Claim.__table__, ClaimSpan.start, ClaimSpan.end, ClaimSpan.parts, ClaimSpan.text)
    .outerjoin(ClaimSpan, (ClaimSpan.claim_id == Claim.id) & (ClaimSpan.draft_id == sa.bindparam("draft_id")))
    .where(
        Claim.article_id == sa.bindparam("article_id"),
        Claim.number.in_(sa.bindparam("numbers", expanding=True)),
    )
)
"""Claims with their place in a draft; built once, for building takes longer than answering."""

Expected = Mapping[int, int] | None
"""Versions that the caller has seen, by claim number; a claim that is not named is not compared."""


class Head(NamedTuple):
    """What verbs need to know of an article."""

    id: int
    slug: str
    title: str
    draft: int
    """Number of the current draft."""
    draft_id: int
    signed_at: datetime | None
    version: int

    @property
    def name(self) -> str:
        """The article in a sentence."""
        return named(self.title or self.slug)


_HEAD = (
    Article.id,
    Article.slug,
    Article.title,
    Draft.number,
    Draft.id.label("draft_id"),
    Article.signed_at,
    Article.version,
)
_HEADS = (
    sa.select(*_HEAD)
    .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
    .where(Article.present)
)


def find_article(connection: sa.Connection, ref: str) -> Head:
    """The article of a slug or of the beginning of one.

    Raises:
        NotOnDesk: no article has it, or more than one begins with it; the message names near ones.
    """
    name = ref.strip().lower()
    row = connection.execute(_HEADS.where(Article.slug == name)).first()
    if row is not None:
        return Head(*row)
    rows: Sequence[Row] = ()
    if name:
        start = Article.slug.startswith(name, autoescape=True)
        rows = connection.execute(_HEADS.where(start).order_by(Article.slug).limit(6)).all()
    if len(rows) == 1:
        return Head(*rows[0])
    if rows:
        names = ", ".join(row.slug for row in rows[:5]) + (", …" if len(rows) > 5 else "")
        raise NotOnDesk(f"More than one article begins with “{name}”: {names}. Write more of its name.")
    raise NotOnDesk(_unknown(connection, name))


def _unknown(connection: sa.Connection, name: str) -> str:
    # Asked for after a miss only, and as heavy as the whole command line: not imported until then.
    from rapidfuzz import fuzz, process

    slugs = connection.scalars(sa.select(Article.slug).where(Article.present)).all()
    if not slugs:
        return f"There is no article “{name}”: the desk is empty; add a draft first."
    near = [slug for slug, _, _ in process.extract(name, slugs, scorer=fuzz.WRatio, limit=3, score_cutoff=60)]
    hint = f"did you mean {' or '.join(near)}?" if near else "see the list of articles for the names."
    return f"There is no article “{name}” on the desk: {hint}"


def span_of(draft_id: int) -> sa.ColumnElement[bool]:
    """Joins a claim to its place in one draft."""
    return (ClaimSpan.claim_id == Claim.id) & (ClaimSpan.draft_id == draft_id)


def unique(numbers: int | Sequence[int]) -> list[int]:
    """Claim numbers as a list, each once, in the order given.

    Raises:
        Refused: there is none.
    """
    listed_ = [numbers] if isinstance(numbers, int) else list(dict.fromkeys(numbers))
    if not listed_:
        raise Refused("No claim was named: nothing was changed.")
    return listed_


def find_claims(
    connection: sa.Connection,
    head: Head,
    numbers: int | Sequence[int],
    expected: Expected = None,
    *,
    retired: bool | None = False,
) -> list[Row]:
    """Rows of claims (all columns, and `start`, `end`, `parts`, `text` in the current draft), as asked for.

    `start` is None for a claim that the current draft has lost.

    Args:
        connection: the transaction.
        head: their article.
        numbers: one or several claims.
        expected: versions that the caller has seen.
        retired: whether the claims have to be retired, or have to be in the queue; None takes both.

    Raises:
        NotOnDesk: a number that the article does not have.
        Refused: a claim is retired, or is not where retired ones are asked for.
        Conflict: a claim is not as the caller has seen it.
    """
    wanted = unique(numbers)
    found: dict[int, Row] = {}
    for some in chunks(wanted):
        given = {"draft_id": head.draft_id, "article_id": head.id, "numbers": some}
        found.update((row.number, row) for row in connection.execute(_CLAIMS, given))
    _all_there(connection, head, wanted, found)
    for number in wanted:
        if retired is not None and found[number].retired != retired:
            raise Refused(
                f"Claim {number} of {head.name} is not retired."
                if retired
                else f"Claim {number} of {head.name} was retired: restore it first."
            )
    if expected:
        _as_expected(connection, head, found.values(), expected)
    return [found[number] for number in wanted]


def _all_there(
    connection: sa.Connection, head: Head, wanted: Sequence[int], found: Mapping[int, object]
) -> None:
    missing = [number for number in wanted if number not in found]
    if missing:
        last = connection.scalar(sa.select(sa.func.max(Claim.number)).where(Claim.article_id == head.id))
        raise NotOnDesk(
            f"{head.name} has no claim {listed(missing)}: its numbers run from 1 to {last or 0}."
            if last
            else f"{head.name} has no claims."
        )


def _as_expected(
    connection: sa.Connection, head: Head, rows: Iterable[Row], expected: Mapping[int, int]
) -> None:
    others = [row for row in rows if expected.get(row.number) not in {None, row.version}]
    if others:
        first = others[0]
        who = last_touch(connection, head.id, first.number, first.id)
        raise Conflict(
            f"{who or 'Somebody'} changed claim {first.number} of {head.name} meanwhile:"
            " look at it again; nothing was overwritten.",
            claim=first.number,
            by=who,
            met=tuple(Met("claim", row.id, row.number, expected[row.number], row.version) for row in others),
        )


def standing(head: Head, rows: Iterable[Row]) -> None:
    """Refuse claims that the current draft has lost: their words are gone, so nothing can be said of them.

    Raises:
        Refused: one of the claims is lost.
    """
    for row in rows:
        if row.start is None:
            raise Refused(
                f"Claim {row.number} no longer stands in draft {head.draft} of {head.name}:"
                " attach it again, or cut or retire it."
            )


def find_beside(
    ledger: Ledger, kind: str, key: int, query: sa.Executable, expected: int | None
) -> tuple[Row, Head]:
    """A note, query or citation, and the article that it is in.

    Args:
        ledger: the act.
        kind: its table, which is also its name in a sentence.
        key: its id.
        query: finds it, with its version, the number of its claim and the slug of its article at least.
        expected: the version that the caller has seen.

    Raises:
        NotOnDesk: it is not there.
        Conflict: it is not as it was seen.
    """
    row = ledger.connection.execute(query).first()
    if row is None:
        gone(ledger.connection, (kind, key), expected)
        raise NotOnDesk(f"There is no {kind} {key} on the desk.")
    what = f"this {kind}" if row.number is None else f"this {kind} on claim {row.number}"
    unchanged(ledger.connection, (kind, key), (row.version, expected), what, row.number)
    return row, find_article(ledger.connection, row.slug)
