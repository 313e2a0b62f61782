"""Desks for the tests of revisions: those of the desk's own tests."""

from tests.desk.conftest import clock, empty, fill, live, templates

__all__ = ["clock", "empty", "fill", "live", "templates"]
