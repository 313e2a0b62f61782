from hypothesis import given, settings

from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.marks import marked_blocks
from factcheck.model import Span
from tests.export.material import claim_on, claim_saying, draft_of, material_of, materials


def marked(draft, *claims):
    return list(marked_blocks(make_sheet(material_of(draft, claims), by="Ann Lee")))


def test_claims_cut_a_block_into_stretches():
    draft = draft_of("One two three four.")
    (block,) = marked(draft, claim_saying(draft, "two three", 1))
    assert [(s.text, [c.number for c in s.claims]) for s in block.stretches] == [
        ("One ", []),
        ("two three", [1]),
        (" four.", []),
    ]


def test_overlapping_and_nested_claims_share_stretches_widest_first():
    draft = draft_of("One two three four.")
    (block,) = marked(
        draft,
        claim_saying(draft, "two", 1),
        claim_saying(draft, "One two three", 2),
        claim_saying(draft, "three four", 3),
    )
    assert [(s.text, [c.number for c in s.claims]) for s in block.stretches] == [
        ("One ", [2]),
        ("two", [2, 1]),
        (" ", [2]),
        ("three", [2, 3]),
        (" four", [3]),
        (".", []),
    ]
    assert [[c.number for c in s.begins] for s in block.stretches] == [[2], [1], [], [3], [], []]


def test_a_claim_in_two_parts_begins_once():
    draft = draft_of("One two three four.")
    claim = claim_on(draft, 0, 13, 1, parts=(Span(0, 3), Span(8, 13)))
    (block,) = marked(draft, claim)
    assert [(s.text, len(s.claims), len(s.begins)) for s in block.stretches] == [
        ("One", 1, 1),
        (" two ", 0, 0),
        ("three", 1, 0),
        (" four.", 0, 0),
    ]


def test_a_claim_over_two_blocks_begins_in_the_first():
    draft = draft_of("One two.", "Three four.")
    blocks = marked(draft, claim_on(draft, 4, 15, 1))
    assert [[c.number for c in block.claims] for block in blocks] == [[1], []]
    assert [s.text for block in blocks for s in block.stretches if s.claims] == ["two.", "Three"]


def test_a_lost_claim_stands_nowhere():
    draft = draft_of("One two three four.")
    (block,) = marked(draft, claim_saying(draft, "two", 1, lost=True))
    assert [s.claims for s in block.stretches] == [()]


@given(materials())
@settings(max_examples=30)
def test_the_stretches_are_the_draft_and_every_present_claim_begins_once(material):
    sheet = make_sheet(material, by="Ann Lee")
    blocks = list(marked_blocks(sheet))
    for marked_block in blocks:
        block = marked_block.block
        assert "".join(s.text for s in marked_block.stretches) == sheet.draft.text[block.start : block.end]
    begun = sorted(claim.number for block in blocks for claim in block.claims)
    assert begun == sorted(claim.number for claim in sheet.claims if not claim.lost)
