"""Turning an act round: each row goes back to what it was, if it still is what the act left."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.tables import Claim, ClaimSpan, Event, Table
from factcheck.desk.cuts.coverage import Region, recounted, region_of
from factcheck.desk.cuts.layout import Standing, standing_between
from factcheck.desk.cuts.spans import overlap
from factcheck.desk.transaction.columns import Row, plain, stored, table_of
from factcheck.desk.transaction.input_text import undone
from factcheck.desk.transaction.last_change import later_touch
from factcheck.desk.transaction.ledger import Ledger, chunks
from factcheck.errors import Conflict

_KINDS: dict[str, type[Table]] = {kind.__tablename__: kind for kind in Table.__subclasses__()}
_STRUCTURE = frozenset({"claim_span", "passage", "article", "draft", "source", "contact"})
"""Tables whose rows change more than the claims that an event names."""


class Turn(NamedTuple):
    """What has to become of one row."""

    table: str
    id: int
    now: dict[str, Any] | None
    """What the row has to hold for the turn to be right; None where it must not be there."""
    then: dict[str, Any] | None
    """What it holds afterwards."""

    @property
    def manner(self) -> tuple[str, bool, bool]:
        """Turns of one manner can be made together."""
        return (self.table, self.now is None, self.then is None)


class Sought(NamedTuple):
    """What is turned round, and for whom."""

    verb: str
    """undo or redo."""
    act: Row
    """The event of the act."""
    last: Row
    """The event that made the act stand as it does: itself, or the last undo or redo of it."""


def turn_round(ledger: Ledger, sought: Sought) -> bool:
    """Take back what the last event of an act did; whether more changed than the claims that it names.

    Raises:
        Conflict: a row is not as that event left it, or claims would no longer fit together.
    """
    turns = [Turn(c["table"], c["id"], c["after"], c["before"]) for c in reversed(sought.last.changes)]
    if any(turn.table == "article" and turn.then == {"present": False} for turn in turns):
        _alone(ledger, sought)
    _settled(ledger, sought, turns)
    regions = region_of(ledger, sought.last.changes)
    with recounted(ledger, regions):
        _carry_out(ledger, sought, turns)
    for region in regions:
        _fitting(ledger, sought, region)
    return sought.act.claim is None or any(turn.table in _STRUCTURE for turn in turns)


def _carry_out(ledger: Ledger, sought: Sought, turns: Sequence[Turn]) -> None:
    # Rows that come back get a version that nobody can have seen: events outnumber the changes of any row.
    stamp = (ledger.connection.scalar(sa.select(sa.func.max(Event.id))) or 0) + 2
    for (table, comes, goes), group in groupby(turns, key=lambda turn: turn.manner):
        some = list(group)
        if comes:
            rows = {turn.id: stored(table, turn.then or {}) for turn in some}
            ledger.put_back(_KINDS[table], _holders_first(rows), stamp)
            continue
        _compare(ledger, sought, some)
        if goes:
            ledger.delete_many(_KINDS[table], [turn.id for turn in some])
        else:
            ledger.update_many(_KINDS[table], {turn.id: stored(table, turn.then or {}) for turn in some})


def _holders_first(rows: Mapping[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Rows in an order in which none comes before the one that it is nested in."""
    found: dict[int, dict[str, Any]] = {}
    for key in rows:
        path = []
        while key in rows and key not in found and key not in path:
            path.append(key)
            key = rows[key].get("parent_id") or 0
        found |= {one: rows[one] for one in reversed(path)}
    return found


def _compare(ledger: Ledger, sought: Sought, turns: Sequence[Turn]) -> None:
    """See that rows still hold what the event left in them.

    Raises:
        Conflict: one does not.
    """
    found = dict(_current(ledger, turns))
    for turn in turns:
        row = found.get(turn.id)
        if row is None or any(plain(row[name]) != value for name, value in (turn.now or {}).items()):
            raise conflict(ledger.connection, sought, {(turn.table, turn.id)})


def _current(ledger: Ledger, turns: Sequence[Turn]) -> Iterator[tuple[int, sa.RowMapping]]:
    table = table_of(_KINDS[turns[0].table])
    names = sorted({name for turn in turns for name in turn.now or {}})
    columns = [table.c.id, *(table.c[name] for name in names)]
    for some in chunks(turn.id for turn in turns):
        for row in ledger.connection.execute(sa.select(*columns).where(table.c.id.in_(some))).mappings():
            yield row["id"], row


def _alone(ledger: Ledger, sought: Sought) -> None:
    """Refuse to take an article off the desk that somebody else has worked on since it came.

    Raises:
        Conflict: somebody has.
    """
    act = sought.act
    others = sa.select(Event.by).where(
        Event.article_id == act.article_id, Event.id > act.id, Event.by != act.by
    )
    who = ledger.connection.scalar(others.limit(1))
    if who is not None:
        raise Conflict(f"{who} has worked on this article since: remove it if you mean to.", by=who)


_TRACKED = {"claim": ("retired",), "claim_span": ("start", "end")}
"""What makes a claim stand where it stands."""

Ground = dict[tuple[str, int], dict[str, Any]]


def _settled(ledger: Ledger, sought: Sought, turns: Sequence[Turn]) -> None:
    """See that claims which the turn moves stand where the event left them, in the queue or out of it.

    A claim may have been retired or cut since without any row of the event being touched; its words would
    then be nobody's after the turn, or two claims'.

    Raises:
        Conflict: one stands elsewhere.
    """
    claims = {turn.id for turn in turns if turn.table == "claim" and "retired" in (turn.now or {})}
    spans = [turn.id for turn in turns if turn.table == "claim_span"]
    for some in chunks(spans):
        claims |= set(ledger.connection.scalars(sa.select(ClaimSpan.claim_id).where(ClaimSpan.id.in_(some))))
    if not claims:
        return
    now = _ground(ledger, claims)
    then = {key: dict(row) for key, row in now.items()}
    later = sa.select(Event.changes).where(
        Event.id > sought.last.id, Event.article_id.is_not_distinct_from(sought.act.article_id)
    )
    for changes in ledger.connection.scalars(later.order_by(Event.id.desc())):
        for change in reversed(changes):
            _take_back(then, change, claims)
    moved = {key for key in now.keys() | then.keys() if now.get(key) != then.get(key)}
    if moved:
        raise conflict(ledger.connection, sought, moved)


def _ground(ledger: Ledger, claims: set[int]) -> Ground:
    """Where claims stand now."""
    found: Ground = {}
    for some in chunks(claims):
        for row in ledger.connection.execute(sa.select(Claim.id, Claim.retired).where(Claim.id.in_(some))):
            found["claim", row.id] = {"retired": row.retired}
        columns = (ClaimSpan.id, ClaimSpan.start, ClaimSpan.end)
        for span in ledger.connection.execute(sa.select(*columns).where(ClaimSpan.claim_id.in_(some))):
            found["claim_span", span.id] = {"start": span.start, "end": span.end}
    return found


def _take_back(ground: Ground, change: Mapping[str, Any], claims: set[int]) -> None:
    """Take a later change of the history back, as far as it moved some claims."""
    names = _TRACKED.get(change["table"])
    if names is None:
        return
    key, before, after = (change["table"], change["id"]), change["before"], change["after"]
    if before is None:
        ground.pop(key, None)
    elif after is None:
        if before.get("claim_id", change["id"]) in claims:
            ground[key] = {name: before[name] for name in names}
    elif key in ground:
        ground[key] |= {name: before[name] for name in names if name in before}


def _fitting(ledger: Ledger, sought: Sought, region: Region) -> None:
    """See that no two claims of a region share words unless one lies in the other.

    Raises:
        Conflict: two do.
    """
    around: list[Standing] = []
    for claim in standing_between(ledger, region.draft_id, region.start, region.end):
        around = [other for other in around if other.span.end > claim.span.start]
        for other in around:
            if not other.holds(claim.span) and overlap(other.pieces, list(claim.pieces)):
                raise conflict(ledger.connection, sought, {("claim", claim.id), ("claim", other.id)})
        around.append(claim)


def conflict(connection: sa.Connection, sought: Sought, rows: set[tuple[str, int]] | None = None) -> Conflict:
    """The error that names who changed what an act left.

    Args:
        connection: the transaction.
        sought: what cannot be turned round.
        rows: the rows that are not as they were left; all of the event's where it is not known.
    """
    rows = rows or {(change["table"], change["id"]) for change in sought.last.changes}
    touch = later_touch(connection, sought.last.id, rows)
    who = touch.by if touch else ""
    since = f" ({undone(touch.said)})" if touch else ""
    said = undone(sought.act.said)
    return Conflict(
        f"Cannot {sought.verb} “{said}”: {who or 'somebody'} changed the same thing since{since}.",
        claim=sought.act.claim,
        by=who,
    )
