"""The door of this floor: a file or bytes in, an Article out, or one sentence that says why not."""

from pathlib import Path

from factcheck.errors import FactcheckError, UnreadableDraft
from factcheck.model import Article
from factcheck.read.arrange import arranged
from factcheck.read.files.guard import bytes_of, refuse_count, refuse_length, refuse_size
from factcheck.read.files.registry import reader
from factcheck.read.files.sniff import format_of
from factcheck.read.reading import Overrides, Reading, assemble

STDIN_NAME = "-"
"""The name of what comes from standard input."""


def read_file(
    path: Path,
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    encoding: str | None = None,
    overrides: Overrides | None = None,
) -> Article:
    """Read a draft from a file.

    Args:
        path: the file.
        format: a name of `FORMATS`; `None` finds it by suffix and content.
        encoding: the encoding of a text file; `None` finds it out.
        overrides: what a person says about the article.

    Raises:
        UnreadableDraft: the file cannot become an article; the message says why and what to do.
        MissingExtra: its format needs a package that is not installed.
    """
    data = bytes_of(path)
    return read_bytes(data, path.name, format=format, encoding=encoding, overrides=overrides)


def read_bytes(
    data: bytes,
    name: str,
    *,
    format: str | None = None,  # noqa: A002 - the word of the command line
    encoding: str | None = None,
    overrides: Overrides | None = None,
) -> Article:
    """Read a draft from bytes, such as those of standard input (name `-`).

    Args and errors are those of `read_file`; the format of bytes without a telling name is found in them.
    """
    shown = "Standard input" if name == STDIN_NAME else name
    refuse_size(data, shown)
    format_name = format_of(data, shown, name="" if name == STDIN_NAME else name, stated=format)
    reading = _read(data, shown, format_name, encoding)
    return assemble(
        reading, data=data, name=name, format_name=format_name, overrides=overrides or Overrides()
    )


def _read(data: bytes, shown: str, format_name: str, encoding: str | None) -> Reading:
    read = reader(format_name)
    try:
        reading = read(data, shown, encoding)
        refuse_count(reading.blocks, shown)
        reading = arranged(reading)
        refuse_length(reading.blocks, shown)
        return reading
    except (FactcheckError, ImportError):
        raise  # a part of the program that is missing is not the file's fault
    except Exception as error:  # the parsers of ten formats fail in their own ways on broken files
        raise UnreadableDraft(
            f"{shown} seems to be broken ({type(error).__name__} in reading it); open it in the program that "
            "made it and save it again."
        ) from error
