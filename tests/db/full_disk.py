"""Fills the small disk that it is given, tries everything on it, and prints what came of it as JSON."""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from db.engine import open_store
from db.faults import StoreError
from db.maintenance.backup import backup
from db.maintenance.check import check
from tests.db.material import add_person, fill, names


def tried(act: Callable[[], object]) -> str:
    """What came of an act, in words."""
    try:
        act()
    except StoreError as error:
        return f"{type(error).__name__}: {error}"
    return "went well"


def fill_disk(filler: Path) -> None:
    """Writes until nothing more goes in."""
    try:
        with filler.open("wb", buffering=0) as file:
            for size in (65536, 4096, 512):
                while True:
                    try:
                        file.write(bytes(size))
                    except OSError:
                        break
    except OSError:
        return


def until_full(act: Callable[[int], object]) -> str:
    """The first thing other than success that came of an act repeated."""
    for number in range(10_000):
        came = tried(partial(act, number))
        if came != "went well":
            return came
    return "never full"


def main(place: Path) -> None:
    """Prints a document of what came of each act."""
    path = place / "desk.db"
    came: dict[str, str] = {}
    store = open_store(path)
    fill(store)
    fill_disk(place / "filler")
    came["save"] = until_full(lambda number: add_person(store, f"P{number}" + "x" * 5000))
    came["read"] = tried(lambda: names(store))
    came["open"] = tried(lambda: open_store(path).close())
    came["make"] = tried(lambda: open_store(place / "new.db").close())
    came["backup"] = tried(lambda: backup(store))
    came["left"] = " ".join(sorted(file.name for file in place.rglob("*") if file.is_file()))
    (place / "filler").unlink()
    came["again"] = tried(lambda: add_person(store, "Bo"))
    came["names"] = ", ".join(name for name in names(store) if not name.startswith("P"))
    came["problems"] = "; ".join(check(store).problems)
    store.close()
    fill_disk(place / "filler")
    with open_store(path) as again:
        came["closed"] = tried(lambda: add_person(again, "Cy"))
        came["still"] = ", ".join(name for name in names(again) if not name.startswith("P"))
    print(json.dumps(came))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
