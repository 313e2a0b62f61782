import csv
import io
import json
import zipfile

import pytest


@pytest.mark.parametrize(
    ("name", "suffix"), [("csv", "csv"), ("md", "md"), ("markdown", "md"), ("html", "html"), ("json", "json")]
)
def test_a_sheet_is_written_into_a_file_named_after_the_article(line, tmp_path, name, suffix):
    result = line("export", "bridge", "--format", name)
    assert result.out == f"bridge.{suffix}\n"
    assert "NOT SIGNED OFF" in result.err
    assert "$3 million" in (tmp_path / f"bridge.{suffix}").read_text(encoding="utf-8").replace("\\", "")


def test_the_format_follows_from_the_name_of_the_file(line, tmp_path):
    line("export", "bridge", "--output", "out.json")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["schema_version"] == "1.1"


def test_a_file_that_exists_is_kept_unless_forced(line, tmp_path):
    (tmp_path / "out.csv").write_text("mine")
    assert "--force" in line("export", "bridge", "-o", "out.csv", code=2).err
    assert (tmp_path / "out.csv").read_text() == "mine"
    line("export", "bridge", "-o", "out.csv", "--force")
    assert "$3 million" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_a_sheet_goes_to_standard_output_byte_for_byte(line):
    rows = list(
        csv.DictReader(
            io.StringIO(line("export", "bridge", "--format", "csv", "-o", "-").out[1:], newline="")
        )
    )
    assert len(rows) == len(line("claims", "bridge", "--json").json)


def test_only_chosen_claims_are_exported_and_the_sheet_says_so(line):
    line("decide", "bridge", "1", "not_checkable")
    sheet = json.loads(
        line("export", "bridge", "--format", "json", "-o", "-", "--finding", "not_checkable").out
    )
    assert [claim["number"] for claim in sheet["claims"]] == [1]
    assert sheet["selection"] == "not checkable"


def test_rows_can_be_citations(line):
    line("cite", "bridge", "1", "--title", "Budget 2024")
    text = line("export", "bridge", "--format", "csv", "-o", "-", "--rows", "citations").out[1:]
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["title"] for row in rows if row["source"]] == ["Budget 2024"]


def test_names_that_are_not_on_the_record_are_left_out_unless_asked_for(line):
    line("cite", "bridge", "1", "--name", "Quentin Marlowe", "--basis", "confidential")
    line("note", "bridge", "1", "Marlowe is afraid", "--confidential")
    line("note", "bridge", "1", "Quentin Marlowe was sure")
    for name in ("csv", "markdown", "html", "json"):
        assert "Marlowe" not in line("export", "bridge", "--format", name, "-o", "-").out
        said = line("export", "bridge", "--format", name, "-o", "-", "--include-confidential").out
        assert "Quentin Marlowe" in said
        assert "Marlowe is afraid" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "say which --format"),
        (("-o", "x.cvs"), "“.cvs” is not an export format; there are csv, markdown"),
        (("--format", "cvs"), "“cvs” is not an export format"),
        (("-o", "no/such/x.csv"), "there is no folder “no/such”"),
    ],
)
def test_an_export_that_cannot_be_is_one_sentence(line, options, said):
    result = line("export", "bridge", *options, code=2)
    assert said in result.err
    assert result.out == ""


def test_progress_adds_up(line):
    line("decide", "bridge", "1", "2", "not_checkable")
    progress = line("progress", "bridge", "--json").json
    assert progress["done"] == 2
    assert sum(progress["by_finding"].values()) == progress["claims"] == progress["done"] + progress["open"]
    assert progress["by_checker"] == {"Ann Lee": 2}
    lines = line("progress", "bridge").lines
    assert lines[0] == f"bridge: 2 of {progress['claims']} claims done"
    assert any(row.startswith("  - O not checkable      2  █") for row in lines)


def test_progress_of_the_whole_desk_is_a_table(line):
    assert line("progress", "--json").json[0]["article"] == "bridge"
    assert line("progress").lines[1].startswith("bridge")


def test_the_history_says_who_did_what_for_which_words(line):
    line("decide", "bridge", "1", "not_checkable")
    events = line("history", "bridge", "--claim", "1", "--json").json
    assert (events[0]["by"], events[0]["verb"], events[0]["claim"]) == ("Ann Lee", "decide", 1)
    assert "$3 million" in events[0]["words"]
    assert events[0]["before"]["finding"] == "unchecked"
    assert events[0]["after"]["finding"] == "not_checkable"
    assert len(line("history", "--limit", "1", "--json").json) == 1
    assert "Ann Lee" in line("history", "bridge").out
    assert "needs an article" in line("history", "--claim", "1", code=2).err


def test_formats_are_listed_with_what_they_need(empty):
    found = empty("formats", "--json").json
    assert {row["format"] for row in found if row["direction"] == "write"} >= {
        "csv",
        "markdown",
        "html",
        "json",
    }
    assert {row["format"] for row in found if row["direction"] == "read"} >= {"text", "markdown", "html"}
    assert all(row["ready"] for row in found if not row["extra"])
    assert "csv" in empty("formats").out


def test_an_article_is_signed_off_only_when_nothing_stands_in_the_way(line):
    assert line("sign-off", "bridge", "--check", code=1).out
    assert "stand in the way" in line("sign-off", "bridge", code=2).err
    numbers = [str(claim["number"]) for claim in line("claims", "bridge", "--json").json]
    line("decide", "bridge", *numbers, "not_checkable")
    assert "nothing stands in the way" in line("sign-off", "bridge", "--check").err
    line("sign-off", "bridge")
    sheet = json.loads(line("export", "bridge", "--format", "json", "-o", "-").out)
    assert sheet["sign_off"]["by"] == "Ann Lee"
    assert sheet["sign_off"]["digest"] == sheet["draft"]["digest"]
    line("reopen", "bridge")
    assert line("show", "bridge", "--json").json["signed_by"] == ""


def test_a_claim_in_the_way_is_kept_with_a_reason(line):
    numbers = [str(claim["number"]) for claim in line("claims", "bridge", "--json").json]
    line("decide", "bridge", *numbers, "not_checkable")
    line("decide", "bridge", "1", "unverifiable")
    line("sign-off", "bridge", code=2)
    line("sign-off", "bridge", "--stet", "1", "the editor was there")
    claim = line("show", "bridge", "1", "--json").json
    assert (claim["fix"], claim["fix_reason"]) == ("stet", "the editor was there")


def test_reviews_name_who_publishes_them_and_tell_what_is_left_out(line, tmp_path):
    assert "--organization" in line("export", "bridge", "--format", "claimreview", code=2).err
    settings = ('organization = "The Arden Herald"', 'url = "https://herald.example/bridge"', "[ratings]")
    (tmp_path / "config.toml").write_text("\n".join((*settings, 'wrong = "Nope"')))
    line("decide", "bridge", "1", "wrong")
    result = line("export", "bridge", "--format", "claimreview", "-o", "-")
    (review,) = json.loads(result.out)["@graph"]
    assert review["reviewRating"]["alternateName"] == "Nope"
    assert review["url"] == "https://herald.example/bridge"
    assert "C002 is left out: " in result.err
    (tmp_path / "config.toml").write_text('[ratings]\nvrified = "True"\n')
    assert "did you mean “verified”" in line("export", "bridge", "--format", "csv", code=2).err


def test_a_copy_for_the_writer_leaves_notes_out(line, tmp_path):
    line("note", "bridge", "1", "Only for the desk.")
    line("query", "bridge", "1", "Who told you this?")
    line("export", "bridge", "--format", "docx", "--for", "writer")
    with zipfile.ZipFile(tmp_path / "bridge.docx") as package:
        comments = package.read("word/comments.xml").decode()
    assert "Who told you this?" in comments
    assert "Only for the desk." not in comments


def test_formats_that_are_packed_are_written_to_files_and_pipes(line, tmp_path):
    for name in ("docx", "xlsx", "pdf"):
        line("export", "bridge", "--format", name)
        assert (tmp_path / f"bridge.{name}").read_bytes()[:2] in (b"PK", b"%P")
    line("decide", "bridge", "1", "wrong")
    line("propose", "bridge", "1", "The bridge cost $4 million.")
    assert "no proposed wording" in line("export", "bridge", "--format", "corrections", code=2).err
    line("accept", "bridge", "1")
    assert line("export", "bridge", "--format", "corrections").out == "bridge-corrections.docx\n"
