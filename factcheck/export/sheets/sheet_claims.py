"""The claims of a sheet and the sources that they cite, without what must not leave the desk."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from db.vocabulary import BlockKind
from factcheck.export.sheets.redact import NOBODY, Redactor
from factcheck.export.sheets.sheet import (
    SheetCitation,
    SheetClaim,
    SheetSource,
    TextPositionSelector,
    TextQuoteSelector,
)
from factcheck.model import Block, Claim, Contact, Draft, Query, Source, Span, Speaker
from factcheck.model.base import field_names
from factcheck.text import digest

_SURROUNDINGS = 48
"""Characters before and after a claim's words that its selector keeps."""


Cleaning = Callable[[str], str]


class SheetClaims:
    """Makes the claims of one sheet, and collects the sources that they cite."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        contacts: Iterable[Contact],
        redactor: Redactor,
        *,
        confidential: bool,
    ) -> None:
        """Begin a sheet.

        Args:
            drafts: the current one, and the earlier ones that lost claims stand in.
            contacts: attempts to reach the people behind its sources.
            redactor: takes out what must not leave the desk.
            confidential: keep what is normally left out.
        """
        self._texts = {draft.number: draft.text for draft in drafts}
        self._page = _Page(drafts[0])
        self._redactor = redactor
        self._confidential = confidential
        self._cited: dict[int, tuple[Source, list[int]]] = {}
        self._about: dict[int, frozenset[int]] = {}
        self._contacts: dict[int, list[Contact]] = {}
        for contact in contacts:
            self._contacts.setdefault(contact.source, []).append(contact)

    def claim(self, claim: Claim) -> SheetClaim:
        """One claim of the sheet."""
        words, free = self._cleaning(claim)
        block, block_number = (None, None) if claim.lost else self._page.block_at(claim.start)
        same = {name: getattr(claim, name) for name in _SAME}
        if claim.lost:
            same |= self._former(claim)
        return SheetClaim(
            **same,
            selectors=self._selectors(claim),
            block=block.kind if block else None,
            block_number=block_number,
            restatement=words(claim.restatement),
            speaker=claim.speaker and _speaker(claim.speaker, words),
            decided_text=same["text"] if claim.decided_text == claim.text else words(claim.decided_text),
            decided_digest=digest(claim.decided_text) if claim.decided_text else "",
            recheck_reason=free(claim.recheck_reason),
            waiting_on=free(claim.waiting_on),
            proposed_text=words(claim.proposed_text),
            fix_reason=free(claim.fix_reason),
            review_reason=free(claim.review_reason),
            citations=tuple(self._citations(claim)),
            notes=tuple(
                replace(note, text=free(note.text))
                for note in claim.notes
                if self._confidential or not note.confidential
            ),
            open=claim.is_open,
        )

    def _cleaning(self, claim: Claim) -> tuple[Cleaning, Cleaning]:
        """What makes words for the page and free text of a claim fit to leave the desk."""
        if self._redactor.is_idle:
            return str, str
        about = frozenset([c.source.id for c in claim.citations if not c.source.is_open])
        self._about[claim.number] = about
        return partial(self._redactor.wording, about=about), partial(self._redactor.text, about=about)

    def _former(self, claim: Claim) -> dict[str, Any]:
        """The fields of a lost claim that say what its draft said: a name may have been taken out since.

        Where one is withheld, no span inside the words holds any more.
        """
        text, section = self._stretch(claim, claim.start, claim.end), self._redactor.wording(claim.section)
        if text == claim.text:
            return {"section": section}
        end = claim.start + len(text)
        return {
            "text": text,
            "end": end,
            "parts": (Span(claim.start, end),),
            "check_points": (),
            "section": section,
        }

    def _stretch(self, claim: Claim, start: int, end: int) -> str:
        """Words of the former draft that a lost claim belongs to."""
        text = self._texts.get(claim.draft)
        if text is None:
            return self._redactor.wording(claim.text) if start == claim.start else ""
        return self._redactor.stretch(text, start, end)

    def _selectors(self, claim: Claim) -> tuple[TextQuoteSelector, TextPositionSelector]:
        first, last = max(0, claim.start - _SURROUNDINGS), claim.end + _SURROUNDINGS
        if claim.lost:
            exact = self._stretch(claim, claim.start, claim.end)
            before = self._stretch(claim, first, claim.start)
            after = self._stretch(claim, claim.end, last)
        else:
            exact, text = claim.text, self._texts.get(claim.draft, "")
            before, after = text[first : claim.start], text[claim.end : last]
        return (
            TextQuoteSelector(exact=exact, prefix=before, suffix=after),
            TextPositionSelector(start=claim.start, end=claim.start + len(exact)),
        )

    def _citations(self, claim: Claim) -> Iterable[SheetCitation]:
        for citation in claim.citations:
            source = citation.source
            citing = self._cited.setdefault(source.id, (source, []))[1]
            if claim.number not in citing:
                citing.append(claim.number)
            fields = {name: getattr(citation, name) for name in _SAME_OF_CITATION}
            if not self._confidential:
                fields = self._redactor.citation(fields, source)
            yield SheetCitation(**fields, source=source.id)

    def query(self, query: Query) -> Query:
        """A query of the sheet; one on a claim after that claim."""
        free = partial(self._redactor.text, about=self._about.get(query.claim or 0, NOBODY))
        return replace(query, text=free(query.text), answer=free(query.answer))

    def sources(self) -> tuple[SheetSource, ...]:
        """The sources cited by the claims made so far, in the order of their first citation."""
        return tuple(self._source(source, numbers) for source, numbers in self._cited.values())

    def _source(self, source: Source, numbers: list[int]) -> SheetSource:
        contacts = self._contacts.get(source.id, [])
        if self._confidential:
            fields = {name: getattr(source, name) for name in _SAME_OF_SOURCE}
        else:
            fields = self._redactor.source(source)
            contacts = [self._redactor.contact(contact, source) for contact in contacts]
        return SheetSource(
            **fields,
            id=source.id,
            cited_by=tuple(numbers),
            contacts=tuple(contacts),
            version=source.version,
        )


_SAME = tuple(
    set(field_names(SheetClaim)) & set(field_names(Claim))
    - {
        "restatement", "speaker", "decided_text", "recheck_reason", "waiting_on", "proposed_text",
        "fix_reason", "review_reason", "citations", "notes",
    }
)  # fmt: skip
"""Fields that a claim of the sheet has from the desk's claim as they are."""

_SAME_OF_CITATION = tuple(set(field_names(SheetCitation)) - {"source", "withheld"})
_SAME_OF_SOURCE = tuple(set(field_names(SheetSource)) - {"id", "cited_by", "contacts", "withheld", "version"})


class _Page:
    """Which block of the draft a place is in."""

    def __init__(self, draft: Draft) -> None:
        self._blocks = [block_of(block) for block in draft.blocks]
        self._starts = [block.start for block in self._blocks]
        counts: dict[str, int] = {}
        self._numbers = []
        for block in self._blocks:
            counts[block.kind] = counts.get(block.kind, 0) + 1
            self._numbers.append(counts[block.kind])

    def block_at(self, place: int) -> tuple[Block | None, int | None]:
        """The block that holds that code point, and which one of its kind it is; none outside blocks."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._blocks[index].end:
            return None, None
        return self._blocks[index], self._numbers[index]


def block_of(block: tuple[str, int, int, int]) -> Block:
    """A block of the draft as a sheet has it."""
    kind, start, end, level = block
    return Block(kind=BlockKind(kind), start=start, end=end, level=level)


def _speaker(speaker: Speaker, words: Cleaning) -> Speaker:
    """Who says a claim; the name may have been typed."""
    said = (words(speaker.mention), words(speaker.name), words(speaker.cue))
    if said == (speaker.mention, speaker.name, speaker.cue):
        return speaker
    return replace(speaker, mention=said[0], name=said[1], cue=said[2])
