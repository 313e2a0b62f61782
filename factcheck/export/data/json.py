"""Sheet as JSON: the whole document, keys as in the vocabulary, safe to show on a terminal."""

from factcheck.export.options import PLAIN, Options
from factcheck.export.safe import json_for_terminals
from factcheck.export.sheets.sheet import ClaimSheet, adapter


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:  # noqa: ARG001 - JSON leaves no choice
    """The sheet as UTF-8 JSON.

    Raises:
        ValueError: a value of the sheet has a form that it cannot have.
    """
    return (
        json_for_terminals(adapter().dump_json(sheet, indent=2, warnings="error").decode()) + "\n"
    ).encode()
