"""A finding more: a row in the vocabulary and a migration, and screen, sheets and commands know it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent

MEMBER = '    WAITING = "waiting"\n'
NEW_MEMBER = '    OUTDATED = "outdated"\n'
ROW = """    Finding.OUTDATED: FindingFacts(
        "9", "outdated", "was right and no longer is", "D", "†", Blocks.UNTIL_FIXED,
        rank=10, tone="text-warning", fill="ABCDEF", dark_fill="123456", need=Need.WORDING,
        rating=Rating("Outdated", 3),
    ),
"""
MIGRATION = '''"""One finding more."""

from alembic import op

revision = "9000"
down_revision = "{last}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lets claims be outdated."""
    with op.batch_alter_table("claim", recreate="always"):
        pass
'''
SHEETS = ("html", "markdown", "csv", "json", "xlsx", "docx")
RUN = """
import asyncio, contextlib, io, json, sys
from factcheck.cli.main import main
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp

database, *sheets = sys.argv[1:]
said = {}

def run(name, *arguments):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            main(["--database", database, *arguments])
        except SystemExit as ended:
            status = ended.code
    assert status == 0, out.getvalue()
    said[name] = out.getvalue()

run("add", "add", "piece.txt")
with Desk.open(database) as desk:
    (slug,) = desk.articles.slugs()
run("decide", "decide", slug, "1", "outdated")
run("claims", "claims", slug)
for sheet in sheets:
    run(sheet, "export", slug, "--format", sheet, "-o", f"sheet.{sheet}")
run("back", "decide", slug, "1", "unchecked")

async def screen():
    with Desk.open(database, person="Ana Ruiz") as desk:
        app = FactcheckApp(desk, slug)
        async with app.run_test(size=(120, 32)) as pilot:
            await pilot.pause()
            await pilot.press("9")
            await asyncio.wrap_future(app.writer.submit(lambda: None))
            await pilot.pause()
            rows = app.screen._compositor.render_strips()
            said["screen"] = chr(10).join("".join(strip.text for strip in row) for row in rows)

asyncio.run(screen())
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The packages with one finding more."""
    folder = tmp_path_factory.mktemp("copy")
    for package in ("factcheck", "db"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    vocabulary = folder / "db" / "vocabulary.py"
    text = vocabulary.read_text(encoding="utf-8")
    end = text.index("}  # fmt: skip\n", text.index("FINDINGS: dict"))
    text = text[:end] + ROW + text[end:]
    vocabulary.write_text(text.replace(MEMBER, MEMBER + NEW_MEMBER, 1), encoding="utf-8")
    versions = folder / "db" / "migrations" / "versions"
    last = max(path.name[:4] for path in versions.glob("[0-9]*.py"))
    (versions / "9000_one_more.py").write_text(MIGRATION.format(last=last), encoding="utf-8")
    (folder / "piece.txt").write_text("The mill opened in 1903. It closed in 1950.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def said(copy):
    """What the program of the copy said, by command."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "FACTCHECK_CONFIG": str(copy / "none.toml")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(copy / "desk.db"), *SHEETS],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_commands_set_it_by_word_and_say_what_it_needs(said):
    assert "outdated" in said["decide"]
    assert "needs proposed wording" in said["decide"]
    assert "outdated" in said["claims"]


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_hold_it(said, copy, name):
    path = copy / f"sheet.{name}"
    if name in {"xlsx", "docx"}:
        with ZipFile(path) as package:
            parts = "".join(package.read(part).decode(errors="replace") for part in package.namelist())
        assert "outdated" in parts
        assert "ABCDEF" in parts
    else:
        assert "outdated" in path.read_text(encoding="utf-8")


def test_the_screen_sets_and_draws_it(said):
    assert "D†" in said["screen"]
