"""The base of every value that crosses a floor: frozen, plain inside, checked where it comes in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of a draft, in Unicode code points: the first one, and the one after the last."""

    start: int
    end: int


def span_of(stored: Sequence[int] | None) -> Span | None:
    """Return the span that JSON holds as two numbers; None where it holds none."""
    return None if stored is None else Span(*stored)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(kind: type[T]) -> type[T]:
    """Make a class a frozen value without a dictionary, whose fields are given by name."""
    return dataclass(frozen=True, slots=True, kw_only=True)(kind)


@value
class Value:
    """A frozen value; where one is read from JSON, unknown fields are refused."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "use_attribute_docstrings": True}


def storable(text: str) -> str:
    """Return the text, refusing what no database and no file can hold.

    Raises:
        ValueError: it holds NUL or a lone surrogate.
    """
    if "\x00" in text:
        raise ValueError("it holds a NUL character")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair") from None
    return text


class _Storable:
    """Tells pydantic, where it reads a value from outside, to check its texts; imports nothing before."""

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(storable, handler(source))


class Between(NamedTuple):
    """Tells pydantic, where it reads a number from outside, between which numbers it has to lie."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        return {**handler(source), "ge": self.least, "le": self.most}


class FirstFault:
    """Tells pydantic, where it reads a list from outside, to stop at the first fault: all may be millions."""

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        return {**handler(source), "fail_fast": True}


Text = Annotated[str, _Storable()]
"""Text that can be stored and written anywhere."""


def field_names(kind: type["Value"]) -> tuple[str, ...]:
    """Return the names of a value's fields, in the order in which they are declared."""
    return tuple(field.name for field in fields(kind))


def values_of(thing: Value, kind: type[Value]) -> dict[str, Any]:
    """Return what a value holds in the fields of a kind, its own or one that it builds on."""
    return {name: getattr(thing, name) for name in field_names(kind)}


def json_value(thing: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value, or a collection of values, as JSON holds it.

    Moments and days are ISO 8601, words of the vocabulary are text, values are objects, tuples are lists.

    Raises:
        TypeError: it holds what has no form in JSON.
    """
    if thing is None or isinstance(thing, bool | int | float):
        return thing
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, str):
        return thing
    if isinstance(thing, datetime):
        return thing.isoformat().replace("+00:00", "Z")
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, Mapping):
        return {json_value(key): json_value(inner) for key, inner in thing.items()}
    if isinstance(thing, list | tuple):
        return [json_value(inner) for inner in thing]
    if isinstance(thing, Value):
        return json_object(thing)
    raise TypeError(f"{type(thing).__name__} has no form in JSON")


def json_object(thing: Value) -> dict[str, Any]:
    """Return a value's fields by name, each as JSON holds it."""
    return {name: json_value(getattr(thing, name)) for name in field_names(type(thing))}
