"""A sheet in JSON → the piece that another desk takes in, every reference in it checked."""

import re
from base64 import b64decode
from dataclasses import replace
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from db.vocabulary import BlockKind
from factcheck.errors import BadInput
from factcheck.export.sheets.redact import NO_NAME
from factcheck.export.sheets.sheet import (
    SCHEMA_VERSION,
    ClaimSheet,
    SheetClaim,
    SheetDraft,
    SheetSource,
    adapter,
    source_label,
)
from factcheck.export.sheets.sound import problems
from factcheck.model import (
    Article,
    Citation,
    Claim,
    Draft,
    DraftBlock,
    Piece,
    Signature,
    Source,
    SourceFields,
    Span,
)
from factcheck.model.base import field_names, values_of
from factcheck.text import digest, words

LARGEST_SHEET = 60_000_000
"""Bytes of a claim sheet: the draft, and the file that it was read from in letters."""
_MOST_SIGNS = {b"{": 300_000, b"[": 1_000_000, b",": 3_000_000, b":": 500_000}
"""Objects, lists, values and keys of a sheet; the largest of a real desk has a tenth of it."""
_ENDLESS = re.compile(rb"[:\[,]\s*-?(?:\d+\.)?\d{400}")
"""A number that no sheet holds and no computer counts to."""

_VERSION = re.compile(rb'"schema_version"\s*:\s*"?([\w.]{1,20})')


def load_sheet(data: bytes, name: str) -> ClaimSheet:
    """The sheet in a JSON file.

    Raises:
        BadInput: it is no claim sheet, one of a newer version, or one that does not agree with itself.
    """
    if _ENDLESS.search(data) or any(data.count(sign) > most for sign, most in _MOST_SIGNS.items()):
        raise BadInput(f"“{name}” is no claim sheet: it holds far more, or larger numbers, than any has")
    try:
        sheet = adapter().validate_json(data)
    except ValidationError as fault:
        raise BadInput(_said(fault, data, name)) from None
    for problem in problems(sheet):
        raise BadInput(
            f"“{name}” does not agree with itself: {problem}; nothing was taken in, export it again"
        )
    return sheet


def _said(fault: ValidationError, data: bytes, name: str) -> str:
    # With its input each of many faults would hold the whole sheet once more.
    first = fault.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "json_invalid":
        return f"“{name}” is no JSON: {first['msg'].removeprefix('Invalid JSON: ')}"
    if where == "schema_version":
        stated = _VERSION.search(data)
        version = stated[1].decode() if stated else "unknown"
        return f"“{name}” is a claim sheet of version {version}, and this program reads {SCHEMA_VERSION}"
    message = first["msg"]
    return f"“{name}” is no claim sheet: {where or 'the whole'}: {message[:1].lower()}{message[1:]}"


def piece_of(sheet: ClaimSheet) -> Piece:
    """The sheet as a desk takes it in."""
    signed = sheet.sign_off
    at = signed.at
    return Piece(
        article=_article(sheet),
        draft=_draft(sheet.draft),
        former=tuple(_former(sheet)),
        deadline=sheet.article.deadline,
        added_at=sheet.article.added_at,
        archived=sheet.article.archived,
        claims=tuple(_claim(claim, sheet) for claim in sheet.claims),
        passages=sheet.set_aside,
        queries=sheet.queries,
        contacts=tuple(contact for source in sheet.sources for contact in source.contacts),
        history=sheet.history,
        signature=Signature(by=signed.by, at=at, draft=signed.draft, digest=signed.digest)
        if at is not None and signed.draft is not None
        else None,
    )


def _article(sheet: ClaimSheet) -> Article:
    article, draft = sheet.article, sheet.draft
    original = _original(draft)
    return Article(
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        slug=article.slug,
        text=draft.text,
        blocks=draft.blocks,
        source_name=draft.source_name,
        format=draft.format,
        encoding=draft.encoding,
        original=original,
        original_digest=sha256(original).hexdigest(),
        digest=draft.digest,
    )


def _original(draft: SheetDraft) -> bytes:
    """The file that came with the sheet; the text where none did."""
    try:
        return b64decode(draft.original, validate=True) or draft.text.encode()
    except ValueError:
        return draft.text.encode()


def _draft(draft: SheetDraft) -> Draft:
    fields: dict[str, Any] = {name: getattr(draft, name) for name in field_names(Draft) if name != "blocks"}
    blocks = tuple(DraftBlock(block.kind, block.start, block.end, block.level) for block in draft.blocks)
    return Draft(**fields, blocks=blocks)


def _former(sheet: ClaimSheet) -> list[Draft]:
    """The earlier drafts that lost claims stand in; where their text stayed behind, one of those claims."""
    return [
        _draft(draft) if draft.text else _stand_in(draft, _lost_in(sheet, draft))
        for draft in sheet.earlier_drafts
        if draft.text or _lost_in(sheet, draft)
    ]


def _lost_in(sheet: ClaimSheet, draft: SheetDraft) -> list[SheetClaim]:
    return [claim for claim in sheet.claims if claim.lost and claim.draft == draft.number]


def _stand_in(draft: SheetDraft, claims: list[SheetClaim]) -> Draft:
    text = "\n\n".join(claim.text for claim in claims)
    blocks = []
    at = 0
    for claim in claims:
        blocks.append(DraftBlock(BlockKind.PARAGRAPH, at, at + len(claim.text), 0))
        at += len(claim.text) + 2
    made = _draft(replace(draft, text=text, digest=digest(text), words=words(text)))
    return replace(made, blocks=tuple(blocks))


def _place(claim: SheetClaim, sheet: ClaimSheet) -> dict[str, Any]:
    """Where a claim stands: as in the sheet, or in the draft that stands in for the one it was lost from."""
    draft = next((draft for draft in sheet.earlier_drafts if draft.number == claim.draft), None)
    if not claim.lost or draft is None or draft.text:
        return {}
    start = 0
    for other in _lost_in(sheet, draft):
        if other.number == claim.number:
            break
        start += len(other.text) + 2
    shift = start - claim.start
    return {
        "start": start,
        "end": start + len(claim.text),
        "parts": tuple(Span(first + shift, last + shift) for first, last in claim.parts),
        "check_points": tuple(
            replace(point, start=point.start + shift, end=point.end + shift) for point in claim.check_points
        ),
    }


_SAME = tuple(set(field_names(Claim)) & set(field_names(SheetClaim)) - {"citations"})


def _claim(claim: SheetClaim, sheet: ClaimSheet) -> Claim:
    fields = {name: getattr(claim, name) for name in _SAME} | _place(claim, sheet)
    citations = tuple(
        Citation(
            **{name: getattr(c, name) for name in field_names(Citation) if name not in {"claim", "source"}},
            claim=claim.number,
            source=_source(sheet.sources_by_id[c.source], sheet.article.slug),
        )
        for c in claim.citations
    )
    return Claim(**fields, id=claim.number, article=sheet.article.slug, citations=citations)


def _source(source: SheetSource, slug: str) -> Source:
    fields = values_of(source, SourceFields)
    if source.title == NO_NAME:
        # Two people whose names were withheld are not the same person.
        fields["title"] = f"{NO_NAME} ({source_label(source.id)} of {slug})"
    return Source(**fields, id=source.id)
