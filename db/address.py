"""What people give as a database, a path or a URL, and what it stands for."""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.faults import AddressError


class Address(NamedTuple):
    """Where a database is: a file, or a server's URL."""

    path: Path | None
    url: URL
    standard: bool
    """Whether it is the database that is used when none is named."""


def standard_path() -> Path:
    """The database that is used when none is named, in the platform's directory for a user's data."""
    from platformdirs import user_data_path  # deferred: needed only when no database is named

    return user_data_path("factcheck") / "factcheck.db"


def parse(given: str | Path | None) -> Address:
    """The address that *given* stands for; None is the standard one.

    Raises:
        AddressError: *given* is neither a usable path nor a usable URL.
    """
    if given is None:
        return _file(standard_path(), standard=True)
    if isinstance(given, Path):
        return _file(given)
    text = given.strip()
    if not text:
        raise AddressError("The database has no name: give a file such as desk.db, or a URL.")
    if "://" in text:
        return _url(text)
    path = Path(text)
    if path.name == text and not path.suffix and not path.exists():
        raise AddressError(
            f"“{text}” is neither a file nor a URL: give a file such as {text}.db or ./{text},"
            " or a URL such as postgresql+psycopg://USER@HOST/NAME."
        )
    return _file(path)


def _file(path: Path, *, standard: bool = False) -> Address:
    if "\0" in str(path):
        raise AddressError("The name of the database holds a NUL character: give another name.")
    try:
        # Followed, so that all who open the file by any name share its lock.
        whole = path.expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise AddressError(f"{path} leads nowhere ({error}): give another name.") from error
    return Address(whole, URL.create("sqlite", database=str(whole)), standard)


def _url(text: str) -> Address:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        # The text may hold a password: it is not repeated.
        raise AddressError(
            "The database URL cannot be read: it looks like postgresql+psycopg://USER@HOST/NAME."
        ) from error
    scheme = url.drivername
    if scheme == "sqlite":
        if not url.database or url.database == ":memory:" or url.query:
            raise AddressError("The URL names no file: it looks like sqlite:///desk.db, without options.")
        return _file(Path(url.database))
    if scheme == "postgres":
        raise AddressError("Write postgresql+psycopg:// instead of postgres:// in the database URL.")
    if scheme in ("postgresql", "postgresql+psycopg"):
        return Address(None, url.set(drivername="postgresql+psycopg"), standard=False)
    raise AddressError(
        f"No database of the kind “{scheme}” can be used: give a file, or a URL that begins with"
        " postgresql+psycopg://."
    )
