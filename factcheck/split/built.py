"""Values built from parts that the splitter has already made."""

from typing import TypeVar

from factcheck.model import Value

Made = TypeVar("Made", bound=Value)


def built(kind: type[Made], /, **fields: object) -> Made:
    """A value of kind, all its fields given."""
    return kind(**fields)
