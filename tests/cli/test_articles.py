import pytest

from tests.cli.conftest import STORY


def test_the_list_of_an_empty_desk_is_empty(empty):
    assert empty("list", "--json").json == []
    assert empty("list").lines == [
        "article  title  deadline  words  claims  done  queries  waiting since  signed off"
    ]


def test_the_list_shows_articles_with_their_progress(line):
    (article,) = line("list", "--json").json
    assert (article["slug"], article["title"]) == ("bridge", "The bridge at Arden")
    assert article["progress"]["open"] == article["progress"]["claims"] > 0
    assert line("list").lines[1].startswith("bridge   The bridge at Arden")


def test_a_file_is_added_and_its_name_printed(empty, tmp_path):
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    result = empty("add", "bridge.txt")
    assert result.out == "the-bridge-at-arden\n"
    assert "Added" in result.err


def test_the_same_file_again_says_that_it_is_there(line, tmp_path):
    (tmp_path / "again.txt").write_text(STORY, encoding="utf-8")
    result = line("add", "again.txt")
    assert result.out == "bridge\n"
    assert "again.txt is already on the desk as bridge" in result.err
    assert len(line("list", "--json").json) == 1


def test_a_file_that_looks_like_a_new_draft_says_so(line, tmp_path):
    (tmp_path / "next.txt").write_text(STORY.replace("40 people", "50 people"), encoding="utf-8")
    result = line("add", "next.txt")
    assert "looks like a new draft of bridge" in result.err


def test_standard_input_is_read_with_overrides(empty):
    result = empty(
        "add", "-", "--title", "Piped", "--outlet", "Post", "--byline", "Ann Lee", "--date", "2026-03-03",
        stdin=b"The tower has 12 floors.\n",
    )  # fmt: skip
    (article,) = empty("list", "--json").json
    assert result.out == "piped\n"
    assert (article["title"], article["outlet"], article["published"]) == ("Piped", "Post", "2026-03-03")


def test_several_files_are_added_and_a_bad_one_does_not_stop_the_others(empty, tmp_path):
    (tmp_path / "a.txt").write_text("The tower has 12 floors.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("The lake is 3 metres deep.", encoding="utf-8")
    result = empty("add", "a.txt", "b.txt", "c.txt", code=2)
    assert len(result.lines) == 2
    assert "b.txt" in result.err
    assert len(empty("list", "--json").json) == 2


@pytest.mark.parametrize("name", ["none.txt", ".", "empty.txt", "picture.png"])
def test_what_cannot_be_read_is_one_sentence_and_the_desk_is_as_it_was(empty, tmp_path, name):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = empty("add", name, code=2)
    assert result.out == ""
    assert result.err.count("\n") == 1
    assert empty("list", "--json").json == []


def test_an_unknown_format_is_refused(empty, tmp_path):
    (tmp_path / "a.txt").write_text("The tower has 12 floors.", encoding="utf-8")
    assert "xyz" in empty("add", "a.txt", "--format", "xyz", code=2).err


def test_title_and_slug_are_for_one_file(empty):
    assert "one article" in empty("add", "a.txt", "b.txt", "--title", "x", code=2).err


def test_an_article_is_shown_with_its_counts(line):
    lines = line("show", "bridge").lines
    assert lines[0] == "bridge"
    assert any(row.split() == ["title", "The", "bridge", "at", "Arden"] for row in lines)
    assert line("show", "bridge", "--json").json["slug"] == "bridge"


def test_the_text_of_a_draft_is_printed(line):
    assert (
        "The bridge cost $3 million, said Mayor Ina Holt on Monday." in line("show", "bridge", "--text").out
    )


def test_one_claim_is_shown_in_full(line):
    number = line("claims", "bridge", "--search", "million", "--json").json[0]["number"]
    line("note", "bridge", number, "See the budget.")
    said = line("show", "bridge", f"C00{number}").out
    assert f"claim {number}: · U unchecked" in said
    assert "note N1: See the budget. (Ann Lee" in said
    assert line("show", "bridge", number, "--json").json["number"] == number


def test_a_claim_that_is_not_there_is_one_sentence(line):
    assert "999" in line("show", "bridge", "999", code=2).err


def test_an_article_is_renamed(line):
    line("rename", "bridge", "--slug", "arden-bridge", "--title", "Bridge", "--date", "2026-03-03")
    (article,) = line("list", "--json").json
    assert (article["slug"], article["title"], article["published"]) == (
        "arden-bridge",
        "Bridge",
        "2026-03-03",
    )
    assert "say what to change" in line("rename", "arden-bridge", code=2).err


def test_a_deadline_is_set_and_taken_away(line):
    line("deadline", "bridge", "2026-03-14T17:00")
    assert line("list", "--json").json[0]["deadline"].startswith("2026-03-14")
    line("deadline", "bridge", "2026-03-14 17:00")
    line("deadline", "bridge", "--clear")
    assert line("list", "--json").json[0]["deadline"] is None
    assert "not a time" in line("deadline", "bridge", "soon", code=2).err
    assert "give a day" in line("deadline", "bridge", code=2).err


def test_an_article_is_archived_and_taken_back(line):
    line("archive", "bridge")
    assert line("list", "--json").json == []
    assert line("list", "--archived", "--json").json[0]["slug"] == "bridge"
    line("archive", "bridge", "--back")
    assert line("list", "--json").json[0]["slug"] == "bridge"


def test_an_article_is_removed_and_undo_brings_it_back(line):
    line("remove", "bridge")
    assert line("list", "--json").json == []
    line("undo")
    assert line("list", "--json").json[0]["slug"] == "bridge"
