"""The rows of sources in an edited sheet: what was put right about a source, and sources that were added."""

from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.export.returned.citations import fields_of, holds, told
from factcheck.export.returned.planned import Clash, Planned, Planning
from factcheck.export.returned.reading import Row, Table
from factcheck.export.returned.words import number_of
from factcheck.export.sheets.lines import plain
from factcheck.export.sheets.redact import NO_NAME
from factcheck.export.sheets.rows import EDITED_OF_SOURCE
from factcheck.export.sheets.sheet import ClaimSheet, SheetSource
from factcheck.model import SourceFields
from factcheck.model.base import values_of
from factcheck.model.pasted import source_from

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Change


def compare_sources(table: Table, sheet: ClaimSheet, planning: Planning) -> None:
    """What the rows of sources would change."""
    for row in table.rows:
        if not row.words("source"):
            _added(row, planning)
            continue
        source = sheet.sources_by_id.get(number_of(row.words("source"), "S") or 0)
        if source is None:
            planning.problems.append(f"{row.place('source')}: there is no source “{row.words('source')}”")
        else:
            _compare(row, source, planning)


def _compare(row: Row, source: SheetSource, planning: Planning) -> None:
    touched = [
        name
        for name in EDITED_OF_SOURCE
        if name in row.cells and not holds(row, name, str(getattr(source, name) or ""))
    ]
    if not touched:
        return
    first = touched[0]
    if row.words("version") != str(source.version):
        if not row.is_as_sent(EDITED_OF_SOURCE, ("kind", "basis", "state")):
            now = told(first, getattr(source, first))
            said = f"{plain(first)} “{row.words(first)}” in the sheet, “{now}” on the desk now"
            planning.conflicts.append(Clash(None, said, row.place(first)))
        return
    if source.title == NO_NAME:
        planning.problems.append(
            f"{row.place(first)}: this source was withheld; export with --include-confidential to change it"
        )
        return
    fields = fields_of(row, touched, planning)
    act = partial(_edit, number=source.id, fields=fields, version=source.version)
    for name in touched:
        before, after = told(name, getattr(source, name)), told(name, fields.get(name))
        what = f"source S{source.id}, {plain(name)}"
        planning.changes.append(
            Planned(None, what, before, after, row.place(name), act if name == first else None)
        )


def _added(row: Row, planning: Planning) -> None:
    named = [name for name in EDITED_OF_SOURCE if row.words(name)]
    if not named:
        return
    pasted = source_from(row.words("url")) if row.words("url") else SourceFields()
    source = SourceFields(**(values_of(pasted, SourceFields) | fields_of(row, named, planning)))
    planning.changes.append(Planned(None, "source", "", source.label, row.name, partial(_add, source=source)))


def _edit(desk: "Desk", slug: str, *, number: int, fields: dict[str, Any], version: int) -> "Change":  # noqa: ARG001 - all acts are called alike
    """Change what was changed in the sheet; what a sheet leaves out, such as a contact, stays."""
    present = desk.sources.get(number)
    kept = values_of(present, SourceFields)
    return desk.sources.edit(number, SourceFields(**(kept | fields)), expected=version)


def _add(desk: "Desk", slug: str, *, source: SourceFields) -> "Change":  # noqa: ARG001 - all acts are called alike
    return desk.sources.add(source)
