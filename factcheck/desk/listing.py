"""The queue: claims as light rows, fast enough for an article of a hundred thousand."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import sqlalchemy as sa

from db.tables import Citation, Claim, ClaimSpan, Draft, Note, Query
from db.vocabulary import CheckKind, Finding, FixState, Flag, ReviewState
from factcheck.desk.columns import Row
from factcheck.desk.flags import flags_of, origin_counts
from factcheck.desk.heads import Head, find_article, span_of, unique
from factcheck.desk.ledger import CHUNK, chunks
from factcheck.desk.matching import matches, search_words
from factcheck.desk.room import Room
from factcheck.model import ClaimFilter, ClaimRow

T = TypeVar("T")
_Attribute = sa.SQLColumnExpression[Any]


def _raw(column: _Attribute) -> sa.ColumnElement[Any]:
    """A column as the driver gives it: SQLAlchemy's conversion of each value costs more than the query."""
    return sa.type_coerce(column, sa.String)


_COLUMNS = (
    Claim.id,
    Claim.number,
    ClaimSpan.start,
    ClaimSpan.end,
    ClaimSpan.text,
    _raw(Claim.finding).label("finding"),
    _raw(Claim.speaker).label("speaker"),
    _raw(Claim.kinds).label("kinds"),
    Claim.recheck,
    Claim.legal,
    Claim.sensitive,
    Claim.assignee,
    Claim.priority,
    _raw(Claim.reasons).label("reasons"),
    _raw(Claim.fix).label("fix"),
    _raw(Claim.review).label("review"),
    Claim.parent_id,
    Claim.lint,
    Claim.version,
)

_FINDINGS = {finding.value: finding for finding in Finding}
_FIXES: dict[str | None, FixState | None] = {None: None} | {state.value: state for state in FixState}
_REVIEWS: dict[str | None, ReviewState | None] = {None: None} | {state.value: state for state in ReviewState}


class Counts(NamedTuple):
    """What hangs on claims, by claim id; claims without any are left out."""

    citations: Mapping[int, int]
    notes: Mapping[int, int]
    open_queries: Mapping[int, int]
    origins: Mapping[int, int]
    """Origins that bear the claim out."""
    against: Mapping[int, int]
    """Origins that contradict it."""


_EVERYTHING = ClaimFilter()


class Listing(Room):
    """Claims in lists."""

    def claims(
        self,
        article: str,
        filter: ClaimFilter = _EVERYTHING,  # noqa: A002 - the word for it
    ) -> list[ClaimRow]:
        """The claims of an article that a filter lets through, in reading order or most urgent first."""
        with self._read() as connection:
            head = find_article(connection, article)
            return list_claims(connection, head, filter)

    def claim_rows(self, article: str, numbers: int | Sequence[int]) -> list[ClaimRow]:
        """The rows of some claims, in reading order; numbers that are not in the queue are left out.

        This is what refreshes a list after a change without reading all of it again.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            found: list[ClaimRow] = []
            for some in chunks(unique(numbers)):
                only = Claim.number.in_(some)
                found += _rows(connection, head, [only, ~Claim.retired], lost=None)
            return sorted(found, key=_reading_order)


def list_claims(connection: sa.Connection, head: Head, wanted: ClaimFilter) -> list[ClaimRow]:
    """The claims of an article that a filter lets through."""
    where = [*_conditions(wanted), Claim.retired.is_(wanted.retired)]
    rows = _rows(connection, head, where, lost=None if wanted.retired else wanted.lost)
    if wanted.flags:
        rows = [row for row in rows if all(flag in row.flags for flag in wanted.flags)]
    if wanted.kinds:
        kinds = set(wanted.kinds)
        rows = [row for row in rows if not kinds.isdisjoint(row.kinds)]
    if wanted.queried:
        rows = [row for row in rows if row.open_queries]
    if wanted.search.strip():
        rows = _searched(connection, head, rows, wanted.search)
    return sorted(rows, key=_urgency) if wanted.by_priority else rows


def _conditions(wanted: ClaimFilter) -> list[sa.ColumnElement[bool]]:
    """The part of a filter that the database answers."""
    where: list[sa.ColumnElement[bool]] = []
    if wanted.findings:
        where.append(Claim.finding.in_(wanted.findings))
    if wanted.assignee is not None:
        where.append(Claim.assignee == wanted.assignee)
    if wanted.only_open:
        where.append(Claim.finding.in_((Finding.UNCHECKED, Finding.WAITING)) | Claim.recheck)
    stored = {Flag.RECHECK: Claim.recheck, Flag.LEGAL: Claim.legal, Flag.SENSITIVE: Claim.sensitive}
    where += [stored[flag].is_(True) for flag in wanted.flags if flag in stored]
    return where


def _rows(
    connection: sa.Connection, head: Head, where: Sequence[sa.ColumnElement[bool]], *, lost: bool | None
) -> list[ClaimRow]:
    """Rows of claims in reading order.

    Args:
        connection: the transaction.
        head: their article.
        where: which claims.
        lost: only those that the current draft has lost, only those that it holds, or None for both.
    """
    query = sa.select(*_COLUMNS).where(Claim.article_id == head.id, *where)
    query = query.join(ClaimSpan, span_of(head.draft_id), isouter=lost is not False)
    if lost:
        query = query.where(ClaimSpan.id.is_(None))
    query = query.order_by(ClaimSpan.start, ClaimSpan.end.desc(), Claim.number)
    raw = connection.execute(query).all()
    last = last_spans(connection, [row.id for row in raw if row.start is None])
    counts = _counts(connection, head, [row.id for row in raw])
    parents = _parents(connection, raw)
    build = _builder(counts, parents, last)
    return [build(row) for row in raw]


def _builder(
    counts: Counts, parents: Mapping[int, int], last: Mapping[int, Row]
) -> Callable[[Row], ClaimRow]:
    """What makes a claim's row of a row of the query."""
    kinds, reasons, speakers = _Parsed(_kinds), _Parsed(_strings), _Parsed(_label)
    citations, notes, queries, origins, against = counts

    def build(row: Row) -> ClaimRow:
        key, number, start, end, text, finding, speaker, row_kinds, *rest = tuple(row)
        recheck, legal, sensitive, assignee, priority, row_reasons, fix, review, parent, lint, version = rest
        lost = start is None
        if lost:
            start, end, text = last[key][1:4] if key in last else (0, 0, "")
        found = _FINDINGS[finding]
        state = _REVIEWS[review]
        single = (against if found is Finding.WRONG else origins).get(key) == 1
        return ClaimRow(
            number, start, end, text, found, speakers(speaker), kinds(row_kinds),
            flags_of(recheck=recheck, review=state, single=single, legal=legal, sensitive=sensitive),
            assignee, priority, reasons(row_reasons), _FIXES[fix], state,
            citations.get(key, 0), notes.get(key, 0), queries.get(key, 0),
            lost, parents.get(parent) if parent else None, lint, version,
        )  # fmt: skip

    return build


class _Parsed(Generic[T]):
    """Documents parsed once each: the kinds and reasons of many claims are the same few."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self._known: dict[str | None, T] = {None: read(None)}

    def __call__(self, raw: object) -> T:
        if raw is not None and not isinstance(raw, str):
            # A server hands documents over parsed; SQLite as text.
            return self._read(raw)
        if raw not in self._known:
            self._known[raw] = self._read(json.loads(raw or "null"))
        return self._known[raw]


def _kinds(document: Iterable[str] | None) -> tuple[CheckKind, ...]:
    return tuple(map(CheckKind, document or ()))


def _strings(document: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(document or ())


def _label(document: Mapping[str, Any] | None) -> str:
    return str(document.get("name") or document.get("mention") or "") if document else ""


def _counts(connection: sa.Connection, head: Head, keys: Sequence[int]) -> Counts:
    """What hangs on the claims of an article; asked for single ones where they are few."""
    few = len(keys) <= CHUNK
    wanted = sa.select(Claim.id).where(Claim.id.in_(keys) if few else Claim.article_id == head.id)
    cited = Citation.claim_id.in_(wanted)
    still_open = Query.claim_id.in_(wanted) & Query.answered_at.is_(None)
    citations = _pairs(connection, _by_claim(Citation.claim_id, cited))
    return Counts(
        citations,
        _pairs(connection, _by_claim(Note.claim_id, Note.claim_id.in_(wanted))),
        _pairs(connection, _by_claim(Query.claim_id, still_open)),
        _pairs(connection, origin_counts(cited, against=False)) if citations else {},
        _pairs(connection, origin_counts(cited, against=True)) if citations else {},
    )


def _by_claim(claim_id: _Attribute, where: sa.ColumnElement[bool]) -> sa.Select[int, int]:
    return sa.select(claim_id, sa.func.count()).where(where).group_by(claim_id)


def _pairs(connection: sa.Connection, query: sa.Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def _parents(connection: sa.Connection, raw: Sequence[Row]) -> dict[int, int]:
    """Numbers of the claims that others are nested in, by id; retired ones hold nothing any more."""
    wanted = {row.parent_id for row in raw if row.parent_id}
    numbers = {row.id: row.number for row in raw if row.id in wanted}
    for some in chunks(wanted - numbers.keys()):
        query = sa.select(Claim.id, Claim.number).where(Claim.id.in_(some), ~Claim.retired)
        numbers.update((row.id, row.number) for row in connection.execute(query))
    return numbers


def last_spans(connection: sa.Connection, keys: Sequence[int]) -> dict[int, Row]:
    """Where lost claims stood last, by id: rows of claim_id, start, end, text, parts, number of the draft."""
    found: dict[int, Row] = {}
    for some in chunks(keys):
        query = (
            sa.select(
                ClaimSpan.claim_id,
                ClaimSpan.start,
                ClaimSpan.end,
                ClaimSpan.text,
                ClaimSpan.parts,
                Draft.number,
            )
            .join(Draft, Draft.id == ClaimSpan.draft_id)
            .where(ClaimSpan.claim_id.in_(some), Draft.number > 0)
            .order_by(Draft.number)
        )
        found.update((row.claim_id, row) for row in connection.execute(query))
    return found


def _searched(connection: sa.Connection, head: Head, rows: Sequence[ClaimRow], search: str) -> list[ClaimRow]:
    """The rows whose words, restatement, speaker or notes hold all the words looked for."""
    words = search_words(search)
    more: dict[int, str] = {}
    notes = sa.select(Claim.number, Note.text).join(Note, Note.claim_id == Claim.id)
    restatements = sa.select(Claim.number, Claim.restatement).where(Claim.restatement != "")
    for query in (notes.where(Claim.article_id == head.id), restatements.where(Claim.article_id == head.id)):
        for number, text in connection.execute(query):
            more[number] = f"{more.get(number, '')} {text}"
    return [row for row in rows if matches(words, f"{row.text} {row.speaker} {more.get(row.number, '')}")]


def _reading_order(row: ClaimRow) -> tuple[int, int, int]:
    return (row.start, -row.end, row.number)


def _urgency(row: ClaimRow) -> tuple[int, int, int, int]:
    return (-row.priority, *_reading_order(row))
