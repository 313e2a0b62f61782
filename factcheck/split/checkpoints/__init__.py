"""Check points by kind, with exact spans."""

from factcheck.split.checkpoints.detect import ORDER, detect, ordered
from factcheck.split.checkpoints.found import Found

__all__ = ["ORDER", "Found", "detect", "ordered"]
