"""Desk values for sheets, made by hand and by hypothesis."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from db.vocabulary import (
    Basis,
    CheckKind,
    Finding,
    FixState,
    Flag,
    LocatorKind,
    Method,
    ReviewState,
    SetAsideReason,
    SourceKind,
    Stance,
    Tier,
)
from factcheck.export.sheets.build import Material
from factcheck.model import (
    ArticleRow,
    Citation,
    Claim,
    Contact,
    Draft,
    DraftBlock,
    DraftRow,
    Event,
    Note,
    Passage,
    Progress,
    Query,
    Source,
    Span,
    Speaker,
    TickedPoint,
)
from factcheck.text import digest, words

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


def draft_of(*paragraphs, number=1):
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(DraftBlock("paragraph", at, at + len(paragraph), 0))
        at += len(paragraph) + 2
    return Draft(
        number=number,
        text=text,
        blocks=tuple(blocks),
        digest=digest(text),
        source_name="bridge.txt",
        format="text",
        encoding="utf-8",
        original_digest=digest(text),
        imported_by="Ann Lee",
        imported_at=NOON,
        words=words(text),
    )


def claim_on(draft, start, end, number, **more):
    fields = {
        "id": number,
        "article": "bridge",
        "number": number,
        "text": draft.text[start:end],
        "start": start,
        "end": end,
        "parts": (Span(start, end),),
        "draft": draft.number,
    }
    return Claim(**(fields | more))


def claim_saying(draft, text, number, **more):
    start = draft.text.index(text)
    return claim_on(draft, start, start + len(text), number, **more)


def source_of(number=1, **more):
    return Source(**({"id": number, "kind": SourceKind.RECORD, "title": "Budget 2024"} | more))


def citation_of(source, claim, number=1, **more):
    fields = {"id": number, "claim": claim, "source": source, "added_by": "Ann Lee", "added_at": NOON}
    said = {"tier": Tier.PRIMARY, "stance": Stance.SUPPORTS, "locator_kind": LocatorKind.PAGE}
    return Citation(**(fields | said | more))


def article_of(draft, claims, queries=(), **more):
    by_finding = {finding: sum(c.finding is finding for c in claims if not c.lost) for finding in Finding}
    progress = Progress(
        claims=sum(by_finding.values()),
        by_finding=by_finding,
        recheck=sum(Flag.RECHECK in claim.flags for claim in claims),
        lost=sum(claim.lost for claim in claims),
        open_queries=sum(query.is_open for query in queries),
    )
    fields = {
        "id": 1,
        "slug": "bridge",
        "title": "The bridge",
        "added_at": NOON,
        "draft": draft.number,
        "words": draft.words,
        "progress": progress,
    }
    return ArticleRow(**(fields | more))


def row_of(draft):
    return DraftRow(
        draft.number,
        draft.digest,
        draft.source_name,
        draft.format,
        draft.imported_by,
        draft.imported_at,
        draft.words,
        current=True,
    )


def material_of(draft, claims, queries=(), article=None, **more):
    sources = {citation.source.id: citation.source for claim in claims for citation in claim.citations}
    fields = {"sources": tuple(sources.values()), "drafts": (row_of(draft),)}
    return Material(
        article=article_of(draft, claims, queries, **(article or {})),
        draft=draft,
        claims=tuple(claims),
        queries=tuple(queries),
        **(fields | more),
    )


def bridge():
    """A small article with one of everything."""
    draft = draft_of(
        "The bridge cost $3 million, said Mayor Ina Holt.",
        "It is the longest in the county, and 40 people built it.",
    )
    budget = source_of(
        1, url="https://example.org/budget", publication="City of Arden", published="2024-02", used=1
    )
    call = source_of(
        2, kind=SourceKind.PERSON, title="", person="Ben Okri", role="engineer", contact="+44 20 7946 0001"
    )
    leak = source_of(
        3,
        kind=SourceKind.PERSON,
        title="Talk with Quentin Marlowe",
        person="Quentin Marlowe",
        role="deputy treasurer of Arden",
        contact="marlowe@example.org",
        basis=Basis.CONFIDENTIAL,
    )
    cost = claim_saying(
        draft,
        "The bridge cost $3 million, said Mayor Ina Holt.",
        1,
        speaker=Speaker(mention="Mayor Ina Holt", name="Ina Holt", cue="said"),
        kinds=(CheckKind.NAME, CheckKind.MONEY),
        check_points=(
            TickedPoint(id=1, kind=CheckKind.MONEY, start=16, end=26, text="$3 million", ticked=True),
        ),
        priority=5,
        reasons=("number",),
        finding=Finding.VERIFIED,
        decided_by="Ann Lee",
        decided_at=NOON,
        decided_text="The bridge cost $3 million, said Mayor Ina Holt.",
        review=ReviewState.AGREED,
        review_by="Cy Dorn",
        review_at=NOON,
        citations=(
            citation_of(budget, 1, 1, locator="12", quotation="3.0 million", accessed=date(2026, 3, 1)),
            citation_of(leak, 1, 2, quotation="it was less at first", note="Marlowe, by telephone"),
        ),
        notes=(
            Note(id=1, text="Quentin Marlowe says it was less at first.", by="Ann Lee", at=NOON),
            Note(id=2, text="He is afraid for his post.", by="Ann Lee", at=NOON, confidential=True),
        ),
    )
    longest = claim_saying(
        draft,
        "It is the longest in the county",
        2,
        finding=Finding.WRONG,
        decided_by="Ann Lee",
        decided_at=NOON,
        decided_text="It is the longest in the county",
        proposed_text="It is the second longest in the county",
        fix=FixState.PROPOSED,
        fix_by="Ann Lee",
        fix_at=NOON,
        citations=(citation_of(call, 2, 3, stance=Stance.CONTRADICTS, method=Method.CALL),),
    )
    built = claim_saying(
        draft,
        "40 people built it.",
        3,
        finding=Finding.WAITING,
        waiting_on="the contractor",
        waiting_since=date(2026, 3, 2),
        decided_by="Ann Lee",
        decided_at=NOON,
        decided_text="40 people built it.",
    )
    queries = (
        Query(id=1, claim=3, text="Who counted the people?", by="Ann Lee", at=NOON),
        Query(id=2, claim=None, text="Is the opening still in May?", by="Ann Lee", at=NOON),
    )
    history = (
        Event(id=1, op="a", at=NOON, by="Ann Lee", verb="add", article="bridge", said="Added"),
        Event(
            id=2,
            op="b",
            at=NOON,
            by="Ann Lee",
            verb="cite",
            article="bridge",
            claim=1,
            said="Claim 1: Quentin Marlowe",
        ),
    )
    contacts = (
        Contact(
            id=1, source=2, at=NOON, by="Ann Lee", method=Method.CALL, outcome="It is the second longest."
        ),
        Contact(id=2, source=3, at=NOON, by="Ann Lee", method=Method.CALL, outcome="Met at the station."),
    )
    and_start = draft.text.index("and 40")
    passage = Passage(id=1, start=and_start, end=and_start + 3, text="and", reason=SetAsideReason.TRANSITION)
    return material_of(
        draft, (cost, longest, built), queries, history=history, contacts=contacts, passages=(passage,)
    )


free_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
"""Anything that a person could type or paste."""

hostile_text = free_text | st.sampled_from(
    [
        "=SUM(1)", "@cmd", "-1+1", "＝1", "'=1", "\t=1", "<script>alert(1)</script>", "</style><b>",
        "[bold]x[/]", "\x1b]52;c;aGk=\x07", "\x9b31m", "\u202eevil", "a|b", "`code`", "# head", "1. one",
        "--- x", "&amp;", "{{ 7*7 }}", "{% raw %}", "שלום עולם", "👩‍👩‍👧 é", "line\nbreak", "x" * 300, "$x$",
        "~~~", "<!--", "]]>",
    ]
)  # fmt: skip
"""As `free_text`, rich in what other programs obey."""


@st.composite
def materials(draw):
    """Random material in which every citation, note and query holds a token of its own."""
    paragraph = hostile_text.map(lambda text: "Words " + " ".join(text.split()))
    draft = draft_of(*draw(st.lists(paragraph, min_size=1, max_size=4)))
    count = draw(st.integers(0, 6))
    sources = [draw(random_sources(number)) for number in range(1, 4)]
    claims, tokens = [], iter(f"tok{number}en" for number in range(1000))
    for number in range(1, count + 1):
        block = draw(st.sampled_from(draft.blocks))
        start = draw(st.integers(block.start, block.end - 1))
        end = draw(st.integers(start + 1, block.end))
        citations = tuple(
            citation_of(
                draw(st.sampled_from(sources)),
                number,
                number * 10 + index,
                quotation=f"{draw(hostile_text)} {next(tokens)}",
                note=draw(hostile_text),
                locator=draw(hostile_text),
                locator_kind=draw(st.none() | st.sampled_from(LocatorKind)),
                tier=draw(st.none() | st.sampled_from(Tier)),
                stance=draw(st.none() | st.sampled_from(Stance)),
            )
            for index in range(draw(st.integers(0, 2)))
        )
        notes = tuple(
            Note(id=number * 10 + index, text=f"{draw(hostile_text)} {next(tokens)}", by="Ann Lee", at=NOON)
            for index in range(draw(st.integers(0, 2)))
        )
        decided = draw(st.booleans())
        claims.append(
            claim_on(
                draft,
                start,
                end,
                number,
                finding=draw(st.sampled_from(Finding)) if decided else Finding.UNCHECKED,
                decided_text=draft.text[start:end] if decided else "",
                flags=tuple(draw(st.sets(st.sampled_from(Flag)))),
                restatement=draw(hostile_text),
                waiting_on=draw(hostile_text),
                proposed_text=draw(hostile_text),
                fix=draw(st.none() | st.sampled_from(FixState)),
                fix_reason=draw(hostile_text),
                section=draw(hostile_text),
                speaker=draw(st.none() | st.just(Speaker(mention=draw(hostile_text)))),
                citations=citations,
                notes=notes,
                lost=draw(st.booleans()),
            )
        )
    queries = tuple(
        Query(
            id=index + 1,
            claim=draw(st.none() | st.integers(1, count)) if count else None,
            text=f"{draw(hostile_text)} {next(tokens)}",
            by="Ann Lee",
            at=NOON,
            answered_at=draw(st.none() | st.just(NOON)),
        )
        for index in range(draw(st.integers(0, 3)))
    )
    return material_of(draft, claims, queries, article={"title": draw(hostile_text)}, sources=tuple(sources))


@st.composite
def random_sources(draw, number):
    return source_of(
        number,
        kind=draw(st.none() | st.sampled_from(SourceKind)),
        title=draw(hostile_text),
        author=draw(hostile_text),
        url=draw(hostile_text | st.sampled_from(["javascript:alert(1)", "https://example.org/a?b=1&c=2"])),
        note=draw(hostile_text),
    )
