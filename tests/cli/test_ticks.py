"""Check points on the command line: what deciding and signing off say of those that nobody ticked."""

import pytest

SUPPORT = ("--locator", "p. 14", "--stance", "supports", "--tier", "primary")


@pytest.fixture
def sourced(line):
    """The bridge with everything decided, its first claim verified with a source and nothing ticked."""
    numbers = [str(claim["number"]) for claim in line("claims", "bridge", "--json").json]
    line("decide", "bridge", *numbers, "not_checkable")
    line("cite", "bridge", "1", "--title", "Budget", *SUPPORT)
    line("decide", "bridge", "1", "verified")
    return line


def test_deciding_warns_of_check_points_that_nobody_ticked(line):
    line("cite", "bridge", "1", "--title", "Budget", *SUPPORT)
    found = line("decide", "bridge", "1", "verified")
    points = [point["text"] for point in line("show", "bridge", "1", "--json").json["check_points"]]
    assert (
        f"warning: Claim 1: verified with {len(points)} of {len(points)} check points not ticked: "
        in found.err
    )
    assert f"“{points[0]}”" in found.err
    line("claim", "tick", "bridge", "1")
    assert "warning" not in line("decide", "bridge", "1", "verified").err


def test_sign_off_lists_what_is_not_ticked_and_signs(sourced):
    found = sourced("sign-off", "bridge", "--check")
    assert "warning: claim 1: verified with " in found.err
    assert "nothing stands in the way" in found.err
    (told,) = sourced("sign-off", "bridge", "--check", "--json").json["unticked"]
    assert (told["claim"], told["finding"]) == (1, "verified")
    assert "warning: Claim 1: verified with " in sourced("sign-off", "bridge").err
    assert sourced("show", "bridge", "--json").json["signed_by"] == "Ann Lee"


def test_a_house_that_requires_ticks_does_not_sign_without_them(sourced, tmp_path):
    (tmp_path / "config.toml").write_text('[rules]\nticks = "required"\n')
    found = sourced("sign-off", "bridge", "--check", code=1)
    assert "check points not ticked" in found.out
    assert "warning" not in found.err
    assert "1 thing stands in the way" in sourced("sign-off", "bridge", code=2).err
    sourced("claim", "tick", "bridge", "1")
    sourced("sign-off", "bridge")


def test_a_house_that_does_without_ticks_says_nothing_of_them(sourced, tmp_path):
    (tmp_path / "config.toml").write_text('[rules]\nticks = "off"\n')
    assert "tick" not in sourced("decide", "bridge", "1", "verified").err
    assert "tick" not in sourced("sign-off", "bridge", "--check").err
    assert "tick" not in sourced("sign-off", "bridge").err
