"""Values built from parts that the splitter has already made sure of, without checking them again."""

from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from factcheck.model import Value

Made = TypeVar("Made", bound=Value)


@cache
def _names(kind: type[Value]) -> set[str]:
    """Names of the fields of kind; shared by all its values, which are frozen."""
    return set(kind.model_fields)


_put_fields, _put_names, _put_extra, _put_private = (
    vars(BaseModel)[place].__set__
    for place in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
"""Set what a frozen value is made of, the last two of which ours leave empty."""


def built(kind: type[Made], /, **fields: object) -> Made:
    """A value of kind, all its fields given: equal to a checked one, at a tenth of the cost."""
    made = kind.__new__(kind)
    _put_fields(made, fields)
    _put_names(made, _names(kind))
    _put_extra(made, None)
    _put_private(made, None)
    return made
