"""Check points by kind, with exact spans."""

from factcheck.split.checkpoints.detect import detect
from factcheck.split.checkpoints.found import Found

__all__ = ["Found", "detect"]
