"""Takes hostile files as the program would, each in a process of its own with a limit on its memory and time.

Run as `python -m tests.read.hostile.running [SUFFIX...]` it takes the files at their small sizes: a line of
JSON for each.
"""

import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import BadInput
from factcheck.export.returned.reading import read_tables
from factcheck.export.sheets.loading import load_sheet, piece_of
from factcheck.lint import lint
from factcheck.read import read_bytes
from factcheck.read.pages import pdf_apart
from factcheck.read.pages.pdf_layout import laid_out
from factcheck.split import split
from tests.read.hostile.table import Hostile, every

_MOST_MEMORY = 2_000_000_000
"""Bytes of address space, which nothing passes; libraries take a part of it without using it."""
_MOST_SECONDS = 60
"""Of the processor."""
_PATIENCE = 90.0
"""Seconds on the clock, for the making and the taking of one file."""
_AS_PDF = {"2 GB of content", "words of one page"}
"""PDFs that are read in the suite as the program does it; a process for each of the others takes too long."""


class Outcome(NamedTuple):
    """What became of one file."""

    name: str
    said: str
    """The size of the result, or the sentence that refuses the file; `unexpected …` for all else."""
    seconds: float
    """Of the processor."""
    waited: float
    """Seconds on the clock."""
    megabytes: int
    """The most memory that was held, that of a process apart added."""


def outcomes(*suffixes: str, small: bool) -> Iterator[Outcome]:
    """What becomes of each file with one of these suffixes, or of all where none is given.

    Args:
        suffixes: of file names.
        small: at a size that takes a moment, and in one process as long as none ends it.
    """
    left = [file for file in every() if not suffixes or file.suffix in suffixes]
    while left:
        for outcome in _apart(left if small else left[:1], small=small):
            yield outcome
            left.pop(0)


def _apart(files: Sequence[Hostile], *, small: bool) -> Iterator[Outcome]:
    """The outcomes of files in a process of their own, to the first that ends it or lasts too long."""
    told, telling = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _take(files, telling, small=small)
    os.close(telling)
    try:
        with os.fdopen(told, "rb", buffering=0) as pipe:
            for file in files:
                begun = time.monotonic()
                ready, _, _ = select.select([pipe], [], [], _PATIENCE)
                line = pipe.readline() if ready else b""
                if line:
                    yield Outcome(*json.loads(line))
                    continue
                how = "the process ended" if ready else "too slow"
                yield Outcome(file.name, f"unexpected: {how}", 0, round(time.monotonic() - begun, 2), 0)
                break
    finally:
        with suppress(ProcessLookupError):  # it may have ended before it had a group of its own
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _take(files: Sequence[Hostile], telling: int, *, small: bool) -> None:
    """Take the files, tell the outcome of each, and leave."""
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
        if small:
            pdf_apart.SECONDS = 1
        for file in files:
            os.write(telling, json.dumps(_outcome(file, small=small)).encode() + b"\n")
    finally:
        os._exit(0)


def _outcome(file: Hostile, *, small: bool) -> Outcome:
    data = file.make(file.small if small else file.full)
    take = _layout if small and file.suffix == ".pdf" and file.name not in _AS_PDF else _result
    _peak()
    begun, spent, children = time.monotonic(), _spent(), _spent(of_children=True)
    try:
        said = take(file, data)
    except BadInput as refused:
        said = f"refused: {refused}"
    except BaseException as fault:  # noqa: BLE001 - whatever it is, it is what the test is about
        said = f"unexpected {type(fault).__name__}: {str(fault)[:200]}"
    has_started = _spent(of_children=True) > children
    apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1_000 if has_started else 0
    waited = time.monotonic() - begun
    return Outcome(file.name, said[:400], round(_spent() - spent, 2), round(waited, 2), _peak() + apart)


def _result(file: Hostile, data: bytes) -> str:
    """The size of what a file is taken as."""
    if file.suffix == ".json":
        return f"claims: {len(piece_of(load_sheet(data, file.file_name)).claims)}"
    if file.suffix in (".xlsx", ".ods", ".csv"):
        return f"rows: {sum(len(table.rows) for table in read_tables(data, file.file_name))}"
    article = read_bytes(data, file.file_name)
    found = split(article)
    return f"claims: {len(found.claims)}, marks: {len(lint(article, found))}"


def _layout(_: Hostile, data: bytes) -> str:
    """What the process of a PDF would tell, without starting one."""
    told = laid_out(data)
    return str(told.get("fault") or f"pages: {len(told['pages'])}")


def _peak() -> int:
    """The most memory that this process has held since it was last asked, in MB; 0 where nobody knows."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) // 1_000


def _spent(*, of_children: bool = False) -> float:
    """Seconds of the processor that this process and those it has started have taken, or those alone."""
    return sum(os.times()[2 * of_children : 4])


if __name__ == "__main__":
    for told in outcomes(*sys.argv[1:], small=True):
        print(json.dumps(told), flush=True)
