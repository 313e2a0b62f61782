"""PDFs are read in a process of their own: no limit inside the library holds on files made to exhaust it."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from factcheck.errors import MissingExtra, UnreadableDraft
from factcheck.read.pages.pdf_layout import Box, Line

SECONDS = 14
"""Of the processor; a report of some hundred pages takes half of it."""
_PATIENCE = 40.0
"""Seconds on the clock, on a busy machine or one that counts no seconds of the processor."""
_MEMORY = 850_000_000
"""Bytes of address space, of which the library itself takes a quarter."""
_PROGRAM = """
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds} + 2))
    resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
except (ImportError, ValueError, OSError):
    pass  # the clock is then the only limit
from factcheck.read.pages.pdf_layout import main
main()
"""


def pages_of(data: bytes, name: str) -> list[list[Box]]:
    """The boxes of each page in reading order.

    Raises:
        MissingExtra: the library for PDF is not installed.
        UnreadableDraft: the file is locked, broken, too long, or takes too much time or memory.
    """
    try:
        there = find_spec("pdfminer.high_level")
    except ImportError:
        there = None
    if there is None:
        raise MissingExtra(
            f"{name} is a PDF, and what reads PDF is not installed; install it with "
            'pip install "factcheck-desk[pdf-in]".'
        )
    told = _told(data)
    if fault := str(told.get("fault", "")):
        raise UnreadableDraft(f"{name} {_FAULTS.get(fault) or _BROKEN.format(fault)}")
    return [[_box(*box) for box in page] for page in told["pages"]]


_TOO_MUCH = "too much"
_FAULTS = {
    "password": "is protected by a password; save a copy without it.",
    _TOO_MUCH: "is too long or too intricate a PDF; save the draft as DOCX or text.",
}
_BROKEN = "seems to be broken ({} in reading it); open it in the program that made it and save it again."


def _told(data: bytes) -> dict[str, Any]:
    """What the other process tells: the pages, or the fault that stopped it."""
    paths = os.pathsep.join(path for path in sys.path if path)
    program = _PROGRAM.format(seconds=SECONDS, memory=_MEMORY)
    command = [sys.executable, "-P", "-c", program]
    try:
        done = subprocess.run(  # noqa: S603 - our own program and nothing of the file
            command,
            input=data,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
        return dict(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, ValueError):
        # Killed at a limit, it says nothing, or not all.
        return {"fault": _TOO_MUCH}


def _box(lines: list[list[Any]], top: float, bottom: float) -> Box:
    return Box(tuple(Line(*line) for line in lines), top, bottom)
