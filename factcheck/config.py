"""The configuration file: a person's and a desk's settings, read from TOML and checked, with clear errors."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from db.vocabulary import FINDINGS, Strictness
from factcheck.errors import BadInput
from factcheck.model.base import field_names

if TYPE_CHECKING:
    from factcheck.model import HouseLists, HouseRules


@dataclass(frozen=True)
class Config:
    """The settings; every one may be left out of the file.

    It stands on the standard library alone, so that commands which need only a setting start at once.
    """

    person: str = ""
    """Name under which decisions are recorded; the login name when empty."""
    theme: str = ""
    """Theme of the screen; empty follows the program."""
    advance: bool = True
    """Whether setting a finding goes on to the next open claim."""
    wording_keeps_mark: bool = False
    """Whether a finding survives a change of mere wording in the next draft; other changes never keep it."""
    parser: bool | None = None
    """Whether drafts are split with the optional parser; where nothing is said, when it is installed."""
    organization: str = ""
    """Name of the publication, for exports that name their publisher."""
    url: str = ""
    """Web address of the publication, for the same exports."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for commands: command id → keys, as `factcheck keys` lists them."""
    house: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The desk's own words: speech_verbs, abbreviations, names, legal_terms."""
    ratings: Mapping[str, str] = field(default_factory=dict)
    """The house's own words for findings in published reviews: finding → label."""
    rules: Mapping[str, bool | int | str] = field(default_factory=dict)
    """What a finding needs beside it, where the desk differs from the defaults."""
    path: Path = Path()
    """Where the file is, or would be."""

    def house_lists(self) -> "HouseLists":
        """The house lists as the splitter takes them."""
        from factcheck.model import HouseLists

        return HouseLists(**self.house)

    def house_rules(self) -> "HouseRules":
        """The house rules as the desk takes them.

        Raises:
            BadInput: a rule is unknown or has an impossible value.
        """
        from factcheck.model import HouseRules

        if not self.rules:
            return HouseRules(wording_keeps_mark=self.wording_keeps_mark)
        from pydantic import (
            TypeAdapter,
            ValidationError,
        )  # 65 ms that a desk with the usual rules does not need

        try:
            return TypeAdapter(HouseRules).validate_python(
                {"wording_keeps_mark": self.wording_keeps_mark, **self.rules}
            )
        except ValidationError as fault:
            (name, *_), kind = fault.errors()[0]["loc"], fault.errors()[0]["type"]
            known = field_names(HouseRules)
            raise _error(
                self.path,
                f"rules.{name}",
                _unknown(str(name), known)
                if kind == "unexpected_keyword_argument"
                else fault.errors()[0]["msg"].lower(),
            ) from None


def default_path() -> Path:
    """Where the configuration file is: `FACTCHECK_CONFIG`, or the platform's place for settings."""
    if given := os.environ.get("FACTCHECK_CONFIG"):
        return Path(given).expanduser()
    from platformdirs import user_config_path  # 20 ms that reading a file given by name does not need

    return user_config_path("factcheck", appauthor=False) / "config.toml"


def load_config(path: Path | None = None) -> Config:
    """The settings in that file, or in the default one; a default file that is missing is no error.

    Raises:
        BadInput: the file cannot be read, is no TOML, or holds an unknown setting or a wrong value.
    """
    place = path or default_path()
    try:
        text = place.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if path is not None:
            raise BadInput(f"there is no configuration file “{place}”") from None
        return Config(path=place)
    except UnicodeDecodeError:
        raise BadInput(f"the configuration file “{place}” is not UTF-8 text; save it as UTF-8") from None
    except (OSError, ValueError) as fault:
        said = (getattr(fault, "strerror", None) or str(fault)).lower()
        raise BadInput(f"the configuration file “{place}” cannot be read: {said}") from None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadInput(f"the configuration file “{place}” is not valid TOML: {fault}") from None
    return Config(**_checked(content, place, text), path=place)


class _Kind(NamedTuple):
    """What a value has to be."""

    words: str
    fits: Callable[[Any], bool]


_TEXT = _Kind("text in quotation marks", lambda value: isinstance(value, str))
_SWITCH = _Kind("true or false", lambda value: isinstance(value, bool))
_WORDS = _Kind(
    "a list of texts",
    lambda value: isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value),
)
_RULE = _Kind("true, false or a number", lambda value: isinstance(value, bool | int))
_STRICTNESS = _Kind(f"one of {', '.join(Strictness)}", lambda value: value in list(Strictness))

_SETTINGS = {
    "person": _TEXT,
    "theme": _TEXT,
    "advance": _SWITCH,
    "wording_keeps_mark": _SWITCH,
    "parser": _SWITCH,
    "organization": _TEXT,
    "url": _TEXT,
}
_HOUSE = ("speech_verbs", "abbreviations", "names", "legal_terms")
_RATED = tuple(str(finding) for finding, facts in FINDINGS.items() if facts.rating)
_TABLES = ("keys", "house", "ratings", "rules")


def _checked(content: dict[str, Any], place: Path, text: str) -> dict[str, Any]:
    """The settings by field name.

    Raises:
        BadInput: one is unknown or has a wrong value.
    """
    checked: dict[str, Any] = {}
    for name, value in content.items():
        if name in _SETTINGS:
            _check(place, text, name, value, _SETTINGS[name])
            checked[name] = value
        elif name in _TABLES:
            if not isinstance(value, dict):
                raise _error(place, name, f"has to be a table: [{name}]", text)
            checked[name] = {key: _entry(place, text, name, key, inner) for key, inner in value.items()}
        else:
            raise _error(place, name, _unknown(name, (*_SETTINGS, *_TABLES)), text)
    return checked


def _entry(place: Path, text: str, table: str, key: str, value: object) -> object:
    name = f"{table}.{key}"
    if table == "keys":
        _check(place, text, name, value, _TEXT)
        return value
    if table == "ratings":
        if key not in _RATED:
            raise _error(place, name, _unknown(key, _RATED), text)
        _check(place, text, name, value, _TEXT)
        return value
    if table == "rules":
        _check(place, text, name, value, _STRICTNESS if key in {"ticks", "tiers"} else _RULE)
        return value
    if key not in _HOUSE:
        raise _error(place, name, _unknown(key, _HOUSE), text)
    _check(place, text, name, value, _WORDS)
    return tuple(value) if isinstance(value, list) else value


def _check(place: Path, text: str, name: str, value: object, kind: _Kind) -> None:
    if not kind.fits(value):
        raise _error(place, name, f"has to be {kind.words}, not {value!r}", text)


def _unknown(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only for a mistake

    near = get_close_matches(name, known, 1)
    return "is not a setting; " + (f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known)}")


def _error(place: Path, name: str, problem: str, text: str = "") -> BadInput:
    line = _line_of(name.rpartition(".")[2], text)
    where = f", line {line}" if line else ""
    return BadInput(f"the configuration file “{place}”{where}: “{name}” {problem}")


def _line_of(key: str, text: str) -> int:
    """The line that sets that key, counted from 1; 0 when it cannot be told."""
    bare = re.escape(key)
    pattern = rf"""^\s*(?:\[\s*)?(?:\w+\s*\.\s*)*["']?{bare}["']?\s*[=\].]"""
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 0


SETTINGS: tuple[str, ...] = tuple(setting.name for setting in fields(Config) if setting.name != "path")
"""Names of all settings, in the order of the file."""
