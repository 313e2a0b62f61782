import stat
from dataclasses import replace
from hashlib import sha256

import pytest

from db.vocabulary import Basis, Finding, SourceKind
from factcheck.desk import Desk
from factcheck.errors import BadInput, NotOnDesk, Refused
from factcheck.export.formats import FORMATS
from factcheck.export.handing import hand_over
from factcheck.export.options import Options, Publisher
from factcheck.export.sheets.build import build_sheet
from factcheck.model import CitationFields, ClaimFilter, SourceFields
from factcheck.read import read_bytes
from factcheck.split import split
from factcheck.text import digest
from tests.export.word import body_text, opened
from tests.read.material import docx_of, paragraph, run

STORY = "The bridge cost $3 million, said Mayor Ina Holt on Monday. It is the longest in the county."
MARKED = docx_of(paragraph(run("The bridge ", "<w:i/>") + run(STORY.removeprefix("The bridge "))))
OTHER = docx_of(paragraph(run("Quite another text.")))
ASKING = {"claimreview", "pdf", "corrections"}
"""Formats that want more than a sheet: a publisher, an extra, accepted wording."""
HERALD = Options(publisher=Publisher("The Herald", "https://herald.example/a"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk with the same piece from a Word file, from text, and from a file that is not what was read."""
    with Desk.open(tmp_path_factory.mktemp("handing") / "desk.db", person="Ann Lee") as desk:
        word, text = (
            read_bytes(MARKED, "bridge.docx"),
            read_bytes(STORY.replace("bridge", "ferry").encode(), "ferry.txt"),
        )
        other = word.text.replace("bridge", "tunnel")
        wrong = replace(word, original=OTHER, original_digest=sha256(OTHER).hexdigest())
        wrong = replace(wrong, text=other, digest=digest(other))
        for slug, article in (("word", word), ("text", text), ("wrong", wrong)):
            desk.articles.add(replace(article, slug=slug), split(article))
        known = SourceFields(kind=SourceKind.PERSON, person="Quentin Marlowe", basis=Basis.CONFIDENTIAL)
        desk.citations.add("word", 1, known, CitationFields(quotation="so"))
        desk.notes.add("word", 1, "by Marlowe")
        yield desk


def is_copy(content):
    """Whether the writer's own formatting is in a document."""
    return any(str(found.tag).endswith("}i") for found in opened(content).element.body.iter())


@pytest.mark.parametrize(
    ("slug", "name"), [("word", name) for name in FORMATS if name not in ASKING] + [("text", "docx")]
)
def test_every_format_is_handed_over_and_only_a_word_file_is_copied(desk, slug, name):
    handed = hand_over(desk, slug, name)
    said = ("withheld to protect sources: 1 place",) if slug == "word" else ()
    assert (handed.said, handed.database) == (said, desk.database)
    assert handed.sheet.article.slug == slug
    if name == "docx":
        assert is_copy(handed.content) is (slug == "word")


def test_a_file_that_is_not_the_draft_is_not_copied_and_that_is_told(desk):
    handed = hand_over(desk, "wrong", "docx")
    (said,) = handed.said
    assert said == (
        "the draft was not found again in bridge.docx: the copy is a new document without its formatting"
    )
    assert "Quite another text." not in "\n".join(body_text(opened(handed.content)))


def test_corrections_are_made_in_the_writers_file(desk):
    desk.findings.decide("word", 2, Finding.WRONG)
    desk.wording.propose("word", 2, "It is the second longest in the county.")
    desk.wording.accept("word", 2)
    assert is_copy(hand_over(desk, "word", "corrections").content)


def test_reviews_tell_which_claims_they_leave_out(desk):
    desk.findings.decide("text", 1, Finding.WRONG)
    handed = hand_over(desk, "text", "claimreview", HERALD)
    assert handed.said == ("C002 is left out: it is unchecked, which is no rating",)


@pytest.mark.parametrize(
    ("slug", "name", "error"),
    [("nowhere", "csv", NotOnDesk), ("text", "cvs", BadInput), ("text", "claimreview", BadInput)],
)
def test_what_cannot_be_handed_over_is_refused(desk, slug, name, error):
    with pytest.raises(error):
        hand_over(desk, slug, name)


@pytest.mark.parametrize(("confidential", "rights"), [(True, 0o600), (False, 0o644)])
def test_a_confidential_file_is_its_owners_alone(desk, tmp_path, confidential, rights):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o644)
    handed = hand_over(desk, "word", "csv", include_confidential=confidential)
    assert ("Quentin Marlowe" in handed.content.decode("utf-8-sig")) is confidential
    with pytest.raises(Refused, match="exists already"):
        handed.write(path)
    handed.write(path, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == rights
    with pytest.raises(Refused, match="give another name"):
        handed.write(desk.database, force=True)


def test_a_selection_leaves_lost_claims_and_others_out(desk):
    chosen = build_sheet(desk, "text", filter=ClaimFilter(search="longest"))
    assert [claim.number for claim in chosen.claims] == [2]
    assert chosen.selection == "holding “longest”"
    assert [claim.number for claim in build_sheet(desk, "text").claims] == [1, 2]
