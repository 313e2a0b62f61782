"""A piece in which every field of a sheet holds something, and each choice of words comes up once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from db.vocabulary import (
    Basis,
    BlockKind,
    CheckKind,
    Finding,
    FixState,
    Flag,
    LocatorKind,
    Method,
    ReviewState,
    SetAsideReason,
    SourceKind,
    SourceState,
    Stance,
    Tier,
)
from factcheck.model import (
    Contact,
    DraftBlock,
    Event,
    Note,
    Passage,
    Query,
    Source,
    Speaker,
    TickedPoint,
)
from factcheck.text import digest
from tests.export.material import citation_of, claim_saying, draft_of, material_of, row_of

DAY = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)
LATER = DAY + timedelta(days=1, hours=5)
BLOCKS = (
    (BlockKind.HEADING, 1, "The Lock"),
    (BlockKind.DEK, 0, "A lock, a ledger and 61,000 gates."),
    (BlockKind.PARAGRAPH, 0, "The lock has had a keeper for 112 years, said Nora Vance. She left in June."),
    (BlockKind.HEADING, 2, "The money"),
    (BlockKind.PARAGRAPH, 0, "It cost 19 million, four times the plan. The Board lied, says Sam Whitlow."),
    (BlockKind.LIST_ITEM, 0, "It failed twice."),
    (BlockKind.QUOTATION, 0, "Nobody asked the river."),
    (BlockKind.CAPTION, 0, "The weir in 1931."),
    (BlockKind.HEADING, 9, "Coda"),
    (BlockKind.FOOTNOTE, 0, "It drowned eleven people."),
)  # fmt: skip

ACCOUNTS = Source(
    id=1, kind=SourceKind.RECORD, title="Accounts 2025", author="Waterways Board", publication="Gazette",
    published="2026-01", url="https://waterways.example/accounts", archived_url="https://archive.example/1",
    origin="the audit", state=SourceState.UPDATED, note="second edition", contact="desk@waterways.example",
)  # fmt: skip
VANCE = Source(id=2, kind=SourceKind.PERSON, person="Nora Vance", role="lock-keeper", version=3)
RADIO = Source(id=3, url="radio tape 9", basis=Basis.BACKGROUND)
UNSAID = Source(id=4, publication="A leaflet", url="ftp://old.example/x")
SOURCES = (ACCOUNTS, VANCE, RADIO, UNSAID)


def _decided(finding, by="Ann Lee", at=DAY, **more):
    return {"finding": finding, "decided_by": by, "decided_at": at, **more}


def _claims(draft):
    def saying(words, number, **more):
        about = {"decided_text": words} if "decided_by" in more else {}
        return claim_saying(draft, words, number, **(about | more))

    def cited(source, claim, number, **more):
        return citation_of(source, claim, number, **({"added_at": LATER} | more))

    yield saying("The Lock", 1, kinds=(CheckKind.DISPLAY,))
    yield saying(
        "The lock has had a keeper for 112 years, said Nora Vance.",
        2,
        **_decided(Finding.VERIFIED, flags=(Flag.SINGLE_SOURCE, Flag.SENSITIVE)),
        section="The Lock",
        kinds=(CheckKind.NUMBER, CheckKind.ATTRIBUTION),
        speaker=Speaker(mention="Nora Vance", name="Nora Vance", cue="said"),
        priority=1234,
        reasons=("number", "speaker"),
        restatement="Pell Weir has had lock-keepers for 112 years.",
        check_points=(
            TickedPoint(id=1, kind=CheckKind.NUMBER, start=76, end=85, text="112 years", ticked=True),
            TickedPoint(id=2, kind=CheckKind.NAME, start=92, end=102, text="Nora Vance"),
        ),
        review=ReviewState.AGREED,
        review_by="Cy Dorn",
        review_at=LATER,
        assignee="Ann Lee",
        expires=date(2027, 1, 31),
        citations=(
            cited(
                ACCOUNTS,
                2,
                11,
                locator="12",
                quotation="112 years",
                accessed=date(2026, 3, 1),
                note="b",
            ),
            cited(VANCE, 2, 12, tier=None, stance=None, locator_kind=None, method=Method.CALL),
            cited(
                ACCOUNTS, 2, 13, stance=Stance.CONTEXT, locator="14:30", locator_kind=LocatorKind.TIMESTAMP
            ),
        ),
        notes=(Note(id=1, text="Counted from 1914.", by="Ann Lee", at=DAY),),
        version=4,
    )
    yield saying(
        "She left in June.",
        3,
        **_decided(Finding.ON_AUTHOR, by="Ben Oak"),
        section="The Lock",
        speaker=Speaker(mention="the keeper"),
        fix=FixState.STET,
        fix_by="Ed Roe",
        fix_at=LATER,
        fix_reason="seen by the writer",
        review=ReviewState.SENT_BACK,
        review_by="Cy Dorn",
        review_at=DAY,
        review_reason="which year?",
    )
    yield saying(
        "It cost 19 million, four times the plan.",
        4,
        **_decided(Finding.WRONG, at=LATER),
        section="The money",
        kinds=(CheckKind.MONEY,),
        proposed_text="It cost 19 million, three times the plan.",
        fix=FixState.PROPOSED,
        fix_by="Ann Lee",
        fix_at=LATER,
        citations=(cited(ACCOUNTS, 4, 14, stance=Stance.CONTRADICTS, tier=Tier.SECONDARY, locator="31"),),
    )
    yield saying(
        "four times the plan",
        5,
        **_decided(Finding.IMPRECISE),
        section="The money",
        parent=4,
        proposed_text="three times the plan",
        fix=FixState.APPLIED,
        fix_by="Ed Roe",
        fix_at=LATER,
        citations=(cited(UNSAID, 5, 15, stance=Stance.PARTLY, added_by=""),),
    )
    yield saying(
        "The Board lied, says Sam Whitlow.",
        6,
        **_decided(Finding.MISLEADING, flags=(Flag.LEGAL,)),
        section="The money",
        kinds=(CheckKind.ALLEGATION,),
        speaker=Speaker(mention="Sam Whitlow", sure=False),
        proposed_text="The Board erred, says Sam Whitlow.",
        citations=(cited(VANCE, 6, 16), cited(RADIO, 6, 17, stance=None)),
    )
    yield saying(
        "It failed twice.",
        7,
        **_decided(Finding.VERIFIED, flags=(Flag.RECHECK,)),
        section="The money",
        recheck_reason="“once” became “twice”",
    )
    yield saying(
        "Nobody asked the river.",
        8,
        **_decided(Finding.WAITING, waiting_on="the Board", waiting_since=date(2026, 3, 2)),
        section="The money",
    )
    yield saying(
        "The weir in 1931.",
        9,
        **_decided(Finding.WAITING, waiting_since=date(2026, 3, 1)),
        section="The money",
    )
    yield saying(
        "It drowned eleven people.",
        10,
        **_decided(Finding.NOT_CHECKABLE, flags=(Flag.CONFLICT,)),
        section="Coda",
        fix=FixState.CUT,
        fix_by="Ed Roe",
        fix_at=DAY,
    )


def whole_piece(**article):
    """The piece; more may be said of its row on the desk, such as a signature."""
    text = draft_of(*(words for _, _, words in BLOCKS))
    kinds = zip(text.blocks, BLOCKS, strict=True)
    draft = replace(
        text,
        number=2,
        words=12345,
        imported_at=LATER,
        blocks=tuple(DraftBlock(kind, block.start, block.end, level) for block, (kind, level, _) in kinds),
    )
    former = replace(draft_of("The keeper is paid 23,400 crowns.", "She was glad."), imported_at=DAY)
    gone = claim_saying(
        former,
        "The keeper is paid 23,400 crowns.",
        11,
        lost=True,
        **_decided(Finding.UNVERIFIABLE, decided_text="The keeper is paid 23,400 crowns."),
        notes=(Note(id=2, text="Nobody answers.", by="Ben Oak", at=LATER),),
        citations=(citation_of(VANCE, 11, 18, added_at=DAY),),
    )
    claims = [*_claims(draft), gone]
    left = draft.text.index("She left")
    queries = (
        Query(id=1, claim=3, text="Which year?", by="Ann Lee", at=DAY),
        Query(
            id=2, claim=4, text="Which plan?", by="Ben Oak", at=DAY, answer="That one.", answered_by="Wes",
            answered_at=LATER, version=2,
        ),
        Query(id=3, claim=None, text="Is the gate open?", by="Ann Lee", at=LATER),
    )  # fmt: skip
    history = (
        Event(id=1, op="a", at=DAY, by="Ann Lee", verb="add", article="lock", said="Added"),
        Event(id=2, op="b", at=DAY, by="Ann Lee", verb="decide", article="lock", claim=2, said="Claim 2: V"),
        Event(id=3, op="c", at=LATER, by="Ben Oak", verb="undo", article="lock", said="Undid: claim 2"),
        Event(id=4, op="d", at=LATER, by="Ben Oak", verb="redo", article="lock", said="Redid: claim 2"),
    )
    contacts = (
        Contact(id=1, source=2, at=DAY, by="Ann Lee", method=Method.CALL, outcome="She says so."),
        Contact(id=2, source=2, at=LATER, by="Ben Oak", method=Method.EMAIL, outcome="She says so again."),
        Contact(id=3, source=3, at=LATER, by="Ben Oak", method=Method.EMAIL, outcome="Met by the weir."),
    )
    material = material_of(
        draft,
        claims,
        queries,
        {
            "slug": "lock", "title": "The Lock", "outlet": "The Weir", "byline": "Wes Hart", "added_at": DAY,
            "published": date(2026, 4, 1), "deadline": LATER + timedelta(days=9), **article,
        },
        sources=SOURCES,
        contacts=contacts,
        history=history,
        former=(former,),
        drafts=(row_of(former)._replace(current=False), row_of(draft)),
        passages=(Passage(id=1, start=left, end=left + 3, text="She", reason=SetAsideReason.TRANSITION),),
    )  # fmt: skip
    progress = replace(material.article.progress, coverage=0.876, reviewed=1)
    return material._replace(article=replace(material.article, progress=progress))


def signed_piece():
    """The piece, signed off."""
    text = whole_piece().draft.text
    return whole_piece(signed_by="Ed Roe", signed_at=LATER, signed_draft=2, signed_digest=digest(text))
