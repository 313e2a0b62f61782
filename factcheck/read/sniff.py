"""Which format bytes are in: by the name of the file, checked against what the bytes themselves show."""

from pathlib import PurePath

from factcheck.errors import UnreadableDraft
from factcheck.read.registry import FORMATS


def format_of(data: bytes, shown: str, *, name: str, stated: str | None = None) -> str:
    """The name of the format, a key of `FORMATS`.

    Args:
        data: the file.
        shown: how to call it in an error.
        name: its file name, empty when it has none.
        stated: the format that a person states.

    Raises:
        UnreadableDraft: it is in no format that is read here.
    """
    if stated is not None:
        if stated not in FORMATS:
            raise UnreadableDraft(
                f"“{stated}” is not a format that is read; choose among {', '.join(FORMATS)}."
            )
        return stated
    suffix = PurePath(name).suffix.lower()
    for format_name, facts in FORMATS.items():
        if suffix in facts.suffixes:
            return format_name
    if not suffix:
        return "text"
    raise UnreadableDraft(
        f"{shown} is in a format that is not read here ({suffix}); save it as {', '.join(FORMATS)}."
    )
