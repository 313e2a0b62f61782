"""Findings past their day on the command line: shown as open, with the day, and named by `progress`."""


def test_a_finding_past_its_day_is_open_again_and_progress_names_it(line):
    line("decide", "bridge", "1", "3", "on_author")
    told = line("claim", "expiry", "bridge", "1", "--until", "2020-01-31").err
    assert "warning: 2020-01-31 is past: claim 1 is to be rechecked." in told
    assert "recheck" in line("claims", "bridge").lines[1]
    assert [row["number"] for row in line("claims", "bridge", "--flag", "recheck", "--json").json] == [1]
    assert "recheck: The finding held until 2020-01-31." in line("show", "bridge", "1").out
    shown = line("progress", "bridge").lines
    assert "  to recheck             1" in shown
    place = shown.index("past their day:")
    assert shown[place + 1].startswith("  claim 1, held until 2020-01-31: The bridge cost $3 million")
    facts = line("progress", "bridge", "--json").json
    assert (facts["recheck"], facts["done"]) == (1, 1)
    assert [(one["claim"], one["until"]) for one in facts["expired"]] == [(1, "2020-01-31")]
    assert line("progress", "--json").json[0]["recheck"] == 1
    line("decide", "bridge", "1", "on_author")
    assert "past their day:" not in line("progress", "bridge").lines
    assert line("progress", "bridge", "--json").json["expired"] == []


def test_sign_off_is_blocked_by_a_finding_past_its_day(line):
    numbers = [str(claim["number"]) for claim in line("claims", "bridge", "--json").json]
    line("decide", "bridge", *numbers, "not_checkable")
    line("claim", "expiry", "bridge", "1", "--until", "2020-01-31")
    found = line("sign-off", "bridge", "--check", code=1)
    assert "to be rechecked: The finding held until 2020-01-31." in found.out
