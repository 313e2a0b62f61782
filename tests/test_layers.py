"""The direction of imports, by contract and by what a fresh interpreter has loaded."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.support.house import arrows, circles, modules

ROOT = Path(__file__).parent.parent
HEAVY = {
    "alembic", "docx", "jinja2", "lxml", "platformdirs", "pydantic", "rapidfuzz", "rich", "sqlalchemy",
    "textual", "trafilatura", "xlsxwriter",
}  # fmt: skip


def test_imports_run_downward_and_only_the_desk_speaks_to_the_database(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    failed = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert not failed, capsys.readouterr().out


def test_no_module_needs_itself_through_others_even_inside_functions():
    assert circles(arrows(modules(ROOT))) == []


def loaded_by(code):
    """Names of the top-level packages that a fresh interpreter has loaded after running code."""
    program = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in result.stderr.split()}


@pytest.mark.parametrize(
    "code",
    [
        "import factcheck.cli.main",
        "from factcheck.cli.main import main; main(['--help'])",
        "from factcheck.cli.main import main; main(['--version'])",
        "from factcheck.cli.main import main; main(['decide', '--help'])",
        "from factcheck.cli.main import main; main(['export', '--help'])",
        "from factcheck.cli.main import main; main(['completion', 'bash'])",
        "import factcheck.export.formats",
        "import factcheck.errors, factcheck.text, db.vocabulary",
    ],
)
def test_help_and_the_like_load_no_heavy_package(code):
    assert not loaded_by(code) & HEAVY


def test_every_command_module_loads_no_heavy_package():
    files = [
        path for path in (ROOT / "factcheck" / "cli").rglob("*.py") if path.stem not in {"__init__", "card"}
    ]
    # `card` draws a claim with the sentences of the sheets; `show` imports it when it has one to draw.
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    code = "; ".join(f"import {name}" for name in names)
    assert not loaded_by(code) & HEAVY


@pytest.mark.parametrize(
    ("code", "unneeded"),
    [
        ("import factcheck.desk", {"textual", "docx", "lxml", "jinja2", "xlsxwriter", "trafilatura"}),
        (
            "import factcheck.read, factcheck.split",
            {"textual", "sqlalchemy", "docx", "trafilatura", "jinja2"},
        ),
        ("import factcheck.export.sheets.build", {"textual", "sqlalchemy", "docx", "jinja2", "xlsxwriter"}),
        ("import factcheck.config", {"textual", "sqlalchemy", "pydantic", "platformdirs"}),
    ],
)
def test_a_room_loads_only_what_it_needs(code, unneeded):
    assert not loaded_by(code) & unneeded


def test_suites_and_their_helpers_import_nothing_from_benchmarks():
    ours = [path for path in (ROOT / "tests").rglob("*.py") if path.parent.name != "benchmarks"]
    wrong = re.compile(
        r"^\s*(?:from|import) tests\.benchmarks|^\s*from tests import .*benchmarks", re.MULTILINE
    )
    assert [str(path) for path in ours if wrong.search(path.read_text(encoding="utf-8"))] == []
