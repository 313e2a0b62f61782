"""The rows of citations in an edited sheet: what they say of the source, and citations that were added."""

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from db.vocabulary import (
    UNSAID,
    Basis,
    LocatorKind,
    Method,
    SourceKind,
    SourceState,
    Stance,
    Tier,
    word_for,
)
from factcheck.export.returned.planned import Clash, Planned, Planning
from factcheck.export.returned.reading import Cell, Row, Table
from factcheck.export.returned.words import day_of, is_whole, number_of, word_of
from factcheck.export.sheets.lines import plain
from factcheck.export.sheets.rows import EDITED_OF_CITATION, OF_SOURCE, UNSAID_IN
from factcheck.export.sheets.sheet import ClaimSheet, SheetCitation
from factcheck.model import CitationFields, SourceFields
from factcheck.model.base import values_of
from factcheck.model.pasted import source_from

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Change

_WORDS: dict[str, type[StrEnum]] = {
    "tier": Tier, "stance": Stance, "locator_kind": LocatorKind, "method": Method, "kind": SourceKind,
    "basis": Basis, "state": SourceState,
}  # fmt: skip
"""The vocabulary of each column that has one."""


def compare_citations(table: Table, sheet: ClaimSheet, planning: Planning) -> None:
    """What the rows of citations would change."""
    known = {citation.id: (claim, citation) for claim in sheet.claims for citation in claim.citations}
    claims = {claim.number: claim for claim in sheet.claims}
    seen: dict[int, str] = {}
    for row in table.rows:
        claim = claims.get(number_of(row.words("claim"), "C") or 0)
        if not row.words("citation"):
            if claim is not None:
                _added(row, claim.number, sheet, planning)
            elif row.words("claim"):
                planning.problems.append(f"{row.place('claim')}: there is no claim “{row.words('claim')}”")
            continue
        number = number_of(row.words("citation"), "")
        found = known.get(number or 0)
        if found is None:
            planning.conflicts.append(
                Clash(claim.number if claim else None, "its citation is gone from the desk", row.name)
            )
        elif found[1].id in seen:
            planning.problems.append(
                f"{row.place('citation')}: citation {number} stands at {seen[found[1].id]} already;"
                " empty this cell to add another one"
            )
        elif claim is None or claim.number != found[0].number:
            planning.problems.append(
                f"{row.place('claim')}: citation {number} belongs to {found[0].label},"
                f" not to “{row.words('claim')}”"
            )
        else:
            seen[found[1].id] = row.place("citation")
            _compare(row, claim.number, found[1], planning)


def _compare(row: Row, claim: int, citation: SheetCitation, planning: Planning) -> None:
    touched = [
        name
        for name in EDITED_OF_CITATION
        if name in row.cells and not holds(row, name, _text(getattr(citation, name)))
    ]
    if not touched:
        return
    if row.words("version") != str(citation.version):
        if not row.is_as_sent(EDITED_OF_CITATION, _WORDS):
            name = touched[0]
            now = told(name, getattr(citation, name))
            said = f"{plain(name)} “{row.words(name)}” in the sheet, “{now}” on the desk now"
            planning.conflicts.append(Clash(claim, said, row.place(name)))
        return
    if citation.withheld:
        planning.problems.append(
            f"{row.place(touched[0])}: words of this citation were withheld; export with"
            " --include-confidential to change it"
        )
        return
    before = values_of(citation, CitationFields)
    fields = CitationFields(**before | fields_of(row, touched, planning)).settled
    act = partial(_edit, number=citation.id, fields=fields, version=citation.version)
    # Not what was touched: “p. 14” may be the page 14 that stands there, or change the kind as well.
    changed = [name for name in EDITED_OF_CITATION if getattr(fields, name) != before[name]]
    for name in changed:
        planning.changes.append(
            Planned(
                claim,
                f"citation {citation.id}, {plain(name)}",
                told(name, before[name]),
                told(name, getattr(fields, name)),
                row.place(name),
                act if name == changed[0] else None,
            )
        )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def told(name: str, value: object) -> str:
    """What stands in a column, as people read it."""
    return plain(_text(value) or None) if name in UNSAID_IN else plain(_text(value))


def _is_unsaid(cell: Cell) -> bool:
    """Whether a cell says no word of its vocabulary, whichever dash or nothing stands for that."""
    return cell.words in {"", UNSAID, "-", "—"}


def holds(row: Row, name: str, text: str) -> bool:
    """Whether a cell is as it went out with that text, or with that word of its vocabulary."""
    cell = row.cells[name]
    if name in UNSAID_IN and not text:
        return _is_unsaid(cell)
    return cell.holds(text) or (name in _WORDS and cell.holds(plain(text)))


def fields_of(row: Row, names: list[str] | tuple[str, ...], planning: Planning) -> dict[str, Any]:
    """The values in those cells; what is none becomes a problem."""
    fields: dict[str, Any] = {}
    for name in names:
        cell = row.cells[name]
        if name in UNSAID_IN and _is_unsaid(cell):
            fields[name] = None
        elif name in _WORDS:
            word = word_of(cell, _WORDS[name], plain(name), planning)
            fields |= {} if word is None else {name: word}
        elif name == "accessed":
            fields[name] = day_of(cell, planning)
        elif is_whole(cell, planning):
            fields[name] = cell.words
    return fields


def _added(row: Row, claim: int, sheet: ClaimSheet, planning: Planning) -> None:
    """A citation that somebody has written into a new row."""
    described = [name for name in OF_SOURCE if row.words(name)]
    named = row.words("source")
    if not described and not named:
        return
    number = number_of(named, "S") if named else None
    if named and number is None:
        planning.problems.append(f"{row.place('source')}: “{named}” is no source such as S3")
        return
    source: int | SourceFields
    if number is not None:
        source = number
    else:
        pasted = source_from(row.words("url")) if row.words("url") else SourceFields()
        source = SourceFields(**(values_of(pasted, SourceFields) | fields_of(row, described, planning)))
    said = [name for name in EDITED_OF_CITATION if row.words(name)]
    fields = CitationFields(**fields_of(row, said, planning)).settled
    if _is_there(sheet, claim, source, fields):
        planning.remarks.append(f"{row.name}: this citation is there already")
        return
    label = f"S{source}" if isinstance(source, int) else source.label
    does = word_for("stance", fields.stance)
    after = " · ".join(filter(None, (label, does, fields.where, fields.quotation)))
    act = partial(_cite, number=claim, source=source, fields=fields)
    planning.changes.append(Planned(claim, "citation", "", after, row.name, act))


def _is_there(sheet: ClaimSheet, claim: int, source: int | SourceFields, fields: CitationFields) -> bool:
    """Whether the claim cites that source in that way already: the same sheet may come back twice.

    A day that the sheet does not say is the day on which it came back first.
    """
    said = values_of(fields, CitationFields)
    if fields.accessed is None:
        del said["accessed"]
    for known in next(c for c in sheet.claims if c.number == claim).citations:
        cited = sheet.sources_by_id[known.source]
        same = cited.id == source if isinstance(source, int) else cited.label == source.label
        if same and all(getattr(known, name) == value for name, value in said.items()):
            return True
    return False


def _edit(desk: "Desk", slug: str, *, number: int, fields: CitationFields, version: int) -> "Change":  # noqa: ARG001 - all acts are called alike
    return desk.citations.edit(number, fields, expected=version)


def _cite(
    desk: "Desk", slug: str, *, number: int, source: int | SourceFields, fields: CitationFields
) -> "Change":
    return desk.citations.add(slug, number, source, fields)
