import stat
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Refused
from factcheck.export.safe import (
    cell,
    file_name,
    json_for_terminals,
    markup_text,
    uncell,
    write_file,
)

anything = st.text() | st.text(alphabet="'=+-@\t\r ＝1a", max_size=6)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", "  =1", "＝1", "－1", "'=1", "''=1", "\n=1", "\u00a0=1"]
)
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(text):
    assert cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "plain", "1 = 1", "'tis", "C007", "a-b", "“-”"])
def test_other_cells_stay_as_they_are(text):
    assert cell(text) == text


@given(anything)
def test_uncell_gives_back_what_cell_was_given(text):
    assert uncell(cell(text)) == text


@given(anything)
def test_no_cell_starts_as_a_formula(text):
    assert cell(text).lstrip(" \n\u00a0")[:1] not in set("=+-@＝＋－＠")


@given(st.text())
def test_text_for_markup_holds_no_character_that_xml_forbids(text):
    assert all(char in "\t\n" or 0x20 <= ord(char) < 0x7F or ord(char) >= 0xA0 for char in markup_text(text))


def test_marks_of_right_to_left_writing_stay_in_markup_and_overrides_do_not():
    assert markup_text("a\u200fb\u202ec") == "a\u200fb\ufffdc"


def test_json_means_the_same_with_its_control_characters_escaped():
    assert json_for_terminals('{"a": "\x9b\u202e…"}') == '{"a": "\\u009b\\u202e…"}'


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("bridge", "bridge.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("a/b\\c:d", "a-b-c-d.csv"),
        ("con", "article-con.csv"),
        ("…", "article.csv"),
        ("Größe 2", "Größe-2.csv"),
        ("x" * 300, "x" * 80 + ".csv"),
    ],
)
def test_file_names_are_plain(name, file):
    assert file_name(name, ".csv") == file


@given(st.text())
def test_a_file_name_never_leaves_its_folder(name):
    made = file_name(name, ".csv")
    assert "/" not in made
    assert not made.startswith(".")
    assert len(made.encode()) <= 170


def test_a_file_is_written_whole(tmp_path):
    write_file(tmp_path / "a.csv", b"content")
    assert (tmp_path / "a.csv").read_bytes() == b"content"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_that_exists_is_kept(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(Refused, match="--force"):
        write_file(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_that_points_nowhere_counts_as_existing(tmp_path):
    (tmp_path / "a.csv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="exists already"):
        write_file(tmp_path / "a.csv", b"new")
    assert not (tmp_path / "elsewhere").exists()


def test_force_replaces_the_file_and_keeps_its_permissions(tmp_path):
    old = tmp_path / "a.csv"
    old.write_bytes(b"old")
    old.chmod(0o600)
    write_file(old, b"new", force=True)
    assert old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    write_file(tmp_path / "a.csv", b"x")
    (tmp_path / "b.csv").write_bytes(b"x")
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "b.csv").stat().st_mode


def test_force_writes_where_a_link_points(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "a.csv").symlink_to(tmp_path / "real.csv")
    write_file(tmp_path / "a.csv", b"new", force=True)
    assert (tmp_path / "real.csv").read_bytes() == b"new"
    assert (tmp_path / "a.csv").is_symlink()


def test_a_folder_a_device_and_a_missing_folder_are_refused(tmp_path):
    for path, why in [
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "a.csv", "no folder"),
        (tmp_path / "a\0b", "cannot be written"),
        (tmp_path / ("x" * 400), "cannot be written"),
    ]:
        with pytest.raises(Refused, match=why):
            write_file(path, b"x", force=True)
    with pytest.raises(Refused, match="not an ordinary file"):
        write_file(type(tmp_path)("/dev/null"), b"x", force=True)


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    code = (
        "import resource, sys, pathlib\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from factcheck.errors import FactcheckError\n"
        "from factcheck.export.safe import write_file\n"
        "try: write_file(pathlib.Path(sys.argv[1]), b'x' * 5000, force=True)\n"
        "except FactcheckError as fault: print(fault)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.csv")], capture_output=True, text=True, check=True
    ).stdout
    assert "could not be written: file too large; nothing was left behind" in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"
