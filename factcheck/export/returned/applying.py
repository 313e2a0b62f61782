"""A plan carried out: all of its changes as one step, which one undo takes back."""

from typing import TYPE_CHECKING

from factcheck.errors import Conflict
from factcheck.export.returned.planned import Plan

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Change
from factcheck.text import plural


def apply(desk: "Desk", plan: Plan, name: str) -> "Change":
    """Carry a plan out.

    Args:
        desk: where.
        plan: what.
        name: of the file that it came in, for the history.

    Raises:
        Conflict: somebody has changed one of its claims since the plan was made; nothing was changed.
    """
    count = len(plan.changes)
    said = f"Took {plural(count, 'change')} from {name}"
    with desk.one_step(said, verb="import_sheet", article=plan.article) as step:
        rows = desk.queue.rows_of(plan.article, list(plan.versions)) if plan.versions else []
        present = {row.number: row.version for row in rows}
        for number, version in plan.versions.items():
            if present.get(number) != version:
                raise Conflict(
                    f"somebody has just changed claim {number}; nothing was taken from the sheet, try again",
                    claim=number,
                )
        for change in plan.changes:
            if change.act is not None:
                change.act(desk, plan.article)
    return step.change
