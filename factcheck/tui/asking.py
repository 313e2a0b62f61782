"""Verbs of the claims tab that ask something first, in a dialog."""

from factcheck.tui.work import ClaimWork


class Asking(ClaimWork):
    """The asking verbs of the claims tab."""
