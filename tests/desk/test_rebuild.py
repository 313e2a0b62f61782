"""The history against the state: each way in which the two can differ is told in a sentence, once."""

import json
from typing import Any

import pytest
import sqlalchemy as sa

from db.chain import LINKED, link
from db.tables import Article, CheckPoint, Citation, Claim, Contact, Draft, Event, Note, Query, Source, Table
from db.vocabulary import Finding, Method
from factcheck.desk import Desk
from factcheck.desk.transaction.columns import complete, plain, stored
from factcheck.model import SourceFields
from tests.desk.conftest import MILL
from tests.desk.texts import article, split


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """The mill with a row of each kind that people make."""
    desk.citations.add(MILL, 1, SourceFields(title="A"))
    desk.notes.add(MILL, 1, "n")
    desk.queries.ask(MILL, 2, "q")
    desk.contacts.log(1, Method.CALL, "busy")
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.findings.tick_all(MILL, 2)
    assert desk.maintenance.rebuild() == []
    return desk


def run(desk: Desk, *statements: Any) -> list[str]:
    """What the rebuild tells after something else has written to the database."""
    with desk._transactions.store.write() as connection:
        for statement in statements:
            connection.execute(statement)
    return desk.maintenance.rebuild()


def rewrite(desk: Desk, change: dict[str, Any], event: int) -> list[str]:
    """What the rebuild tells when the history itself holds another change, linked as it should be."""
    table = Event.__table__
    with desk._transactions.store.write() as connection:
        connection.execute(sa.text("DROP TRIGGER event_never_changes"))
        connection.execute(table.update().where(table.c.id == event).values(changes=[change]))
        chain = ""
        for row in connection.execute(sa.select(table).order_by(table.c.id)).mappings().all():
            chain = link(chain, **{name: row[name] for name in LINKED})
            connection.execute(table.update().where(table.c.id == row["id"]).values(chain=chain))
    return desk.maintenance.rebuild()


KINDS = [Citation, Contact, Note, Query, Source]


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_somebody_took_away_or_that_nobody_made_is_told(worked: Desk, kind: type[Table]) -> None:
    name = kind.__tablename__
    with worked._transactions.read() as connection:
        row = dict(connection.execute(sa.select(kind.__table__)).mappings().one())
    if kind is not Source:
        event = {"citation": 2, "note": 3, "query": 4, "contact": 5}[name]
        assert run(worked, sa.delete(kind)) == [
            f"The history left {name} 1 there at event {event}, and it is gone."
        ]
        assert run(worked, kind.__table__.insert().values(**row)) == []
    double = {**row, "id": 2}
    assert run(worked, kind.__table__.insert().values(**double)) == [f"No event tells of {name} 2."]


@pytest.mark.parametrize(
    ("kind", "column", "value"),
    [
        (Claim, "finding", "wrong"),
        (Claim, "decided_by", "x"),
        (Claim, "recheck", True),
        (Claim, "proposed_text", "x"),
        (Claim, "fix", "cut"),
        (Claim, "review", "agreed"),
        (Claim, "assignee", "x"),
        (Claim, "retired", True),
        (CheckPoint, "ticked", True),
        (Article, "signed_by", "x"),
    ],
)
def test_what_nobody_is_said_to_have_done_is_told(
    worked: Desk, kind: type[Table], column: str, value: object
) -> None:
    key = {Claim: 5, CheckPoint: 3, Article: 1}[kind]
    told = run(worked, kind.__table__.update().where(kind.__table__.c.id == key).values({column: value}))
    name = kind.__tablename__.replace("_", " ")
    if kind is Article:
        assert told == ["Article 1 is not as it came in with event 1: a value was altered."]
    else:
        assert told[-1] == f"No event tells what became of {name} {key}."
    assert len(told) == len(set(told))


def test_a_value_that_is_not_as_it_was_left_is_told_with_both(worked: Desk) -> None:
    statement = Claim.__table__.update().where(Claim.number == 1)
    assert run(worked, statement.values(finding="wrong", decided_by="Jo")) == [
        "Claim 1 has 'wrong' as its finding, and the history left 'verified' at event 6.",
        "Claim 1 has 'Jo' as its decided_by, and the history left 'Ana Ortiz' at event 6.",
    ]
    assert run(worked, statement.values(finding="verified", decided_by="Ana Ortiz", priority=2)) == [
        "Claim 1 (claim 1 of the-mill-at-arden) is not as it came in with event 1: a value was altered."
    ]


@pytest.mark.parametrize(
    ("table", "before", "after", "told"),
    [
        ("note", {"text": "m"}, {"text": "n"}, ["No event tells how note 1 came to be."]),
        (
            "note",
            {"text": "n"},
            None,
            [
                "The history left note 1 gone at event 3, and it is there.",
                "No event tells how note 1 came to be.",
            ],
        ),
        (
            "claim",
            {"retired": True},
            {"retired": False},
            [
                f"Claim 1 (claim 1 of {MILL}) is not as it came in with event 1: a value was altered.",
                "No event tells of note 1.",
            ],
        ),
    ],
)
def test_a_history_that_does_not_tell_the_beginning_is_told(
    worked: Desk, table: str, before: dict[str, Any], after: dict[str, Any] | None, told: list[str]
) -> None:
    assert rewrite(worked, {"table": table, "id": 1, "before": before, "after": after}, 3) == told


def test_twenty_differences_are_told_and_no_more(desk: Desk) -> None:
    given_ = article(" ".join(f"It is {number}." for number in range(30)), slug="long")
    desk.articles.add(given_, split(given_))
    assert len(run(desk, Claim.__table__.update().where(Claim.article_id == 2).values(assignee="x"))) == 20
    few = Claim.__table__.update().where(Claim.article_id == 2, Claim.number > 24)
    assert len(run(desk, Claim.__table__.update().values(assignee=""), few.values(assignee="x"))) == 12


def test_the_doctor_counts_words_and_numbers_anew(worked: Desk) -> None:
    def told(statement: Any) -> list[str]:
        with worked._transactions.store.write() as connection:
            connection.execute(statement)
        return [one for one in worked.maintenance.doctor().problems if "mill" in one]

    numbers = Article.__table__.update()
    assert told(numbers.values(next_number=6)) == []
    assert told(numbers.values(next_number=5)) == [
        "The next claim of the-mill-at-arden would get the number 5, which is taken."
    ]
    told(numbers.values(next_number=7))
    assert told(Draft.__table__.update().values(covered=33)) == [
        "the-mill-at-arden counts 33 covered words; its draft holds 34."
    ]


def test_stored_values_are_written_plainly_and_read_back(worked: Desk) -> None:
    with worked._transactions.read() as connection:
        for table in Table.metadata.sorted_tables:
            columns = [column for column in table.columns if not isinstance(column.type, sa.LargeBinary)]
            for row in connection.execute(sa.select(*columns)).mappings():
                written = json.loads(json.dumps({name: plain(value) for name, value in row.items()}))
                assert stored(table.name, written) == {
                    name: value if not isinstance(value, str) else str(value) for name, value in row.items()
                }
    with pytest.raises(TypeError, match="cannot hold bytes"):
        plain(b"x")
    with pytest.raises(KeyError, match="note has no column nonsense, other"):
        complete("note", {"other": 1, "nonsense": 2, "id": 3, "version": 4})
    row = complete("note", {"text": "n", "version": 4})
    assert (row["text"], row["version"], row["confidential"], row["claim_id"]) == ("n", 4, False, None)
    assert "id" not in row
