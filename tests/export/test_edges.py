"""The edges of small functions: lengths, names of files, ends that stay, lists with nothing in them."""

import errno
import os
import stat
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import Finding, FixState, Flag
from factcheck.config import Config
from factcheck.errors import FactcheckError, Refused
from factcheck.export.data.claimreview import refusals
from factcheck.export.docx.corrections import corrections
from factcheck.export.formats import export, format_of
from factcheck.export.options import Audience, Publisher
from factcheck.export.pages.markdown import escaped
from factcheck.export.safe import cell, file_name, json_for_terminals, markup_text, uncell, write_file
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.lines import sections
from factcheck.model import Speaker
from tests.export.material import (
    NOON,
    claim_on,
    claim_saying,
    draft_of,
    material_of,
)


def sheet_of(*claims, text="One two three four.", **more):
    draft = draft_of(text)
    return make_sheet(material_of(draft, claims, **more), by="Ann Lee", at=NOON)


def words(before, after, number=1, start=0, **more):
    """A claim whose accepted wording is `after`."""
    draft = draft_of("x" * start + before)
    fields = {"proposed_text": after, "fix": FixState.ACCEPTED, **more}
    return sheet_of(claim_on(draft, start, start + len(before), number, **fields), text=draft.text).claims[0]


@pytest.mark.parametrize(
    ("before", "after", "changed", "into"),
    [
        ("One two three.", "One 2 three.", "two", "2"),
        ("One two three.", "Uno two three.", "One", "Uno"),
        ("One two three.", "One two three!", ".", "!"),
        ("One two three.", "One two.", " three.", "."),
        ("One two.", "One two three.", ".", " three."),
        ("One", "Two", "One", "Two"),
        ("One two", "One two", "two", "two"),
        ("a a a a", "a a", "a a a", "a"),
        ("One two", "One  two", " ", "  "),
        ("$3 million", "$4 million", "3", "4"),
        ("One two three", "One deux trois", "two three", "deux trois"),
    ],
)
def test_only_the_words_that_change_are_a_correction(before, after, changed, into):
    (found,) = corrections([words(before, after)])
    assert before[found.start : found.end] == changed
    assert found.words == into


SOME = st.lists(st.sampled_from(["a", "b", " ", ".", "é", "12", "\n"]), min_size=1, max_size=7).map("".join)


@given(SOME.filter(str.strip), SOME)
@settings(max_examples=80)
def test_a_correction_makes_the_proposal_of_the_draft_and_changes_something(before, after):
    (found,) = corrections([words(before, after, start=5)])
    text = "x" * 5 + before
    assert text[: found.start] + found.words + text[found.end :] == "x" * 5 + after
    assert 5 <= found.start < found.end <= len(text)


def test_corrections_stand_in_reading_order_and_none_reaches_into_another():
    draft = draft_of("One two three four.")

    def claim(number, start, end, **more):
        return claim_on(draft, start, end, number, proposed_text="new", fix=FixState.ACCEPTED, **more)

    claims = sheet_of(
        claim(1, 8, 13), claim(2, 0, 7), claim(3, 7, 8), claim(4, 4, 7), claim(5, 0, 3, lost=True),
        claim(6, 13, 18), claim(7, 0, 9),
    ).claims  # fmt: skip
    assert [(c.claim.number, c.start, c.end) for c in corrections(claims)] == [
        (2, 0, 7), (3, 7, 8), (1, 8, 13), (6, 13, 18),
    ]  # fmt: skip
    hidden = replace(claims[0], proposed_text="by [withheld]")
    assert corrections([hidden]) == []


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("x" * 79, "x" * 79), ("x" * 80, "x" * 80), ("x" * 81, "x" * 80), ("x" * 79 + "-y", "x" * 79),
        ("é" * 81, "é" * 80), ("字" * 60, "字" * 53), ("a--b", "a-b"), ("-a-", "a"), ("a.b", "a-b"),
        ("COM1", "article-COM1"), ("com10", "com10"), ("lpt", "lpt"), ("nul", "article-nul"), ("", "article"),
        ("Ａ１", "A1"), ("²", "2"), ("aux-1", "aux-1"),
    ],
)  # fmt: skip
def test_a_file_name_is_cut_to_80_characters_and_160_bytes(name, made):
    assert file_name(name, ".csv") == f"{made}.csv"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a\tb\nc", "a\tb\nc"), ("\x00\x08\x0b\x1f", "␀␈␋␟"), ("\x7f\x80\x9f\xa0", "\ufffd\ufffd\ufffd\xa0"),
        ("\u2029\u202a\u202e\u202f", "\u2029\ufffd\ufffd\u202f"), ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\ud7ff\ud800\udfff\ue000", "\ud7ff\ufffd\ufffd\ue000"), ("\u200f\u2066", "\u200f\u2066"),
        ("\r", "␍"),
    ],
)  # fmt: skip
def test_what_no_markup_may_hold_is_shown_otherwise(text, made):
    assert markup_text(text) == made


@pytest.mark.parametrize(
    ("char", "escaped"),
    [("\x7e", False), ("\x7f", True), ("\x9f", True), ("\xa0", False), ("\u2027", False), ("\u2028", True),
     ("\u202e", True), ("\u202f", False), ("\u2065", False), ("\u2066", True), ("\u2069", True),
     ("\u206a", False), ("\u200d", False), ("\u200e", True), ("\u200f", True),
     ("\u061c", True), ("\ufeff", True)],
)  # fmt: skip
def test_characters_that_steer_a_terminal_are_escaped_in_json(char, escaped):
    assert json_for_terminals(f'"{char}"') == (f'"\\u{ord(char):04x}"' if escaped else f'"{char}"')


@pytest.mark.parametrize("text", ["", "'", "''", "'=", "=", "'a", " =", "'\t", "\t", "'' =1", "a="])
def test_a_cell_comes_back_as_it_was(text):
    assert uncell(cell(text)) == text
    assert cell(text) in {text, f"'{text}"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a", "\\- a"), ("+a", "\\+a"), ("a - b", "a - b"), ("1. a", "1\\. a"), ("12) a", "12\\) a"),
        ("1 a", "1 a"),
        ("123456789. a", "123456789\\. a"), ("1234567890. a", "1234567890. a"), ("# a", "\\# a"),
        ("a  b\nc", "a b c"),
        ("*a* [b](c) <d> `e`", "\\*a\\* \\[b\\](c) \\<d\\> \\`e\\`"), ("=", "\\="), (": a", "\\: a"),
        ("", ""),
    ],
)  # fmt: skip
def test_markdown_shows_signs_that_it_would_obey(text, shown):
    assert escaped(text) == shown


@pytest.mark.parametrize(("length", "shown"), [(159, 159), (160, 160), (161, 160), (400, 160)])
def test_a_long_claim_is_shortened_in_the_list_of_what_is_to_do(length, shown):
    text = "x" * length
    draft = draft_of(text)
    claim = claim_on(draft, 0, length, 1, finding=Finding.WAITING, waiting_on="Wes")
    report = export(sheet_of(claim, text=text), "markdown").decode()
    line = next(line for line in report.splitlines() if line.startswith("- C001"))
    said = line.rpartition(": ")[2]
    assert len(said) == shown
    assert said.endswith("…") is (length > 160)


def test_a_claim_that_nobody_decided_and_that_is_to_be_looked_at_again_is_begun():
    draft = draft_of("One two three four.")
    claims = [
        claim_saying(draft, "One", 1, flags=(Flag.RECHECK,)),
        claim_saying(draft, "two", 2),
        claim_saying(draft, "three", 3, finding=Finding.WRONG, flags=(Flag.RECHECK,)),
        claim_saying(draft, "four", 4, finding=Finding.WRONG, fix=FixState.CUT),
    ]
    found = {section.title: [c.number for c in section.claims] for section in sections(sheet_of(*claims))}
    assert found == {"Waiting, or to look at again": [1, 3], "Unchecked": [2]}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("docx", "docx"), (".docx", "docx"), ("-corrections.docx", None), ("corrections", "corrections"),
        (".jsonld", "claimreview"), ("HTML", "html"), (".md", "markdown"), ("..md", None), ("", None),
    ],
)  # fmt: skip
def test_a_format_is_found_by_any_of_its_names(name, known):
    if known:
        assert format_of(name).name == known
        return
    with pytest.raises(FactcheckError, match="is not an export format; there are csv, markdown, html"):
        format_of(name)


def test_an_audience_is_named_as_a_sentence_names_it():
    assert [audience.whom for audience in Audience] == ["the editor", "the writer", "legal"]


def test_what_a_command_gives_of_the_publisher_goes_before_the_settings():
    config = Config(organization="The Weir", url="https://a.example", ratings={"wrong": "False"})
    assert Publisher.of(config) == Publisher("The Weir", "https://a.example", {Finding.WRONG: "False"})
    assert Publisher.of(config, "Herald", "https://b.example").organization == "Herald"
    assert Publisher.of(config, url="https://b.example").url == "https://b.example"


HOLT = Speaker(mention="the mayor", name="Ina Holt")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, ""),
        ({"lost": True}, "it is no longer in the draft"),
        ({"finding": Finding.WAITING}, "it is waiting, which is no rating"),
        ({"finding": Finding.UNVERIFIABLE}, "the settings give unverifiable no label"),
        ({"flags": (Flag.RECHECK,)}, "it is to be rechecked"),
        ({"speaker": None}, "nobody but the piece itself says it"),
        ({"speaker": Speaker(mention="the mayor")}, "its speaker, “the mayor”, has no name"),
        ({"speaker": replace(HOLT, sure=False)}, "it is not sure that Ina Holt says it"),
        ({"speaker": replace(HOLT, name="THE WEIR")}, "THE WEIR is its own publisher or writer"),
        ({"speaker": replace(HOLT, name="Wes Hart")}, "Wes Hart is its own publisher or writer"),
        ({"restatement": "by [withheld]"}, "words of it are withheld"),
        ({"speaker": replace(HOLT, name="[withheld]")}, "words of it are withheld"),
    ],
)
def test_a_claim_that_cannot_be_reviewed_says_why(fields, reason):
    draft = draft_of("One two three four.")
    claim = claim_saying(draft, "One two", 1, **({"finding": Finding.WRONG, "speaker": HOLT} | fields))
    sheet = sheet_of(claim, article={"byline": "Wes Hart"})
    publisher = Publisher("The Weir", "https://a.example", {Finding.UNVERIFIABLE: " "})
    assert [refusal.reason for refusal in refusals(sheet, publisher)] == ([reason] if reason else [])


def test_rights_of_a_file_stay_where_it_is_replaced_and_a_private_one_is_the_owners_alone(tmp_path):
    path = tmp_path / "a.csv"
    write_file(path, b"1", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o640)
    write_file(path, b"2", force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    write_file(path, b"3", force=True, private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == b"3"
    write_file(tmp_path / "new.csv", b"4", force=True)
    assert (tmp_path / "new.csv").read_bytes() == b"4"


def test_a_file_system_without_hard_links_gets_the_file_and_keeps_the_one_that_is_there(
    tmp_path, monkeypatch
):
    def refuses(*_args, **_kwargs):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuses)
    write_file(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    with pytest.raises(Refused, match="exists already"):
        write_file(tmp_path / "a.csv", b"newer")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_every_byte_is_on_disk_before_the_file_stands_in_its_place(tmp_path, monkeypatch):
    seen = []

    def synced(handle):
        seen.append((os.fstat(handle).st_size, (tmp_path / "a.csv").exists()))

    monkeypatch.setattr(os, "fsync", synced)
    write_file(tmp_path / "a.csv", b"x" * 10)
    assert seen == [(10, False)]


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for path in (tmp_path / "a", tmp_path / "a" / "c"):
        with pytest.raises(Refused):
            write_file(path, b"x", force=True)


def test_a_name_that_a_folder_cannot_hold_is_said_with_the_reason(tmp_path):
    with pytest.raises(
        FactcheckError, match=r"“.*” could not be written: .*; nothing was left behind|cannot be written"
    ):
        write_file(tmp_path / ("é" * 200), b"x")
    assert not list(tmp_path.iterdir())
