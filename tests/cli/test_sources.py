import pytest


def cited(line, number=1):
    return line("show", "bridge", number, "--json").json["citations"]


def test_a_new_source_is_cited_by_its_address(line):
    line(
        "cite", "bridge", "1", "--url", "https://www.reuters.com/2024/bridge-cost-rises", "--locator", "p. 4"
    )
    (citation,) = cited(line)
    assert citation["source"]["kind"] is None
    assert citation["source"]["title"] == "Bridge cost rises"
    assert (citation["locator_kind"], citation["locator"]) == ("page", "4")
    assert (citation["tier"], citation["stance"]) == (None, None)


def test_every_field_of_a_citation_can_be_given(line):
    line(
        "cite", "bridge", "1", "2", "--name", "Ben Okri", "--role", "engineer",
        "--contact", "020 7946 0001", "--basis", "background", "--tier", "secondary",
        "--stance", "contradicts", "--locator", "12:30", "--locator-kind", "timestamp",
        "--quote", "It was less.", "--method", "call", "--accessed", "2026-03-01",
        "--remark", "he will send it",
    )  # fmt: skip
    (citation,) = cited(line, 2)
    assert citation["source"]["kind"] == "person"
    assert citation["source"]["person"] == "Ben Okri"
    expected = {
        "tier": "secondary",
        "stance": "contradicts",
        "locator": "12:30",
        "quotation": "It was less.",
        "method": "call",
        "accessed": "2026-03-01",
        "note": "he will send it",
    }
    assert {name: citation[name] for name in expected} == expected
    assert cited(line, 1)[0]["source"]["id"] == citation["source"]["id"]


def test_a_source_on_the_desk_is_cited_by_number_or_by_its_words(line):
    assert line("source", "add", "--title", "Budget 2024", "--kind", "record").out == "S1\n"
    line("source", "add", "--title", "Minutes of the council")
    line("cite", "bridge", "1", "--source", "S1")
    line("cite", "bridge", "1", "--source", "minutes")
    assert [citation["source"]["id"] for citation in cited(line)] == [1, 2]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "give either --source"),
        (("--source", "1", "--title", "x"), "give either --source"),
        (("--source", "nothing here"), "no source on the desk holds “nothing here”"),
        (("--source", "budget"), "2 sources hold “budget”"),
        (("--source", "99"), "99"),
        (("--title", "x", "--tier", "best"), "“best” is not a tier; there are primary, secondary, lead"),
        (("--title", "x", "--accessed", "yesterday"), "not a date like 2026-03-14"),
    ],
)
def test_a_citation_without_a_clear_source_is_refused(line, options, said):
    line("source", "add", "--title", "Budget 2024")
    line("source", "add", "--title", "Budget 2025")
    assert said in line("cite", "bridge", "1", *options, code=2).err
    assert cited(line) == []


def test_sources_are_listed_of_the_desk_and_of_an_article(line):
    line("source", "add", "--title", "Elsewhere")
    line("cite", "bridge", "1", "--title", "Budget 2024")
    assert {source["title"] for source in line("sources", "--json").json} == {"Budget 2024", "Elsewhere"}
    assert [source["title"] for source in line("sources", "bridge", "--json").json] == ["Budget 2024"]
    assert [source["title"] for source in line("sources", "--search", "else", "--json").json] == ["Elsewhere"]
    assert "Budget 2024" in line("sources").out


def test_a_source_is_changed_shown_merged_and_removed(line):
    line("cite", "bridge", "1", "--title", "Budget 2024")
    line("source", "edit", "S1", "--publication", "City of Arden")
    line("source", "add", "--title", "The budget")
    line("cite", "bridge", "2", "--source", "S2")
    line("source", "merge", "S1", "S2")
    shown = line("source", "show", "S1", "--json").json
    assert (shown["title"], shown["publication"]) == ("Budget 2024", "City of Arden")
    assert [use["claim"] for use in shown["cited_by"]] == [1, 2]
    assert "cited by bridge 1" in line("source", "show", "1").out
    line("source", "add", "--title", "Unused")
    line("source", "remove", "S3")
    assert "say what to change" in line("source", "edit", "S1", code=2).err
    assert "say what it is" in line("source", "add", code=2).err


def test_a_withdrawn_source_puts_its_claims_on_recheck(line):
    line("cite", "bridge", "1", "--title", "Budget 2024", "--locator", "3")
    line("decide", "bridge", "1", "verified")
    line("source", "edit", "S1", "--state", "withdrawn")
    assert line("claims", "bridge", "--flag", "recheck", "--json").json[0]["number"] == 1


def test_calls_are_logged_and_listed(line):
    line("cite", "bridge", "1", "--name", "Ben Okri", "--contact", "+44 20 7946 0001")
    line("source", "called", "S1", "no reply")
    assert line("source", "show", "S1", "--json").json["contacts"][0]["outcome"] == "no reply"
    (entry,) = [e for e in line("source", "calls", "bridge", "--json").json if e["source"]["id"] == 1]
    assert 1 in entry["claims"]
    assert "Ben Okri" in line("source", "calls", "bridge").out


@pytest.mark.parametrize(
    ("options", "where"),
    [
        (("--locator", "p. 14"), ("page", "14")),
        (("--locator", "¶ 3"), ("paragraph", "3")),
        (("--locator", "14:30"), ("timestamp", "14:30")),
        (("--locator", "fig. 4"), ("figure", "4")),
        (("--locator", "14"), (None, "14")),
        (("--locator", "14", "--locator-kind", "slide"), ("slide", "14")),
        (("--locator", "page p. 3", "--locator-kind", "page"), ("page", "3")),
    ],
)
def test_a_locator_is_read_as_it_is_on_the_screen(line, options, where):
    line("cite", "bridge", "1", "--title", "Budget 2024", *options)
    assert (cited(line)[0]["locator_kind"], cited(line)[0]["locator"]) == where
    assert "page p." not in line("show", "bridge", "1").out


def test_a_locator_that_names_another_kind_than_the_one_given_is_refused(line):
    options = ("--title", "Budget 2024", "--locator", "table 2", "--locator-kind", "page")
    assert "“table 2” is no page" in line("cite", "bridge", "1", *options, code=2).err
    assert cited(line) == []


def test_what_a_citation_leaves_unsaid_is_shown_as_a_dash_and_told_with_what_was_said_last(line):
    said = ("--tier", "secondary", "--stance", "supports", "--locator", "p. 3")
    assert "not said" not in line("cite", "bridge", "1", "--title", "Budget 2024", *said).err
    told = line("cite", "bridge", "2", "--source", "S1", "--locator", "14").err
    assert (
        "stance not said: it counts neither way until it is (factcheck citation 2 --stance supports)" in told
    )
    assert (
        "tier not said: last time this source was secondary (factcheck citation 2 --tier secondary)" in told
    )
    assert (
        "what “14” counts is not said: last time it was a page (factcheck citation 2 --locator-kind page)"
        in told
    )
    assert "Budget 2024 · stance –, tier – · 14" in line("show", "bridge", "2").out
    shown = line("source", "show", "S1").out
    assert "cited by bridge 2: stance –, tier –, 14" in shown
    assert "kind: –" in shown
    assert line("sources").out.splitlines()[1].split()[:3] == ["S1", "–", "2"]


def test_a_citation_is_changed_by_its_number_and_keeps_the_rest(line):
    line("cite", "bridge", "1", "--title", "Budget 2024", "--locator", "p. 3", "--quote", "3.0 million")
    assert "source (citation 1): S1 Budget 2024" in line("show", "bridge", "1").out
    line("citation", "1", "--tier", "primary", "--stance", "supports")
    (citation,) = cited(line)
    kept = ("primary", "supports", "page", "3", "3.0 million")
    assert (
        tuple(citation[name] for name in ("tier", "stance", "locator_kind", "locator", "quotation")) == kept
    )
    line("citation", "1", "--locator", "¶ 7")
    assert (cited(line)[0]["locator_kind"], cited(line)[0]["locator"]) == ("paragraph", "7")
    assert "say what to change" in line("citation", "1", code=2).err
    assert "no citation 99" in line("citation", "99", "--tier", "lead", code=2).err


def test_a_person_is_a_person_and_an_address_leaves_its_kind_unsaid(line):
    line("source", "add", "--name", "Ben Okri")
    line("source", "add", "--url", "https://www.youtube.com/watch?v=1", "--name", "Ben Okri")
    line("source", "add", "--url", "https://example.org/report", "--kind", "study")
    kinds = {source["id"]: source["kind"] for source in line("sources", "--json").json}
    assert kinds == {1: "person", 2: None, 3: "study"}


def test_a_tier_that_nobody_said_is_told_when_a_claim_is_verified(line):
    line("cite", "bridge", "1", "--title", "Budget 2024", "--stance", "supports", "--locator", "p. 3")
    assert "verified, tier not said" in line("decide", "bridge", "1", "verified").err
    line("citation", "1", "--tier", "primary")
    assert "not said" not in line("decide", "bridge", "1", "verified").err
