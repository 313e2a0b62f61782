"""The chain of the history: each event holds a digest over itself and the one before: tampering shows."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

LINKED = (
    "op", "at", "by", "verb", "article_id", "claim", "words", "said", "changes", "target", "warnings",
    "laid",
)  # fmt: skip
"""The columns of an event that its chain covers."""


def link(
    previous: str,
    *,
    op: str,
    at: datetime,
    by: str,
    verb: str,
    article_id: int | None,
    claim: int | None,
    words: str,
    said: str,
    changes: list[Any],
    target: int | None,
    warnings: Sequence[str] = (),
    laid: Sequence[Any] = (),
) -> str:
    """The chain value of an event: SHA-256, in hexadecimal, over the one before and the event's columns.

    *previous* is the chain of the event before in the order of ids, "" for the first one; the rest are the
    columns as stored, and a TypeError says that *changes* holds something that JSON cannot. An event without
    warnings or laid rows has the link that it had before there was a column for them.
    """
    columns: dict[str, Any] = {
        "op": op,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": by,
        "verb": verb,
        "article_id": article_id,
        "claim": claim,
        "words": words,
        "said": said,
        "changes": changes,
        "target": target,
    }
    if warnings:
        columns["warnings"] = list(warnings)
    if laid:
        columns["laid"] = list(laid)
    # One spelling of every document: sorted keys, no spaces, ASCII.
    document = json.dumps(columns, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(f"{previous}\n{document}".encode("ascii")).hexdigest()
