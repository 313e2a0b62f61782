"""What is refused before or behind any parser: what is no file, an empty or too large one, too much text."""

import stat
from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import UnreadableDraft
from factcheck.read.reading import ReadBlock

LARGEST = 20_000_000
"""Bytes that a draft may have."""
_MOST_BLOCKS = 50_000
"""Paragraphs of an article; a book has a tenth of it, a file with more is something else, such as a log."""
_MOST_CHARACTERS = 1_000_000
"""Of an article, which is a book of 170,000 words."""
_LONGEST_BLOCK = 200_000
"""Characters of one paragraph."""


def bytes_of(path: Path, most: int = LARGEST, *, advice: str = "") -> bytes:
    """The content of a file.

    Args:
        path: the file.
        most: bytes that it may have.
        advice: what to do about a larger one.

    Raises:
        UnreadableDraft: there is no such file, it is none, may not be read, is empty or too large.
    """
    shown = path.name or str(path)
    try:
        _refuse_what_is_no_file(path)
        with path.open("rb") as file:
            # One byte more than allowed tells “too large” of files whose size nobody knows.
            data = file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableDraft(f"There is no file {path}; look at the spelling and the folder.") from None
    except PermissionError:
        raise UnreadableDraft(f"{path} may not be read by you; ask its owner for the right.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDraft(f"{shown} cannot be read: {reason.lower()}.") from None
    refuse_size(data, shown, most, advice=advice)
    return data


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse a directory, and what may give bytes for ever or keep whoever opens it waiting."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UnreadableDraft(f"{path} is a directory; name a file in it.")
    if not stat.S_ISREG(mode):
        raise UnreadableDraft(
            f"{path} is a pipe or a device and no file; feed it to standard input and name -."
        )


def refuse_size(data: bytes, name: str, most: int = LARGEST, *, advice: str = "") -> None:
    """Refuse an empty and a too large file.

    Raises:
        UnreadableDraft: data is empty, blank or larger than most.
    """
    if len(data) > most:
        advice = advice or "take pictures out, or save the text alone"
        raise UnreadableDraft(f"{name} is larger than {most // 1_000_000} MB; {advice}.")
    if not data.strip():
        raise UnreadableDraft(f"{name} is empty; look whether it is the right file.")


def refuse_count(blocks: Sequence[ReadBlock], name: str) -> None:
    """Refuse more paragraphs than an article has.

    Raises:
        UnreadableDraft: there are too many.
    """
    if len(blocks) > _MOST_BLOCKS:
        raise UnreadableDraft(f"{name} has more than {_MOST_BLOCKS:,} paragraphs; add it in parts.")


def refuse_length(blocks: Sequence[ReadBlock], name: str) -> None:
    """Refuse more text than can be split and checked in reasonable time.

    Raises:
        UnreadableDraft: the text is too long, or one of its paragraphs.
    """
    if sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        raise UnreadableDraft(
            f"{name} holds more than {_MOST_CHARACTERS:,} characters of text; add it in parts."
        )
    for block in blocks:
        if len(block.text) > _LONGEST_BLOCK:
            raise UnreadableDraft(
                f"{name} has a paragraph of {len(block.text):,} characters, which begins with "
                f"“{block.text[:40]}…”; break it into paragraphs."
            )
