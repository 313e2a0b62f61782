"""Claim sheets in JSON with values that nobody would write: each is taken in, or refused in one sentence."""

import copy
import json
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import sqlite
from factcheck.desk import Desk
from factcheck.errors import BadInput
from factcheck.export.formats import export
from factcheck.export.sheets.build import build_sheet
from factcheck.export.sheets.loading import load_sheet, piece_of
from tests.export.test_loading import worked  # noqa: F401 - the fixture

NUMBERS = [0, -1, 1, 2, 7, 10**6, 2**31, 2**53, 2**63, 10**30, -(10**30), 10**300, 0.5, 1e300]
TEXTS = [
    "", " ", "x", "\u202e", "a\x00b", "\ud800", "=1+1", "9" * 50, "é" * 300, "verified", "waiting",
    "0001-01-01", "9999-12-31", "2024-13-45", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
    "2024-01-01T00:00:00",
]  # fmt: skip
OTHERS = [None, True, False, [], {}, [[]], [0, 1], [5, 2], {"a": 1}, [None]]
VALUES = st.sampled_from([*NUMBERS, *TEXTS, *OTHERS])


def places(value, path=()):
    """Where the values of a sheet stand."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


def changed(sheet, path, value):
    if not path:
        return value
    made = copy.deepcopy(sheet)
    at = made
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return made


@pytest.fixture(scope="module")
def sheet(worked):  # noqa: F811 - the fixture
    return json.loads(export(worked, "json"))


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """A desk, and the file of an empty one to put in its place."""
    folder = tmp_path_factory.mktemp("desks")
    with Desk.open(folder / "empty.db", person="Dee Fox"):
        pass
    with Desk.open(folder / "live.db", person="Dee Fox") as desk:
        yield desk, folder / "empty.db"


def outcome(desks, sheet) -> str:
    """Why a sheet was refused; empty when an empty desk took it in, shows it, hands it on and undoes it."""
    desk, empty = desks
    with closing(sqlite.connect(empty)) as source, closing(sqlite.connect(Path(desk.location))) as target:
        source.backup(target)
    data = json.dumps(sheet).encode("utf-8", "surrogatepass")
    try:
        change = desk.sheets.take_in(piece_of(load_sheet(data, "x.json")))
    except BadInput as refused:
        return str(refused)
    desk.queue.rows(change.article)
    export(build_sheet(desk, change.article), "json")
    desk.history.undo()
    return ""


def test_the_sheet_itself_is_taken_in(desks, sheet):
    assert outcome(desks, sheet) == ""


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_value_in_a_sheet_is_taken_in_or_refused_in_one_sentence(desks, sheet, data):
    made = sheet
    for _ in range(data.draw(st.integers(1, 3))):
        made = changed(made, data.draw(st.sampled_from(list(places(made)))), data.draw(VALUES))
    assert "\n" not in outcome(desks, made)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("draft", "number"), 10**30, "draft.number is out of range"),
        (("draft", "words"), 2**40, "draft.words is out of range"),
        (("claims", 0, "draft"), 7, "C001 stands in another draft"),
        (("claims", 0, "check_points", 0, "end"), 10**6, "a part of C001 stands outside the draft"),
        (("claims", 0, "check_points", 0, "start"), -1, "a part of C001 stands outside the draft"),
        (("claims", 0, "decided_at"), "2024-01-01T00:00:00", "claims.0.decided_at is no moment"),
        (("history", 0, "at"), "0001-01-01T00:00:00+14:00", "history.0.at is no moment"),
        (("history", 0, "before"), {"a": [1e999]}, "history.0.before.a.0 is out of range"),
        (("draft", "blocks", 0, "end"), 10**6, "the blocks of draft 1 do not stand in its text"),
        (("claims", 0, "number"), 0, "one has none"),
        (("sign_off", "at"), "2024-01-01T00:00:00Z", "it is signed by nobody"),
    ],
)
def test_what_cannot_be_is_told_with_its_place_and_the_way_out(desks, sheet, path, value, said):
    refused = outcome(desks, changed(sheet, path, value))
    assert "x.json" in refused
    assert said in refused
    assert "export it again" in refused
