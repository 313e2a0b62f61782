"""The desk: the verbs of checking, each one transaction and one event; only they speak to the store."""

from factcheck.desk.desk import Desk
from factcheck.desk.writer import Writer

__all__ = ["Desk", "Writer"]
