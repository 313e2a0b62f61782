"""The rows of claims in an edited sheet: decisions, whom they wait for, wording, notes and sources."""

from functools import partial
from typing import TYPE_CHECKING

from db.vocabulary import Finding
from factcheck.export.returned.planned import Clash, Planned, Planning
from factcheck.export.returned.reading import Row, Table
from factcheck.export.returned.words import finding_named, finding_of, is_whole, number_of
from factcheck.export.sheets.lines import plain
from factcheck.export.sheets.rows import EDITED_OF_CLAIM, Column, claim_columns
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, SheetSource
from factcheck.model import CitationFields
from factcheck.model.pasted import source_from
from factcheck.text import comparable

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Change, SourceFields

_NEEDED = ("version", "row", "draft_digest")
_NOT_READ = ("restatement", "speaker", "kinds", "priority", "flags", "assignee", "fix", "fix_reason")
"""Columns in which people may expect a change to be read back, and it is not."""


def compare_claims(table: Table, sheet: ClaimSheet, planning: Planning) -> None:
    """What the rows of claims would change."""
    claims = {claim.number: claim for claim in sheet.claims}
    columns = {column.name: column for column in claim_columns(sheet)}
    seen: dict[int, str] = {}
    for row in table.rows:
        if not row.words("claim"):
            continue  # the row about the whole piece
        if missing := [name for name in _NEEDED if name not in row.cells]:
            planning.problems.append(f"{row.name}: the column “{missing[0]}” is missing")
            return
        number = number_of(row.words("claim"), "C")
        claim = claims.get(number or 0)
        if claim is None:
            planning.problems.append(f"{row.place('claim')}: there is no claim “{row.words('claim')}”")
        elif claim.number in seen:
            planning.problems.append(
                f"{row.place('claim')}: {claim.label} stands at {seen[claim.number]} already"
            )
        else:
            seen[claim.number] = row.place("claim")
            _compare(row, claim, columns, planning)
            _additions(row, claim, sheet, planning)


def _compare(row: Row, claim: SheetClaim, columns: dict[str, Column[SheetClaim]], planning: Planning) -> None:
    touched = [
        name
        for name in EDITED_OF_CLAIM
        if name in row.cells and not _holds(row, name, columns[name].text(claim))
    ]
    same_version = row.words("version") == str(claim.version)
    if not same_version:
        if touched and not row.is_as_sent(EDITED_OF_CLAIM, {"finding"}):
            planning.conflicts.append(_clash(row, claim, touched))
        return
    if "text" in row.cells and not row.cells["text"].holds(claim.text):
        planning.problems.append(
            f"{row.place('text')}: the words of {claim.label} were changed; new wording goes into"
            " “proposed text”"
        )
        return
    for name in _NOT_READ:
        if name in row.cells and not row.cells[name].holds(columns[name].text(claim)):
            planning.remarks.append(f"{row.place(name)}: {plain(name)} is not read back")
    if touched:
        planning.versions[claim.number] = claim.version
        _changed(row, claim, touched, planning)


def _holds(row: Row, name: str, text: str) -> bool:
    cell = row.cells[name]
    return cell.holds(text) or (name == "finding" and str(finding_named(cell.words)) == text)


def _clash(row: Row, claim: SheetClaim, touched: list[str]) -> Clash:
    name = touched[0]
    now = plain(str(getattr(claim, name) or "")) if name == "finding" else str(getattr(claim, name))
    said = f"{plain(name)} “{row.words(name)}” in the sheet, “{now}” on the desk now"
    who = f", by {claim.decided_by}" if claim.decided_by else ""
    return Clash(claim.number, said + who, row.place(name))


def _changed(row: Row, claim: SheetClaim, touched: list[str], planning: Planning) -> None:
    """The changes of a row whose cells somebody has changed."""
    if claim.lost:
        planning.problems.append(
            f"{row.place(touched[0])}: {claim.label} is no longer in the draft and cannot be changed"
        )
        return
    if "finding" in touched or "waiting_on" in touched:
        _decided(row, claim, planning)
    if "proposed_text" in touched:
        cell = row.cells["proposed_text"]
        if is_whole(cell, planning):
            act = partial(_propose, number=claim.number, wording=cell.words)
            planning.changes.append(
                Planned(claim.number, "wording", claim.proposed_text, cell.words, cell.name, act)
            )


def _decided(row: Row, claim: SheetClaim, planning: Planning) -> None:
    finding = finding_of(row.cells["finding"], planning)
    whom = row.cells.get("waiting_on")
    if finding is None or (
        whom is not None and whom.words != claim.waiting_on and not is_whole(whom, planning)
    ):
        return
    waiting_on = whom.words if whom is not None else claim.waiting_on
    if finding is not Finding.WAITING:
        if whom is not None and waiting_on and waiting_on != claim.waiting_on:
            planning.problems.append(
                f"{whom.name}: a claim that is {plain(finding)} waits for nobody; set it to waiting"
            )
            return
        waiting_on = ""
    after = plain(finding) + (f", for {waiting_on}" if waiting_on else "")
    act = partial(_decide, number=claim.number, finding=finding, waiting_on=waiting_on)
    planning.changes.append(
        Planned(claim.number, "finding", plain(claim.finding), after, row.place("finding"), act)
    )


def _additions(row: Row, claim: SheetClaim, sheet: ClaimSheet, planning: Planning) -> None:
    """Notes and sources that were typed into their empty cells; what is there already is not doubled."""
    if text := row.words("new_note"):
        if any(comparable(note.text) == comparable(text) for note in claim.notes):
            planning.remarks.append(f"{row.place('new_note')}: {claim.label} has this note already")
        else:
            act = partial(_note, number=claim.number, text=text)
            planning.changes.append(Planned(claim.number, "note", "", text, row.place("new_note"), act))
    for line in filter(None, map(str.strip, row.words("new_source").split("\n"))):
        number = number_of(line, "S") if line[:1].upper() == "S" else None
        source: int | SourceFields = source_from(line) if number is None else number
        cited = [sheet.sources_by_id[citation.source] for citation in claim.citations]
        if any(_is_same(known, source) for known in cited):
            planning.remarks.append(f"{row.place('new_source')}: {claim.label} cites “{line}” already")
            continue
        act = partial(_cite, number=claim.number, source=source)
        planning.changes.append(Planned(claim.number, "source", "", line, row.place("new_source"), act))


def _is_same(known: SheetSource, source: "int | SourceFields") -> bool:
    """Whether what was typed is that source: its number, its address, or its title where there is none."""
    if isinstance(source, int):
        return known.id == source
    return known.url == source.url if source.url else known.title == source.title


def _decide(desk: "Desk", slug: str, *, number: int, finding: Finding, waiting_on: str) -> "Change":
    return desk.findings.decide(slug, number, finding, waiting_on=waiting_on)


def _propose(desk: "Desk", slug: str, *, number: int, wording: str) -> "Change":
    return desk.wording.propose(slug, number, wording)


def _note(desk: "Desk", slug: str, *, number: int, text: str) -> "Change":
    return desk.notes.add(slug, number, text)


def _cite(desk: "Desk", slug: str, *, number: int, source: "int | SourceFields") -> "Change":
    return desk.citations.add(slug, number, source, CitationFields())
