"""Nothing that is written out lands on a file of a desk, by whatever name."""

import os
import shutil
from pathlib import Path

import pytest

from db import files
from factcheck.desk import Desk

PARTS = ["desk.db", *(f"desk.db{ending}" for ending in files.BESIDE), "a backup", "another desk"]


def files_of(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """The files of a folder; of those that opening a desk may change, only which file it is."""
    changing = ("-shm", ".lock")
    return {
        file: (file.stat().st_ino, b"" if file.name.endswith(changing) else file.read_bytes())
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".csv"
    }


@pytest.fixture(params=PARTS)
def target(request, line, tmp_path):
    """One of the files of a desk that is open in another program, or of a second desk."""
    with Desk.open(line.database, person="Jo Reed") as desk:
        desk.findings.decide("bridge", 1, "not_checkable")
        if request.param == "a backup":
            yield desk.maintenance.backup()
        elif request.param == "another desk":
            (tmp_path / "other").mkdir()
            yield Path(shutil.copy(desk.maintenance.backup(), tmp_path / "other" / "notes.csv"))
        else:
            yield tmp_path / request.param


def test_no_file_of_a_desk_is_written_over_by_an_export_or_a_backup(line, target, tmp_path):
    before = files_of(tmp_path)
    Path("link.csv").symlink_to(os.path.relpath(target))
    commands = (
        ("export", "bridge", "--format", "csv", "-o", str(target)),
        ("export", "bridge", "--format", "csv", "-o", f"../{tmp_path.name}/link.csv", "--force"),
        ("backup", target),
    )
    for command in commands:
        said = line(*command, code=2).err
        assert "database" in said, said
        assert said.count("\n") == 1
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("ending", files.BESIDE)
def test_no_file_comes_to_be_where_a_closed_desk_would_look_for_one_of_its_own(line, ending):
    shutil.copy(line.database, "other.db")
    for command in (("backup",), ("export", "bridge", "--format", "json", "-o")):
        assert "other.db" in line(*command, f"other.db{ending}", code=2).err
    assert not Path(f"other.db{ending}").exists()


def test_a_name_that_differs_in_case_alone_is_none_for_a_file_of_the_desk(line):
    assert "database" in line("backup", "DESK.db-Journal", code=2).err


def test_a_link_is_followed_to_an_ordinary_file_and_to_nothing_else(line, tmp_path):
    sheet, link, folder, pipe = (Path(name) for name in ("sheet.csv", "link.csv", "folder", "pipe"))
    sheet.write_text("old")
    link.symlink_to(sheet)
    line("export", "bridge", "-o", "link.csv", "--force")
    assert link.is_symlink()
    assert "bridge" in sheet.read_text(encoding="utf-8")
    folder.mkdir()
    os.mkfifo(pipe)
    for number, target in enumerate((folder, pipe, Path("/dev/null"), Path(f"circle{3}.csv"))):
        name = f"circle{number}.csv"
        Path(name).symlink_to(target)
        assert line("export", "bridge", "-o", name, "--force", code=2).err.count("\n") == 1
        assert Path(name).is_symlink()
