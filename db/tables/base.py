"""What all tables share: registry, constraint names, column types that mean the same on every database."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, NamedTuple, TypeAlias, get_args, get_origin

import sqlalchemy as sa
from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.types import JSON, TypeEngine

from db.faults import ALTERED, MISSHAPEN, DamagedError

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can find it on every database."""


_Read: TypeAlias = Callable[[Any], Any]


def _telling(read: _Read | None, shape: type = object) -> _Read:
    """Return a reader of stored values that tells of one which this program never wrote."""

    def told(value: Any) -> Any:  # noqa: ANN401 - whatever a database holds
        try:
            known = value if read is None else read(value)
        except MISSHAPEN as fault:
            raise DamagedError(_SENTENCE) from fault
        if known is not None and not isinstance(known, shape):
            raise DamagedError(_SENTENCE)
        return known

    return told


_SENTENCE = f"{ALTERED} Run `factcheck doctor` to see where, and bring back a backup."


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; a time without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the signature is SQLAlchemy's
    ) -> datetime | None:
        """To the database: UTC.

        Raises:
            ValueError: value carries no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the signature is SQLAlchemy's
    ) -> datetime | None:
        """From the database: UTC, with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> _Read:
        """As the base, and a moment that is none is told."""
        return _telling(super().result_processor(dialect, coltype), datetime)


class Day(TypeDecorator[date]):
    """A day."""

    impl = sa.Date
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> _Read:
        """As the base, and a day that is none is told."""
        return _telling(super().result_processor(dialect, coltype), date)


class Word(Enum):
    """A word of one vocabulary."""

    def result_processor(self, dialect: Dialect, coltype: object) -> _Read:
        """As the base, and a word that is not of the vocabulary is told."""
        return _telling(super().result_processor(dialect, coltype))  # type: ignore[no-untyped-call]


def words(enum: type[StrEnum]) -> Enum:
    """A column type that holds the words of one vocabulary and nothing else."""
    return Word(
        enum,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=24,
        name=enum.__name__.lower(),
    )


class Json(TypeDecorator[Any]):
    """A document: a list or a dictionary of plain values."""

    impl = JSON
    cache_ok = True

    def __init__(self, shape: type = object) -> None:
        """Hold documents of a shape, `list` or `dict`."""
        super().__init__()
        self.shape = shape

    def result_processor(self, dialect: Dialect, coltype: object) -> _Read:
        """As the base, and what is no document of the shape is told."""
        return _telling(super().result_processor(dialect, coltype), self.shape)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """JSONB on PostgreSQL, whose dialect takes 50 ms to import and is loaded there alone."""
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import JSONB

            return dialect.type_descriptor(JSONB())
        return dialect.type_descriptor(JSON())


Key = BigInteger().with_variant(Integer(), "sqlite")
"""A primary key: 64 bits everywhere."""

Column: TypeAlias = sa.ColumnElement
"""What a column of a table is in an annotation: `Column[int | None]`."""


def column(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever a column of SQLAlchemy takes
    """Return a column that gets its name, and its type where none is given, from the class it stands in."""
    return sa.Column(*args, **options)


class _Kind(NamedTuple):
    """What an annotation says of its column."""

    type: TypeEngine[Any]
    options: dict[str, Any]


Id = Annotated[int, _Kind(Key, {"primary_key": True})]
Short = Annotated[str, _Kind(String(200), {"default": ""})]
Long = Annotated[str, _Kind(Text(), {"default": ""})]

_TYPES: dict[Any, Any] = {
    int: Integer,
    str: String,
    bool: sa.Boolean,
    bytes: sa.LargeBinary,
    date: Day,
    datetime: Moment,
    list[Any]: partial(Json, list),
    dict[str, Any]: partial(Json, dict),
}
"""What a column holds by its annotation, where nothing else is said."""


class Table:
    """Base of all tables: a class whose annotated columns are the columns of one table.

    The class stands for its table wherever SQLAlchemy takes one (`select(Claim)`, `insert(Claim)`); no
    mapper is needed for that, whose import alone takes longer than most commands.
    """

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)
    __table__: ClassVar[sa.Table]
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Any, ...]] = ({"sqlite_autoincrement": True},)

    def __init_subclass__(cls) -> None:
        """Make the table of the class."""
        *rules, options = cls.__table_args__
        columns = [
            _made(name, annotation, vars(cls).get(name))
            for name, annotation in cls.__annotations__.items()
            if getattr(annotation, "__origin__", None) is sa.ColumnElement
        ]
        for made in columns:
            setattr(cls, made.name, made)
        cls.__table__ = sa.Table(cls.__tablename__, cls.metadata, *columns, *rules, **options)

    @classmethod
    def __clause_element__(cls) -> sa.Table:
        """Return the table, for SQLAlchemy."""
        return cls.__table__


def _made(name: str, annotation: object, given: "sa.Column[Any] | None") -> "sa.Column[Any]":
    """Return the column of an annotation such as `Column[int | None]`, as far as it is not given."""
    (holds,) = get_args(annotation)
    if get_origin(holds) is Annotated:
        holds, said = get_args(holds)
        return sa.Column(name, said.type, nullable=False, **said.options)
    optional = isinstance(holds, UnionType) and NoneType in get_args(holds)
    if optional:
        (holds,) = (one for one in get_args(holds) if one is not NoneType)
    made: sa.Column[Any] = sa.Column() if given is None else given
    if isinstance(made.type, sa.types.NullType):
        made.type = _TYPES[holds]()
    made.name = made.key = name
    made.nullable = optional
    return made
