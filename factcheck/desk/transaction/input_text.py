"""What people type, made fit to be kept; and the sentences in which the desk says what it did."""

import re
from collections.abc import Sequence

from factcheck.errors import BadInput, Refused
from factcheck.text import normalise

SHORT = 200
"""Characters that a name, an outlet or an origin may have."""

_REOPENED = re.compile(r"(?:\. “[^”]*”,? (?:signed off by .*?, is open|is signed off by .*?) again)+$")

_SUBJECT = re.compile(r"^(Claim \d+|Source “[^”]*”): ")


def reopened(name: str, signed_by: str) -> str:
    """The end of a sentence that tells that a signed article is open again."""
    return f". “{name}”, signed off by {signed_by}, is open again"


def signed_again(name: str, signed_by: str) -> str:
    """The end of a sentence that tells that an article's signature is back."""
    return f". “{name}” is signed off by {signed_by} again"


def kept(text: str, what: str) -> str:
    """Text as it is kept: plain line breaks, no NUL, one spelling of each letter, no space around it.

    Raises:
        BadInput: text holds half of a surrogate pair.
    """
    try:
        return normalise(text).strip()
    except ValueError:
        raise BadInput(f"The {what} holds characters that are not text: type it again.") from None


def kept_short(text: str, what: str) -> str:
    """As `kept`, for one line of at most `SHORT` characters.

    Raises:
        BadInput: it is longer.
    """
    line = " ".join(kept(text, what).split())
    if len(line) > SHORT:
        raise BadInput(f"The {what} is {len(line):,} characters long: use at most {SHORT}.")
    return line


def required(text: str, what: str) -> str:
    """As `kept`, and something has to be there.

    Raises:
        Refused: text is empty.
    """
    words = kept(text, what)
    if not words:
        raise Refused(f"The {what} is empty: write it first; nothing was changed.")
    return words


def claims_label(numbers: Sequence[int]) -> str:
    """How a sentence names claims: “Claim 12”, “3 claims”."""
    return f"Claim {numbers[0]}" if len(numbers) == 1 else f"{len(numbers):,} claims"


def listed(things: Sequence[int | str], most: int = 5) -> str:
    """Numbers or words in a sentence: “3, 4 and 9”, “3, 4, 9, 12, 20 and 7 more”."""
    shown = [str(thing) for thing in things[:most]]
    if len(things) > most:
        return f"{', '.join(shown)} and {len(things) - most:,} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def ranged(numbers: Sequence[int]) -> str:
    """All of some numbers in a sentence, in order: “3–7, 9 and 12”."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [part for run in runs for part in _run(run)]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _run(run: Sequence[int]) -> list[str]:
    """Numbers that follow each other; two of them are no range."""
    return [str(number) for number in run] if len(run) < 3 else [f"{run[0]}–{run[-1]}"]


def undone(said: str) -> str:
    """A sentence of the history as the object of “Undid: …”: “claim 12 verified”."""
    said = _SUBJECT.sub(r"\1 ", _REOPENED.sub("", said))
    return said[:1].lower() + said[1:] if said[1:2].islower() else said
