import pytest

KEYS = {
    "number", "text", "start", "end", "speaker", "kinds", "finding", "flags", "assignee", "priority",
    "reasons", "fix", "review", "citations", "notes", "open_queries", "lost", "parent", "lint", "version",
    "open",
}  # fmt: skip


def numbers(line, *options):
    return [claim["number"] for claim in line("claims", "bridge", *options, "--json").json]


def test_claims_are_listed_with_the_keys_of_the_vocabulary(line):
    claims = line("claims", "bridge", "--json").json
    text = line("show", "bridge", "--text").out
    assert all(set(claim) >= KEYS for claim in claims)
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in claims)
    assert any("$3 million" in claim["text"] for claim in claims)


def test_claims_are_listed_as_a_table(line):
    lines = line("claims", "bridge").lines
    assert lines[0].split() == ["claim", "finding", "kinds", "speaker", "text"]
    assert any("$3 million" in row and "· unchecked" in row for row in lines)


def test_claims_are_chosen_by_finding_flag_kind_words_and_person(line):
    everything = numbers(line)
    first, second, third = everything[:3]
    line("decide", "bridge", first, "not_checkable")
    line("claim", "flag", "bridge", second, "legal")
    line("assign", "bridge", third, "Cy Dorn")
    assert numbers(line, "--finding", "not_checkable") == [first]
    assert numbers(line, "--finding", "7") == [first]
    assert numbers(line, "--open") == everything[1:]
    assert numbers(line, "--flag", "legal") == [second]
    assert numbers(line, "--assignee", "Cy Dorn") == [third]
    assert numbers(line, "--assignee", "") == [first, second, *everything[3:]]
    assert first in numbers(line, "--search", "million")
    assert numbers(line, "--kind", "money")
    assert numbers(line, "--lost") == []
    assert sorted(numbers(line, "--priority")) == sorted(everything)


def test_an_unknown_word_is_refused_with_the_list(line):
    assert (
        "is not a finding; there are unchecked, verified"
        in line("claims", "bridge", "--finding", "x", code=2).err
    )


def test_a_finding_is_set_by_word_digit_and_beginning(line):
    line("decide", "bridge", "1", "wrong")
    line("decide", "bridge", "2", "7")
    line("decide", "bridge", "3", "unv")
    found = {claim["number"]: claim["finding"] for claim in line("claims", "bridge", "--json").json}
    assert [found[number] for number in (1, 2, 3)] == ["wrong", "not_checkable", "unverifiable"]


def test_an_ambiguous_beginning_is_refused(line):
    assert "is not a finding" in line("decide", "bridge", "1", "un", code=2).err
    assert "is not a finding" in line("decide", "bridge", "1", "", code=2).err


def test_what_a_finding_needs_is_a_warning_and_the_decision_is_saved(line):
    result = line("decide", "bridge", "1", "verified")
    assert "warning: " in result.err
    assert numbers(line, "--finding", "verified") == [1]


def test_the_note_that_a_finding_needs_comes_with_it(line):
    needed = "warning: Claim 1: unverifiable needs a note on what was tried."
    assert needed in line("decide", "bridge", "1", "6").err
    told = line("decide", "bridge", "1", "2", "6", "--note", "asked three people").err
    assert told == "2 claims: unverifiable, with a note\n"
    assert [note["text"] for note in line("show", "bridge", "2", "--json").json["notes"]] == [
        "asked three people"
    ]
    line("undo")
    assert line("show", "bridge", "2", "--json").json["notes"] == []


def test_a_warning_can_be_read_again_in_full(line):
    line("claim", "tick", "bridge", "1")
    line("decide", "bridge", "1", "verified")
    line("decide", "bridge", "2", "not_checkable")
    warning = "Claim 1: verified needs a citation that supports it, with a locator or a quotation."
    assert f"    warned: {warning}" in line("history", "bridge").lines
    assert warning not in line("history", "bridge", "--claim", "2").out
    assert line("history", "bridge", "--claim", "1", "--json").json[0]["warnings"] == [warning]
    assert f"  warned: {warning} (Ann Lee, " in line("show", "bridge", "1").out
    (warned,) = line("show", "bridge", "1", "--json").json["warned"]
    assert (warned["by"], warned["warnings"]) == ("Ann Lee", [warning])
    assert line("show", "bridge", "2", "--json").json["warned"] == []


@pytest.mark.parametrize(
    "given", [("1", "2", "3"), ("1-3",), ("1,2", "C003"), ("C1-C3",), ("1..3",), ("1–3", "2")]
)
def test_several_claims_are_decided_in_one_step(line, given):
    line("decide", "bridge", *given, "not_checkable")
    assert numbers(line, "--finding", "not_checkable") == [1, 2, 3]
    line("undo")
    assert numbers(line, "--finding", "not_checkable") == []
    line("redo")
    assert numbers(line, "--finding", "not_checkable") == [1, 2, 3]


@pytest.mark.parametrize(
    ("given", "said"),
    [("x", "neither the number of a claim"), ("900-901", "no claims from 900 to 901"), ("900", "900")],
)
def test_a_number_that_means_no_claim_is_refused(line, given, said):
    assert said in line("decide", "bridge", given, "verified", code=2).err


def test_a_waiting_claim_says_whom_it_waits_for(line):
    line("decide", "bridge", "1", "waiting", "--waiting-on", "the mayor")
    assert line("show", "bridge", "1", "--json").json["waiting_on"] == "the mayor"
    assert "for the mayor" in line("progress", "bridge").out


def test_wording_is_proposed_accepted_applied_kept_and_cut(line):
    def fix(number):
        return line("show", "bridge", number, "--json").json["fix"]

    line("decide", "bridge", "1-3", "imprecise")
    line("propose", "bridge", "1", "The bridge cost $4 million.")
    assert fix(1) == "proposed"
    line("accept", "bridge", "1")
    assert fix(1) == "accepted"
    line("applied", "bridge", "1")
    assert fix(1) == "applied"
    line("stet", "bridge", "2", "the phrase is hers")
    assert fix(2) == "stet"
    line("cut", "bridge", "3", "too long")
    assert fix(3) == "cut"


def test_a_second_person_agrees_or_sends_back(line):
    line("decide", "bridge", "1", "2", "not_checkable")
    line("--person", "Cy Dorn", "agree", "bridge", "1")
    line("--person", "Cy Dorn", "send-back", "bridge", "2", "it can be checked")
    found = {claim["number"]: claim["review"] for claim in line("claims", "bridge", "--json").json}
    assert (found[1], found[2]) == ("agreed", "sent_back")


def test_notes_and_queries_are_written_and_answered(line):
    line("note", "bridge", "1", "Call the county.", "--confidential")
    assert line("query", "bridge", "1", "Who counted?").out == "Q1\n"
    assert line("query", "bridge", "Is the opening in May?").out == "Q2\n"
    line("answer", "q1", "The county did.")
    found = {query["id"]: query for query in line("queries", "bridge", "--json").json}
    assert (found[1]["claim"], found[1]["answer"], found[1]["open"]) == (1, "The county did.", False)
    assert (found[2]["claim"], found[2]["open"]) == (None, True)
    assert "OPEN" in line("queries", "bridge").out
    assert line("show", "bridge", "1", "--json").json["notes"][0]["confidential"]


def test_a_query_without_a_question_is_refused(line):
    assert "the question is missing" in line("query", "bridge", "3", code=2).err
    assert "one claim" in line("query", "bridge", "3", "4", "Who?", code=2).err
    assert "not the number of a query" in line("answer", "x", "y", code=2).err


def test_a_claim_is_restated_reordered_and_given_kinds_and_a_speaker(line):
    line("claim", "restate", "bridge", "1", "It cost $3 million.")
    line("claim", "kinds", "bridge", "1", "money", "name")
    line("claim", "speaker", "bridge", "1", "Ina Holt")
    line("claim", "priority", "bridge", "1", "9")
    line("claim", "expiry", "bridge", "1", "--until", "2026-12-31")
    claim = line("show", "bridge", "1", "--json").json
    assert (claim["restatement"], claim["kinds"]) == ("It cost $3 million.", ["name", "money"])
    assert claim["speaker"]["name"] == "Ina Holt"
    assert (claim["priority"], claim["expires"]) == (9, "2026-12-31")


def test_check_points_are_ticked_by_their_words_or_all(line):
    def ticked():
        return [point["ticked"] for point in line("show", "bridge", "1", "--json").json["check_points"]]

    words = line("show", "bridge", "1", "--json").json["check_points"][0]["text"]
    line("claim", "tick", "bridge", "1", words)
    assert ticked()[0]
    line("claim", "tick", "bridge", "1")
    assert all(ticked())
    line("claim", "tick", "bridge", "1", "--off")
    assert not any(ticked())
    assert "has no check point “xyzzy”" in line("claim", "tick", "bridge", "1", "xyzzy", code=2).err


def test_claims_are_split_merged_recut_added_retired_and_restored(line):
    before = len(numbers(line))
    line("claim", "split", "bridge", "1", "said Mayor")
    assert len(numbers(line)) == before + 1
    line("undo")
    line("claim", "merge", "bridge", "2", "3")
    assert len(numbers(line)) == before - 1
    line("undo")
    text = line("show", "bridge", "--text").out
    start = text.index("Will it last?")
    made = line("claim", "add", "bridge", start, start + 13).out.strip()
    assert made.startswith("C")
    line("claim", "recut", "bridge", made, start, start + 7)
    assert line("show", "bridge", made, "--json").json["text"] == "Will it"
    line("claim", "retire", "bridge", made, "no claim")
    assert len(numbers(line)) == before
    line("claim", "restore", "bridge", made)
    assert len(numbers(line)) == before + 1
    assert "does not stand inside" in line("claim", "split", "bridge", "1", "xyzzy", code=2).err


def test_whom_it_waits_for_goes_with_waiting_alone(line):
    refused = line("decide", "bridge", "1", "verified", "--waiting-on", "the mayor", code=2)
    assert "goes with the finding waiting" in refused.err
    assert line("show", "bridge", "1", "--json").json["finding"] == "unchecked"
