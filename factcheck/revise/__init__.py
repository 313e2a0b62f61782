"""What becomes of the claims of a draft when the next one comes in; pure: two texts in, a revision out."""

from factcheck.revise.carrying.points import carried_points
from factcheck.revise.changes.diff import diff
from factcheck.revise.correct import let_go, place_of, placed
from factcheck.revise.drafts import compare
from factcheck.revise.revision import plan

__all__ = ["carried_points", "compare", "diff", "let_go", "place_of", "placed", "plan"]
