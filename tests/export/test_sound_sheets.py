from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.vocabulary import CheckKind
from factcheck.errors import BadInput
from factcheck.export.formats import export
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.loading import load_sheet, piece_of
from factcheck.export.sheets.sheet import SheetDraft
from factcheck.export.sheets.sound import problems
from factcheck.model import Signature, Span, TickedPoint
from factcheck.text import digest, words
from tests.export.whole_piece import DAY, LATER, signed_piece, whole_piece

WHOLE = make_sheet(whole_piece(), by="Ann Lee", at=LATER, confidential=True)
OPEN = make_sheet(whole_piece(), by="Ann Lee", at=LATER)
TEXT = WHOLE.draft.text


def claim(label, **fields):
    """The sheet with one claim changed."""
    changed = (replace(c, **fields) if c.number == label else c for c in WHOLE.claims)
    return replace(WHOLE, claims=tuple(changed))


def draft(**fields):
    return replace(WHOLE, draft=replace(WHOLE.draft, **fields))


def moment(**fields):
    return replace(WHOLE, article=replace(WHOLE.article, **fields))


def block(at, **fields):
    blocks = list(WHOLE.draft.blocks)
    blocks[at] = replace(blocks[at], **fields)
    return draft(blocks=tuple(blocks))


def signed(**fields):
    return replace(WHOLE, sign_off=replace(WHOLE.sign_off, at=LATER, **fields))


def passage(**fields):
    return replace(WHOLE, set_aside=(replace(WHOLE.set_aside[0], **fields),))


def progress(**fields):
    return replace(WHOLE, progress=replace(WHOLE.progress, **fields))


LAST = len(TEXT)
NO_DRAFT = "C011 is lost from a draft that is not there"
PART = "a part of C001 stands outside the draft"
ALONE = "two claims have the same number, or one has none"
DRAFTS = "two drafts have the same number, or one has none"
SIGNED = "it is signed by nobody, or for a draft that is not there"
BLOCKS = "the blocks of draft 2 do not stand in its text"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (WHOLE, []),
        (OPEN, []),
        (replace(WHOLE, claims=(), queries=()), []),
        (replace(WHOLE, selection="wrong"), ["it holds only some of the claims (wrong)"]),
        (draft(digest="0" * 64), ["the draft is not the text that its digest was made from"]),
        (claim(1, text="The lock"), ["the words of C001 are not those of the draft"]),
        (claim(1, draft=1), ["C001 stands in another draft than the current one"]),
        (claim(1, parts=(Span(0, 4), Span(5, LAST))), []),
        (claim(1, parts=(Span(0, 4), Span(5, LAST + 1))), [PART]),
        (claim(1, parts=(Span(-1, 4),)), [PART]),
        (claim(1, parts=(Span(4, 3),)), [PART]),
        (claim(1, parts=(Span(4, 4),)), []),
        (claim(11, draft=7), [NO_DRAFT]),
        (claim(11, draft=2), [NO_DRAFT]),
        (claim(11, parts=(Span(0, 10_000),)), ["a part of C011 stands outside the draft"]),
        (passage(end=LAST), []),
        (passage(end=LAST + 1), ["a passage stands outside the draft"]),
        (passage(start=LAST), ["a passage stands outside the draft"]),
        (block(0, end=WHOLE.draft.blocks[1].start), []),
        (block(0, end=WHOLE.draft.blocks[1].start + 1), [BLOCKS]),
        (block(0, start=-1), [BLOCKS]),
        (block(9, end=LAST + 1), [BLOCKS]),
        (draft(blocks=()), []),
        (signed(by="Ed Roe", draft=2), []),
        (signed(by="Ed Roe", draft=1), []),
        (signed(by="Ed Roe", draft=3), [SIGNED]),
        (signed(by="", draft=2), [SIGNED]),
        (signed(by="Ed Roe", draft=None), [SIGNED]),
        (moment(published=date(2, 1, 1)), []),
        (moment(published=date(1, 12, 31)), ["article.published is no moment with a time zone"]),
        (moment(published=date(9998, 1, 1)), []),
        (moment(published=date(9999, 1, 1)), ["article.published is no moment with a time zone"]),
        (moment(deadline=datetime(2026, 1, 1, tzinfo=UTC)), []),
        (moment(deadline=datetime(2026, 1, 1)), ["article.deadline is no moment with a time zone"]),  # noqa: DTZ001
        (claim(1, priority=2**31 - 1), []),
        (claim(1, priority=2**31), ["claims.0.priority is out of range"]),
        (claim(1, priority=1 - 2**31), []),
        (claim(1, priority=-(2**31)), ["claims.0.priority is out of range"]),
        (progress(coverage=float("nan")), ["progress.coverage is out of range"]),
        (progress(coverage=float("inf")), ["progress.coverage is out of range"]),
        (progress(by_finding={"wrong": 2**31}), ["progress.by_finding.wrong is out of range"]),
    ],
)
def test_what_cannot_be_in_a_sheet_is_told(sheet, said):
    assert list(problems(sheet)) == said


@pytest.mark.parametrize(
    ("sheet", "first"),
    [
        (claim(2, number=1), ALONE),
        (claim(2, number=0), ALONE),
        (claim(1, number=-1), ALONE),
        (draft(number=1), DRAFTS),
        (draft(number=0), DRAFTS),
        (draft(number=3), "C001 stands in another draft than the current one"),
        (replace(WHOLE, sources=WHOLE.sources[1:]), "C002 cites a source that is not there"),
    ],
)
def test_of_what_has_more_than_one_fault_the_first_is_told(sheet, first):
    assert next(problems(sheet)) == first


def test_a_query_about_a_claim_that_is_not_there_is_told():
    sheet = replace(WHOLE, queries=(replace(WHOLE.queries[0], claim=99), *WHOLE.queries[1:]))
    assert list(problems(sheet)) == ["a query is about a claim that is not there"]


def test_a_confidential_sheet_comes_back_as_it_was():
    piece = piece_of(load_sheet(export(WHOLE, "json"), "x.json"))
    material = whole_piece()
    by_number = {claim.number: claim for claim in material.claims}
    assert [claim.number for claim in piece.claims] == list(by_number)
    for found in piece.claims:
        told = by_number[found.number]
        assert found.text == told.text
        assert (found.start, found.end, found.parts) == (told.start, told.end, told.parts)
        assert (found.id, found.article, found.version) == (told.number, "lock", told.version)
        assert (found.finding, found.flags, found.check_points) == (
            told.finding,
            told.flags,
            told.check_points,
        )
        assert [c.source.label for c in found.citations] == [c.source.label for c in told.citations]
        assert [(c.id, c.claim, c.where) for c in found.citations] == [
            (c.id, found.number, c.where) for c in told.citations
        ]
    assert piece.queries == material.queries
    assert piece.passages == material.passages
    assert {contact.id for contact in piece.contacts} == {1, 2, 3}
    assert [event.said for event in piece.history] == [event.said for event in material.history]
    assert (piece.deadline, piece.added_at, piece.archived) == (WHOLE.article.deadline, DAY, False)
    assert piece.signature is None
    assert [(draft.number, draft.text) for draft in piece.former] == [(1, material.former[0].text)]
    assert (piece.draft.text, piece.draft.blocks) == (material.draft.text, material.draft.blocks)


def test_a_signature_comes_back_with_what_was_signed():
    piece = piece_of(make_sheet(signed_piece(), by="Ann Lee", at=LATER))
    assert piece.signature == Signature(by="Ed Roe", at=LATER, draft=2, digest=digest(TEXT))


@pytest.mark.parametrize(
    ("original", "kept"),
    [("", TEXT.encode()), ("!", TEXT.encode()), (b64encode(b"<p>file").decode(), b"<p>file")],
)
def test_the_file_of_a_draft_comes_back_or_else_its_text(original, kept):
    article = piece_of(draft(original=original)).article
    assert article.original == kept
    assert (article.slug, article.title, article.outlet, article.byline) == (
        "lock", "The Lock", "The Weir", "Wes Hart",
    )  # fmt: skip
    assert article.digest == digest(TEXT)


def test_claims_whose_draft_stayed_behind_stand_one_after_the_other_in_one_that_stands_in():
    first = OPEN.claims[-1]
    point = TickedPoint(id=1, kind=CheckKind.NUMBER, start=4, end=10, text="keeper")
    lost = (
        replace(first, number=11, text="The keeper left.", start=0, end=16, parts=(Span(0, 16),)),
        replace(
            first, number=12, text="He was old.", start=40, end=51, parts=(Span(40, 42), Span(47, 50)),
            check_points=(replace(point, start=47, end=50),),
        ),
        replace(first, number=13, text="It was 1931.", start=3, end=15, parts=(Span(3, 15),)),
    )  # fmt: skip
    empty = replace(OPEN.earlier_drafts[0], number=3)
    former = (*OPEN.earlier_drafts, empty)
    piece = piece_of(replace(OPEN, claims=(*OPEN.claims[:-1], *lost), earlier_drafts=former))
    (stand_in,) = piece.former
    assert stand_in.text == "The keeper left.\n\nHe was old.\n\nIt was 1931."
    assert (stand_in.number, stand_in.digest) == (1, digest(stand_in.text))
    assert stand_in.words == words(stand_in.text)
    assert [(kind, start, end) for kind, start, end, _ in stand_in.blocks] == [
        ("paragraph", 0, 16), ("paragraph", 18, 29), ("paragraph", 31, 43),
    ]  # fmt: skip
    found = piece.claims[-3:]
    assert [(c.start, c.end, c.parts) for c in found] == [
        (0, 16, (Span(0, 16),)), (18, 29, (Span(18, 20), Span(25, 28))), (31, 43, (Span(31, 43),)),
    ]  # fmt: skip
    assert [(p.start, p.end) for p in found[1].check_points] == [(25, 28)]
    assert all(stand_in.text[c.start : c.end] == c.text for c in found)


def test_a_draft_without_lost_claims_stays_behind():
    other = SheetDraft(
        number=3, digest="0" * 64, source_name="x", format="text", imported_by="A", imported_at=DAY, words=1
    )
    sheet = replace(WHOLE, earlier_drafts=(*WHOLE.earlier_drafts, other))
    assert [draft.number for draft in piece_of(sheet).former] == [1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{" * 300_001, "it holds far more, or larger numbers, than any has"),
        (b"{" * 300_000, "“x.json” is no JSON: "),
        (b":" * 500_001, "it holds far more, or larger numbers, than any has"),
        (b":" * 500_000, "“x.json” is no JSON: "),
        (b'{"a": ' + b"1" * 400 + b"}", "it holds far more, or larger numbers, than any has"),
        (b'{"a": ' + b"1" * 399 + b"}", "is no claim sheet: "),
        (b'{"schema_version": "9.1"}', "is a claim sheet of version 9.1, and this program reads 1.1"),
        (b"{", "“x.json” is no JSON: EOF while parsing an object"),
        (b"[]", "“x.json” is no claim sheet: the whole: "),
    ],
)
def test_what_is_no_sheet_is_one_sentence_that_says_why(data, said):
    with pytest.raises(BadInput) as refused:
        load_sheet(data, "x.json")
    assert said in str(refused.value)
    assert len(str(refused.value)) < 200


def test_names_that_were_withheld_stay_apart_from_each_other():
    piece = piece_of(OPEN)
    assert {c.source.id: c.source.title for one in piece.claims for c in one.citations} == {
        1: "Accounts 2025", 2: "", 3: "name withheld (S3 of lock)", 4: "",
    }  # fmt: skip
