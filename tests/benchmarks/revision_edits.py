"""What editors do to drafts: all edit classes of the revision benchmark, each with what must come of it."""

from tests.benchmarks import revision_structure, revision_typography, revision_words
from tests.benchmarks.revision_material import EDITS, Edit, Material, Place

__all__ = [
    "EDITS",
    "Edit",
    "Material",
    "Place",
    "revision_structure",
    "revision_typography",
    "revision_words",
]
