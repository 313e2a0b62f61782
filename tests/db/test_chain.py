"""The chain formula: the same for whoever writes and whoever verifies, and different after any change."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from db.chain import LINKED, link
from db.tables import Event

EVENT = {
    "op": "a1",
    "at": datetime(2026, 3, 1, 12, 30, 15, 250, tzinfo=UTC),
    "by": "Ann",
    "verb": "decide",
    "article_id": 1,
    "claim": 2,
    "words": "The bridge opened in 1932.",
    "said": "Claim 2: verified",
    "changes": [
        {"table": "claim", "id": 2, "before": {"finding": "unchecked"}, "after": {"finding": "verified"}}
    ],
    "target": None,
    "warnings": [],
    "laid": [],
}

FIRST = "b42bd5873ba711e122e0e01f90998037610cbef8f64024e36269f3d6fd0b56b2"
SECOND = "a2977fdb7d84deade833a0dc8ed9591adc7527cdcc7eee5e1a459b968dff736e"


def test_the_formula_is_fixed_for_all_databases_ever_written():
    assert link("", **EVENT) == FIRST
    assert link(FIRST, **EVENT) == SECOND


def test_all_columns_but_the_number_are_linked():
    assert {*LINKED, "id", "chain"} == set(Event.__table__.columns.keys())
    assert set(LINKED) == set(EVENT)


def test_any_change_changes_the_link():
    others = {
        "op": "a2",
        "at": EVENT["at"] + timedelta(microseconds=1),
        "by": "Bo",
        "verb": "note",
        "article_id": None,
        "claim": 3,
        "words": "",
        "said": "",
        "changes": [],
        "target": 1,
        "warnings": ["Claim 2: verified needs a citation that supports it."],
        "laid": [{"table": "claim", "first": 1, "columns": ["id"], "digests": "6b86b273"}],
    }
    links = {link("", **{**EVENT, name: other}) for name, other in others.items()}
    assert len(links | {link("", **EVENT), link("x", **EVENT)}) == len(others) + 2


def test_the_zone_and_the_order_of_keys_do_not_matter():
    moved = EVENT["at"].astimezone(timezone(timedelta(hours=5, minutes=30)))
    turned = [dict(reversed(change.items())) for change in EVENT["changes"]]
    assert link("", **{**EVENT, "at": moved, "changes": turned}) == link("", **EVENT)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(json, max_size=4), st.text())
def test_a_document_read_back_has_the_same_link(changes, said):
    from json import dumps, loads

    written = link("", **{**EVENT, "changes": changes, "said": said})
    assert link("", **{**EVENT, "changes": loads(dumps(changes)), "said": said}) == written
