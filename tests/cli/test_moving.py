import json

from factcheck.export.sheets.sheet import schema


def test_a_sheet_in_json_moves_to_another_desk_with_its_work(line, tmp_path, monkeypatch):
    line("decide", "bridge", "1", "not_checkable")
    line("note", "bridge", "2", "Ask the surveyor.")
    line("export", "bridge", "-o", "sheet.json", "--include-confidential")
    monkeypatch.setenv("FACTCHECK_DATABASE", str(tmp_path / "other.db"))
    result = line("--person", "Dee Fox", "add", "sheet.json")
    assert result.out == "bridge\n"
    assert "Took in" in result.err
    claim = line("show", "bridge", "1", "--json").json
    assert (claim["finding"], claim["decided_by"]) == ("not_checkable", "Ann Lee")
    assert line("show", "bridge", "2", "--json").json["notes"][0]["text"] == "Ask the surveyor."
    verbs = [event["verb"] for event in line("history", "bridge", "--json").json]
    assert verbs == ["take_in", "note", "decide", "add"]
    assert "already" in line("add", "sheet.json").err


def test_what_is_no_sheet_is_one_sentence(empty, tmp_path):
    (tmp_path / "x.json").write_text("{}")
    assert "“x.json” is no claim sheet" in empty("add", "x.json", code=2).err
    assert "no file none.json" in empty("add", "none.json", code=2).err


def test_the_schema_is_printed(empty):
    assert empty("schema").json == json.loads(json.dumps(schema()))
