"""Values built from parts that the splitter has already made sure of, without checking them again."""

from functools import cache
from typing import TypeVar

from factcheck.model import Value

Made = TypeVar("Made", bound=Value)


@cache
def _names(kind: type[Value]) -> set[str]:
    """Names of the fields of kind; shared by all its values, which are frozen."""
    return set(kind.model_fields)


def built(kind: type[Made], /, **fields: object) -> Made:
    """A value of kind, all its fields given: equal to a checked one, at a tenth of the cost."""
    made = kind.__new__(kind)
    put = object.__setattr__
    put(made, "__dict__", fields)
    put(made, "__pydantic_fields_set__", _names(kind))
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made
