"""Facts of a draft that do not agree with each other, with the calendar or with arithmetic: few and right."""

from factcheck.lint.linter import lint

__all__ = ["lint"]
