"""What is refused before any parser sees it: nothing there, a directory, an empty or too large file."""

from pathlib import Path

from factcheck.errors import UnreadableDraft

LARGEST = 20_000_000
"""Bytes that a draft may have."""


def bytes_of(path: Path) -> bytes:
    """The content of a file.

    Raises:
        UnreadableDraft: there is no such file, it is a directory, may not be read, is empty or too large.
    """
    shown = path.name or str(path)
    try:
        if path.is_dir():
            raise UnreadableDraft(f"{path} is a directory; name a file in it.")
        with path.open("rb") as file:
            # One byte more than allowed tells “too large” without reading /dev/zero to its end.
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableDraft(f"There is no file {path}; look at the spelling and the folder.") from None
    except PermissionError:
        raise UnreadableDraft(f"{path} may not be read by you; ask its owner for the right.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDraft(f"{shown} cannot be read: {reason.lower()}.") from None
    refuse_size(data, shown)
    return data


def refuse_size(data: bytes, name: str) -> None:
    """Refuse an empty and a too large file.

    Raises:
        UnreadableDraft: data is empty, blank or larger than `LARGEST`.
    """
    if len(data) > LARGEST:
        raise UnreadableDraft(
            f"{name} is larger than {LARGEST // 1_000_000} MB; take pictures out, or save the text alone."
        )
    if not data.strip():
        raise UnreadableDraft(f"{name} is empty; look whether it is the right file.")
