"""The rows of queries in an edited sheet: answers, and questions that were added."""

from functools import partial
from typing import TYPE_CHECKING

from factcheck.export.returned.planned import Clash, Planned, Planning
from factcheck.export.returned.reading import Row, Table
from factcheck.export.returned.words import is_whole, number_of
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.model import Query
from factcheck.text import comparable

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Change


def compare_queries(table: Table, sheet: ClaimSheet, planning: Planning) -> None:
    """What the rows of queries would change."""
    known = {query.id: query for query in sheet.queries}
    for row in table.rows:
        if not row.words("query"):
            _asked(row, sheet, planning)
            continue
        query = known.get(number_of(row.words("query"), "Q") or 0)
        if query is None:
            planning.problems.append(f"{row.place('query')}: there is no query “{row.words('query')}”")
        elif not row.cells["answer"].holds(query.answer):
            _answered(row, query, planning)


def _answered(row: Row, query: Query, planning: Planning) -> None:
    cell = row.cells["answer"]
    if row.words("version") != str(query.version):
        if not row.is_as_sent(("answer",)):
            said = f"answer “{cell.words}” in the sheet, “{query.answer}” on the desk now"
            planning.conflicts.append(Clash(query.claim, said, cell.name))
        return
    if not cell.words:
        planning.problems.append(f"{cell.name}: an answer cannot be taken back in a sheet")
    elif is_whole(cell, planning):
        act = partial(_answer, number=query.id, text=cell.words, version=query.version)
        planning.changes.append(
            Planned(query.claim, f"answer to Q{query.id}", query.answer, cell.words, cell.name, act)
        )


def _asked(row: Row, sheet: ClaimSheet, planning: Planning) -> None:
    text, label = row.words("text"), row.words("claim")
    if not text:
        return
    number = number_of(label, "C") if label else None
    if label and number not in {claim.number for claim in sheet.claims}:
        planning.problems.append(f"{row.place('claim')}: there is no claim “{label}”")
    elif any(query.claim == number and comparable(query.text) == comparable(text) for query in sheet.queries):
        planning.remarks.append(f"{row.place('text')}: this was asked already")
    else:
        act = partial(_ask, number=number, text=text)
        planning.changes.append(Planned(number, "query", "", text, row.place("text"), act))


def _answer(desk: "Desk", slug: str, *, number: int, text: str, version: int) -> "Change":  # noqa: ARG001 - all acts are called alike
    return desk.queries.answer(number, text, expected=version)


def _ask(desk: "Desk", slug: str, *, number: int | None, text: str) -> "Change":
    return desk.queries.ask(slug, number, text)
