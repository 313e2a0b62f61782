"""The commands about the next draft."""

import pytest

from tests.cli.conftest import STORY

NEXT = (
    STORY.replace("About 40 people", "About 46 people")
    .replace("“We have", '"We have')
    .replace("1986,”", '1986,"')
)


@pytest.fixture
def next_draft(tmp_path):
    """The story with one number changed, and one quotation set in straight marks."""
    (tmp_path / "next.txt").write_text(NEXT, encoding="utf-8")
    return "next.txt"


def test_a_dry_run_shows_the_changed_words_and_changes_nothing(line, next_draft):
    result = line("revise", "bridge", next_draft, "--dry-run")
    assert "About [-40 -]{+46 +}people" in result.out
    assert "nothing was changed" in result.err
    assert line("diff", "bridge").err.startswith("draft 1 → 1")


def test_without_a_terminal_nothing_is_applied_unless_told_to(line, next_draft):
    result = line("revise", "bridge", next_draft, code=1)
    assert "add --yes to apply it" in result.err


def test_yes_applies_it_and_withdraws_the_mark_of_the_changed_claim_only(line, next_draft):
    numbers = [str(claim["number"]) for claim in line("claims", "bridge", "--json").json]
    line("decide", "bridge", *numbers, "on_author")
    line("revise", "bridge", next_draft, "--yes")
    claims = line("claims", "bridge", "--json").json
    changed = [claim["text"] for claim in claims if "recheck" in claim["flags"]]
    assert changed == ["About 46 people built it in two years."]
    assert {claim["finding"] for claim in claims} == {"on_author"}


def test_the_counts_in_json_add_up(line, next_draft):
    found = line("revise", "bridge", next_draft, "--dry-run", "--json").json
    counts = dict(found["counts"])
    assert len(found["new"]) == counts.pop("new")
    assert sum(counts.values()) == len(found["claims"]) == len(line("claims", "bridge", "--json").json)


def test_undo_takes_the_draft_back(line, next_draft):
    before = line("claims", "bridge", "--json").json
    line("revise", "bridge", next_draft, "--yes")
    line("undo", "bridge")
    after = line("claims", "bridge", "--json").json
    assert [(claim["number"], claim["text"]) for claim in after] == [
        (claim["number"], claim["text"]) for claim in before
    ]


def test_the_same_draft_again_adds_nothing(line, next_draft):
    line("revise", "bridge", next_draft, "--yes")
    result = line("revise", "bridge", next_draft, "--yes")
    assert "nothing was changed" in result.err


def test_diff_shows_what_went_and_what_came(line, next_draft):
    line("revise", "bridge", next_draft, "--yes")
    result = line("diff", "bridge")
    assert "[-40 -]{+46 +}" in result.out
    assert "draft 1 → 2" in result.err
    pieces = [
        piece
        for block in line("diff", "bridge", "--from", "2", "--to", "1", "--json").json
        for piece in block["pieces"]
    ]
    assert {"kind": "came", "text": "40 "} in pieces


def test_a_place_that_was_not_offered_is_one_sentence(line, next_draft):
    assert (
        "none was offered" in line("revise", "bridge", next_draft, "--place", "2:1", "--dry-run", code=2).err
    )
    assert (
        "write --place CLAIM:N"
        in line("revise", "bridge", next_draft, "--place", "x", "--dry-run", code=2).err
    )


def test_place_nought_lets_a_claim_go(line, next_draft):
    found = line("revise", "bridge", next_draft, "--place", "2:0", "--dry-run", "--json").json
    assert next(claim for claim in found["claims"] if claim["number"] == 2)["outcome"] == "lost"
    assert found["counts"]["new"] == 1


def test_a_draft_that_does_not_exist_is_named(line):
    assert "has no draft 7" in line("diff", "bridge", "--from", "1", "--to", "7", code=2).err
