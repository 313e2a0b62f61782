from tests.cli.conftest import STORY
from tests.cli.test_claims import KEYS

IN_SPLIT_ONLY_ON_THE_DESK = {
    "assignee", "fix", "review", "citations", "notes", "open_queries", "lost", "lint", "version", "open",
}  # fmt: skip


def test_a_file_is_split_without_the_desk(empty, tmp_path):
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    found = empty("split", "bridge.txt", "--json").json
    assert found["title"] == "The bridge at Arden"
    assert all(set(claim) >= KEYS - IN_SPLIT_ONLY_ON_THE_DESK for claim in found["claims"])
    assert [claim["number"] for claim in found["claims"]] == list(range(1, len(found["claims"]) + 1))
    assert any(passage["reason"] == "question" for passage in found["set_aside"])
    assert found["coverage"] == 1.0
    assert not empty.database.exists()


def test_the_claims_of_a_split_are_those_of_the_desk(line, tmp_path):
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    alone = line("split", "bridge.txt", "--json").json["claims"]
    on_desk = line("claims", "bridge", "--json").json
    same = sorted(KEYS - IN_SPLIT_ONLY_ON_THE_DESK)
    assert [[claim[key] for key in same] for claim in alone] == [
        [claim[key] for key in same] for claim in on_desk
    ]


def test_explaining_names_the_rules(empty, tmp_path):
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    assert any(claim["rules"] for claim in empty("split", "bridge.txt", "--json", "--explain").json["claims"])
    assert "rule: " in empty("split", "bridge.txt", "--explain").out
    assert "rule: " not in empty("split", "bridge.txt").out


def test_explaining_tells_a_claim_part_by_part(empty, tmp_path):
    said = "Vera Holt, a welder from Tessel, bought the barn in 2011 and sold it to her sister."
    (tmp_path / "barn.txt").write_text(said, encoding="utf-8")
    claims = empty("split", "barn.txt", "--json", "--explain", "--no-parser").json["claims"]
    assert any("sold it to her sister" in part for claim in claims for part in claim["says"])
    assert "it says: Vera Holt" in empty("split", "barn.txt", "--explain", "--no-parser").out
    assert "says" not in empty("split", "barn.txt", "--json").json["claims"][0]


def test_standard_input_is_split(empty):
    assert "The tower has 12 floors." in empty("split", "-", stdin=b"The tower has 12 floors.").out


def test_a_text_that_agrees_with_itself_lints_clean(line, tmp_path):
    (tmp_path / "a.txt").write_text("The tower has 12 floors.", encoding="utf-8")
    assert line("lint", "a.txt", "--json").json == []
    assert "nothing found" in line("lint", "bridge", code=None).err


def test_places_that_do_not_agree_are_found_with_status_1(empty, tmp_path):
    (tmp_path / "a.txt").write_text(
        "The bridge opened on Monday, 3 March 2026.", encoding="utf-8"
    )  # it was a Tuesday
    (mark,) = empty("lint", "a.txt", "--json", code=1).json
    assert mark["rule"] == "weekday"
    assert "Monday" in mark["first"]["text"]
    assert "weekday" in empty("lint", "a.txt", code=1).out


def test_lint_of_nothing_known_is_refused(line):
    assert "no file" in line("lint", "nothing.txt", code=2).err
    assert "nothing" in line("lint", "nothing", code=2).err
