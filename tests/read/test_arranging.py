"""The last steps of every reading: tidy blocks, byline and date taken out, the title and headings marked."""

from datetime import date

from db.vocabulary import BlockKind
from factcheck.read.arrange import arranged
from factcheck.read.reading import ReadBlock, Reading

DAY = date(2024, 3, 12)
BODY = "The harbour had cost the town a good deal of money by then, he said."


def reading(*texts: str, **facts) -> Reading:
    return Reading(tuple(ReadBlock(BlockKind.PARAGRAPH, text) for text in texts), **facts)


def test_what_the_draft_shows_fills_what_the_file_does_not_say():
    found = arranged(reading("The  Harbour", " By Jane Doe", "* *", "12 March 2024", BODY))
    assert [(block.kind, block.level, block.text) for block in found.blocks] == [
        (BlockKind.HEADING, 1, "The Harbour"),
        (BlockKind.PARAGRAPH, 0, BODY),
    ]
    assert (found.title, found.byline, found.published) == ("The Harbour", "Jane Doe", DAY)
    assert found.remarks == (
        "Taken as byline or date, not as text to check: “By Jane Doe”; “12 March 2024”.",
    )


def test_the_file_goes_first_for_title_and_date_and_the_draft_for_the_byline():
    found = arranged(
        reading(
            "The Harbour", "By Jane Doe", "12 March 2024", BODY,
            title="T", byline="Computer", published=date(2020, 1, 1), outlet="O", language="en",
            remarks=("one",),
        )
    )  # fmt: skip
    assert (found.title, found.byline, found.published) == ("T", "Jane Doe", date(2020, 1, 1))
    assert (found.outlet, found.language, found.remarks[0]) == ("O", "en", "one")
    assert arranged(reading(BODY, byline="Computer")).byline == "Computer"
    assert arranged(reading()).blocks == ()
