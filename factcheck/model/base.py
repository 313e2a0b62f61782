"""The base of every value that crosses a floor: frozen, checked at the border, ordered by nothing."""

from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict


class Span(NamedTuple):
    """A stretch of a draft, in Unicode code points: the first one, and the one after the last."""

    start: int
    end: int


class Value(BaseModel):
    """A frozen value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _storable(text: str) -> str:
    """Refuse what no database and no file can hold: NUL and lone surrogates.

    Raises:
        ValueError: text holds NUL or a lone surrogate.
    """
    if "\x00" in text:
        raise ValueError("it holds a NUL character")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair") from None
    return text


Text = Annotated[str, AfterValidator(_storable)]
"""Text that can be stored and written anywhere."""
