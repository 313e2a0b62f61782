"""The queue: claims as light rows, fast enough for an article of a hundred thousand."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any, Generic, NamedTuple, TypeVar

import sqlalchemy as sa

from db.tables import Citation, Claim, ClaimSpan, Draft, Note, Query
from db.vocabulary import OPEN_FINDINGS, CheckKind, Finding, FixState, Flag, ReviewState
from factcheck.desk.claims.search import matches, search_words
from factcheck.desk.drafts.drafts import draft_id_of
from factcheck.desk.sources.flags import RECHECK, flags_of, origin_counts
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.ledger import CHUNK, chunks
from factcheck.desk.transaction.lookup import Head, find_article, span_of, unique
from factcheck.desk.transaction.transaction import Noun
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
    sa.type_coerce(RECHECK, sa.Integer).label("recheck"),
    sa.type_coerce(Claim.legal, sa.Integer).label("legal"),
    sa.type_coerce(Claim.sensitive, sa.Integer).label("sensitive"),
    Claim.assignee,
    Claim.priority,
    _raw(Claim.reasons).label("reasons"),
    _raw(Claim.fix).label("fix"),
    _raw(Claim.review).label("review"),
    Claim.parent_id,
    sa.type_coerce(Claim.lint, sa.Integer).label("lint"),
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


class Queue(Noun):
    """Claims in lists."""

    def rows(
        self,
        article: str,
        filter: ClaimFilter = _EVERYTHING,  # noqa: A002 - the word for it
    ) -> list[ClaimRow]:
        """The claims of an article that a filter lets through, in reading order or most urgent first."""
        with self._read() as connection:
            head = find_article(connection, article)
            return list_claims(connection, head, filter, self.today)

    def holding(self, article: str, rows: Sequence[ClaimRow], search: str) -> list[ClaimRow]:
        """Those of some rows of an article that hold all the words looked for, as `claims` would find them.

        For who has the rows already: making them is nine tenths of a search in 100,000 claims.
        """
        with self._read() as connection:
            return _searched(connection, find_article(connection, article), rows, search)

    def rows_of(self, article: str, numbers: int | Sequence[int]) -> list[ClaimRow]:
        """The rows of some claims, in reading order; numbers that are not in the queue are left out.

        This is what refreshes a list after a change without reading all of it again. A change that changed
        nothing names no claim, and there is none then.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            found: list[ClaimRow] = []
            for some in chunks(unique(numbers) if numbers else ()):
                only = Claim.number.in_(some)
                found += _rows(connection, head, [only, ~Claim.retired], self.today, lost=None)
            return sorted(found, key=_reading_order)

    def within(self, article: str, draft: int) -> list[ClaimRow]:
        """The claims that stood in a draft, at their places and with their words there, as decided now.

        Lost claims are among them, also those closed as cut; claims that were taken out of the queue are not.

        Raises:
            NotOnDesk: no such article or draft.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            there = head._replace(draft_id=draft_id_of(connection, head, draft))
            kept = ~Claim.retired
            if there.draft_id != head.draft_id:
                kept |= Claim.fix == FixState.CUT
            return _rows(connection, there, [kept], self.today, lost=False)


def list_claims(connection: sa.Connection, head: Head, wanted: ClaimFilter, today: date) -> list[ClaimRow]:
    """The claims of an article that a filter lets through."""
    where = [*_conditions(wanted), Claim.retired.is_(wanted.retired)]
    rows = _rows(connection, head, where, today, lost=None if wanted.retired else wanted.lost)
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
        where.append(Claim.finding.in_(OPEN_FINDINGS) | RECHECK)
    stored = {Flag.LEGAL: Claim.legal, Flag.SENSITIVE: Claim.sensitive}
    where += [stored[flag].is_(True) for flag in wanted.flags if flag in stored]
    if Flag.RECHECK in wanted.flags:
        where.append(RECHECK)
    return where


def _rows(
    connection: sa.Connection,
    head: Head,
    where: Sequence[sa.ColumnElement[bool]],
    today: date,
    *,
    lost: bool | None,
) -> list[ClaimRow]:
    """Rows of claims in reading order.

    Args:
        connection: the transaction.
        head: their article.
        where: which claims.
        today: the day where the person is.
        lost: only those that the current draft has lost, only those that it holds, or None for both.
    """
    query = sa.select(*_COLUMNS).where(Claim.article_id == head.id, *where)
    query = query.join(ClaimSpan, span_of(head.draft_id), isouter=lost is not False)
    if lost:
        query = query.where(ClaimSpan.id.is_(None))
    query = query.order_by(ClaimSpan.start, ClaimSpan.end.desc(), Claim.number)
    raw: Sequence[Sequence[Any]] = connection.execute(query, {"today": today}).all()
    if lost is not False:
        raw = _with_last_places(connection, raw)
    if not raw:
        return []
    columns = list(zip(*raw, strict=True))
    return _built(columns, _counts(connection, head, columns[0]), _parents(connection, columns))


def _with_last_places(connection: sa.Connection, raw: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Rows with the last places of lost claims filled in, and a mark at their end."""
    places = last_spans(connection, [row[0] for row in raw if row[2] is None])
    rows = []
    for key, number, start, end, text, *rest in raw:
        place = places[key][1:4] if key in places else (start or 0, end or 0, text or "")
        rows.append((key, number, *place, *rest, start is None))
    return rows


def _built(columns: Sequence[Sequence[Any]], counts: Counts, parents: Mapping[int, int]) -> list[ClaimRow]:
    """Rows of claims out of the columns of the query: column by column is faster than row by row."""
    keys, number, start, end, text, finding, speaker, kinds, *rest = columns
    recheck, legal, sensitive, assignee, priority, reasons, fix, review, parent, lint, version, *lost = rest
    none = repeat(0)
    rows = zip(
        number,
        start,
        end,
        text,
        map(_FINDINGS.__getitem__, finding),
        map(_Parsed(_label).of, speaker),
        map(_Parsed(_kinds).of, kinds),
        map(flags_of, recheck, review, _single(keys, finding, counts), legal, sensitive),
        assignee,
        priority,
        map(_Parsed(_strings).of, reasons),
        map(_FIXES.__getitem__, fix),
        map(_REVIEWS.__getitem__, review),
        map(counts.citations.get, keys, none),
        map(counts.notes.get, keys, none),
        map(counts.open_queries.get, keys, none),
        lost[0] if lost else repeat(False),
        map(parents.get, parent),
        map(bool, lint),
        version,
        strict=False,
    )
    return [ClaimRow(*row) for row in rows]


def _single(keys: Sequence[int], findings: Sequence[str], counts: Counts) -> Iterator[bool]:
    """Whether each claim rests on one origin; for a wrong claim those count that contradict it."""
    against = {key for key, finding in zip(keys, findings, strict=True) if finding == Finding.WRONG}
    single = {key for key, count in counts.origins.items() if count == 1} - against
    single |= {key for key in against if counts.against.get(key) == 1}
    return map(single.__contains__, keys)


class _Parsed(Generic[T]):
    """Documents parsed once each: the kinds and reasons of many claims are the same few."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self._known: dict[object, T] = {None: read(None)}

    def of(self, raw: object) -> T:
        """What a document says; a server hands it over parsed, SQLite as text."""
        try:
            return self._known[raw]
        except TypeError:
            return self._read(raw)
        except KeyError:
            value = self._read(json.loads(raw) if isinstance(raw, str) else raw)
            return self._known.setdefault(raw, value)


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


def _parents(connection: sa.Connection, columns: Sequence[Sequence[Any]]) -> dict[int, int]:
    """Numbers of the claims that others are nested in, by id; retired ones hold nothing any more."""
    wanted = set(columns[16]) - {None}
    if not wanted:
        return {}
    numbers: dict[int, int] = {}
    for some in chunks(wanted):
        query = sa.select(Claim.id, Claim.number).where(Claim.id.in_(some), Claim.retired.is_(False))
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
