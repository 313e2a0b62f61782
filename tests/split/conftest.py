"""`--update-golden` writes the golden queues anew."""

import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden queues of tests/split anew"
    )


@pytest.fixture
def update_golden(request):
    return request.config.getoption("--update-golden", default=False)
