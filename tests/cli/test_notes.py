"""Notes, queries and citations that were a mistake: changed and taken away from the shell, and undone."""

import pytest


def shown(line, what, number=1):
    return line("show", "bridge", number, "--json").json[what]


def test_a_note_is_named_by_a_number_of_its_own(line):
    assert line("note", "bridge", "1", "Call the county.").out == "N1\n"
    assert line("note", "bridge", "1", "Ask Holt.", "--confidential").out == "N2\n"
    told = line("show", "bridge", "1").out
    assert "  note N1: Call the county. (Ann Lee" in told
    assert "  note N2 (confidential): Ask Holt. (Ann Lee" in told


def test_a_note_is_changed_and_the_change_undone(line):
    line("note", "bridge", "1", "Call the county.", "--confidential")
    assert line("note", "--edit", "N1", "Call the city.").err == "Claim 1: note changed\n"
    (note,) = shown(line, "notes")
    assert (note["text"], note["confidential"]) == ("Call the city.", True)
    line("note", "--edit", "1", "Call the city.", "--no-confidential")
    assert not shown(line, "notes")[0]["confidential"]
    line("undo")
    line("undo")
    assert shown(line, "notes")[0]["text"] == "Call the county."


def test_a_note_is_removed_and_undo_brings_it_back(line):
    line("note", "bridge", "1", "Call the county.")
    assert line("note", "--remove", "n1").err == "Claim 1: note removed\n"
    assert shown(line, "notes") == []
    line("undo")
    assert [(note["id"], note["text"]) for note in shown(line, "notes")] == [(1, "Call the county.")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "a note is written with ARTICLE NUMBER TEXT"),
        (("bridge", "1"), "a note is written with ARTICLE NUMBER TEXT"),
        (("bridge", "1", "x", "--remove", "N1"), "either write a note, or --edit or --remove one"),
        (("--edit", "N1", "x", "--remove", "N1"), "either write a note, or --edit or --remove one"),
        (("--remove", "N1", "--confidential"), "--confidential goes with a note that is written or changed"),
        (("--remove", "x"), "“x” is not the number of a note, such as N3"),
        (("--edit", "N9", "x"), "There is no note 9 on the desk"),
        (("--edit", "N1", " "), "The note is empty"),
    ],
)
def test_what_no_note_can_be_made_of_is_refused_in_one_sentence(line, arguments, said):
    line("note", "bridge", "1", "Call the county.")
    assert said in line("note", *arguments, code=2).err
    assert [note["text"] for note in shown(line, "notes")] == ["Call the county."]


def test_a_query_is_removed_and_undo_brings_it_back(line):
    line("query", "bridge", "1", "Who counted?")
    line("answer", "Q1", "The county.")
    assert line("query", "--remove", "Q1").err == "Claim 1: query removed\n"
    assert line("queries", "bridge", "--json").json == []
    line("undo")
    (query,) = line("queries", "bridge", "--json").json
    assert (query["id"], query["answer"], query["open"]) == (1, "The county.", False)
    assert "query Q1: " in line("show", "bridge", "1").out


def test_an_answered_query_is_made_open_again(line):
    line("query", "bridge", "Who counted?")
    line("answer", "Q1", "The county.")
    assert "query open again" in line("answer", "Q1", "--reopen").err
    (query,) = line("queries", "bridge", "--json").json
    assert (query["answer"], query["open"]) == ("The county.", True)
    assert "either the answer or --reopen" in line("answer", "Q1", code=2).err
    assert "either the answer or --reopen" in line("answer", "Q1", "x", "--reopen", code=2).err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "the question is missing"),
        (("bridge", "x", "--remove", "Q1"), "either ask, or --remove a query"),
        (("--remove", "Q9"), "There is no query 9 on the desk"),
    ],
)
def test_a_query_that_is_neither_asked_nor_removed_is_refused(line, arguments, said):
    assert said in line("query", *arguments, code=2).err


def test_a_citation_is_removed_by_the_source_and_undo_brings_it_back(line):
    line("cite", "bridge", "1", "2", "--title", "Budget 2024", "--locator", "14")
    line("cite", "bridge", "1", "--title", "Minutes")
    told = line("uncite", "bridge", "1", "2", "S1").err
    assert told == "2 claims: no longer cite “Budget 2024”\n"
    assert [one["source"]["title"] for one in shown(line, "citations")] == ["Minutes"]
    assert shown(line, "citations", 2) == []
    line("undo")
    assert len(shown(line, "citations")) == 2
    assert len(shown(line, "citations", 2)) == 1
    assert line("uncite", "bridge", "1", "minutes").err == "Claim 1: no longer cites “Minutes”\n"


def test_of_several_citations_of_one_source_the_locator_tells_which(line):
    line("cite", "bridge", "1", "--title", "Budget 2024", "--locator", "14")
    line("cite", "bridge", "1", "--source", "S1", "--locator", "30")
    refused = line("uncite", "bridge", "1", "S1", code=2).err
    assert "claim 1 cites S1 2 times, at 14 and 30: --locator tells which, --all means every one" in refused
    assert (
        "claim 1 does not cite S1 at “15”"
        in line("uncite", "bridge", "1", "S1", "--locator", "15", code=2).err
    )
    line("uncite", "bridge", "1", "S1", "--locator", "30")
    assert [one["locator"] for one in shown(line, "citations")] == ["14"]
    line("undo")
    line("uncite", "bridge", "1", "S1", "--all")
    assert shown(line, "citations") == []
    assert "claim 1 does not cite S1" in line("uncite", "bridge", "1", "S1", code=2).err
