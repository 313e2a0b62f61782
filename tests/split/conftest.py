"""`--update-golden` writes the golden queues anew; `--data DIR` names a folder with annotated articles."""

from pathlib import Path

import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden queues of tests/split anew"
    )
    parser.addoption("--data", type=Path, help="folder with annotated articles that are kept elsewhere")


@pytest.fixture
def update_golden(request):
    return request.config.getoption("--update-golden", default=False)


@pytest.fixture
def data(request):
    folder = request.config.getoption("--data", default=None)
    if folder is None:
        pytest.skip("--data names no folder with annotated articles")
    return folder
