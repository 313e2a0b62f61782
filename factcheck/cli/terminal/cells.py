"""Text measured in terminal cells: wide letters take two, marks that combine take none."""

import unicodedata

_ZERO = frozenset({"Mn", "Me", "Cf"})
_JOINER = "\u200d"
_EMOJI_FORM = "\ufe0f"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def clusters(text: str) -> list[tuple[str, int]]:
    """The text in pieces that are drawn as one, each with its width in cells."""
    pieces: list[tuple[str, int]] = []
    for char in text:
        width = char_width(char)
        if pieces and _continues(pieces[-1][0], char, width):
            whole, wide = pieces[-1]
            drawn_wide = (char == _EMOJI_FORM and wide) or ord(char) in _FLAG_LETTERS
            pieces[-1] = (whole + char, 2 if drawn_wide else max(wide, width))
        else:
            pieces.append((char, width))
    return pieces


def char_width(char: str) -> int:
    """Cells that one character takes by itself."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _continues(before: str, char: str, width: int) -> bool:
    if width == 0 or before.endswith(_JOINER) or ord(char) in _SKIN_TONES:
        return True
    return ord(char) in _FLAG_LETTERS and len(before) == 1 and ord(before) in _FLAG_LETTERS


def cells(text: str) -> int:
    """Cells that a line of text takes."""
    return len(text) if text.isascii() else sum(width for _, width in clusters(text))


def cut(text: str, room: int) -> str:
    """The text in at most `room` cells, with an ellipsis where something is left out."""
    if cells(text) <= room:
        return text
    kept, used = [], 0
    for piece, width in clusters(text):
        if used + width > room - 1:
            break
        kept.append(piece)
        used += width
    return "".join(kept).rstrip() + "…" if room > 0 else ""


def wrapped(text: str, room: int) -> list[str]:
    """All of the text in lines of at most `room` cells, broken at spaces where there are any."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(joined) <= room:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for piece, width in clusters(word):
            if lines[-1] and cells(lines[-1]) + width > room:
                lines.append("")
            lines[-1] += piece
    return lines


def padded(text: str, room: int, *, right: bool = False) -> str:
    """The text filled up with spaces to `room` cells."""
    gap = " " * max(0, room - cells(text))
    return gap + text if right else text + gap
