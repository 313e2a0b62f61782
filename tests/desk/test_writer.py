"""The writer: in order, to the last one, and never on the caller's thread."""

import threading

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk, Writer
from factcheck.errors import NotOnDesk
from tests.desk.conftest import MILL


def test_acts_are_carried_out_in_order_on_one_other_thread() -> None:
    done: list[int] = []
    threads = set()
    with Writer() as writer:
        futures = [
            writer.submit(lambda n=n: (done.append(n), threads.add(threading.get_ident())))  # type: ignore[misc]
            for n in range(50)
        ]
        assert writer.drain()
        assert all(future.done() for future in futures)
        assert writer.pending == 0
    assert done == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_closing_carries_out_all_that_was_handed_over() -> None:
    gate, done = threading.Event(), []
    writer = Writer()
    writer.submit(gate.wait)
    for n in range(20):
        writer.submit(lambda n=n: done.append(n))  # type: ignore[misc]
    assert writer.pending == 21
    assert not writer.drain(timeout=0)
    gate.set()
    writer.close()
    assert done == list(range(20))
    with pytest.raises(RuntimeError):
        writer.submit(lambda: None)


def test_an_error_reaches_the_one_who_asked_and_stops_nobody_else(desk: Desk) -> None:
    with Writer() as writer:
        bad = writer.submit(lambda: desk.findings.decide(MILL, 99, Finding.WRONG))
        good = writer.submit(lambda: desk.findings.decide(MILL, 1, Finding.WRONG))
        assert isinstance(bad.exception(timeout=10), NotOnDesk)
        assert good.result(timeout=10).said == "Claim 1: wrong"


def test_quick_edits_end_as_the_last_one_while_the_caller_reads(desk: Desk) -> None:
    findings = [Finding.VERIFIED, Finding.WRONG, Finding.ON_AUTHOR, Finding.IMPRECISE] * 5
    with Writer() as writer:
        for finding in findings:
            writer.submit(lambda finding=finding: desk.findings.decide(MILL, 1, finding))  # type: ignore[misc]
            assert len(desk.queue.rows(MILL)) == 5
    assert desk.claims.get(MILL, 1).finding is findings[-1]
    assert len(desk.history.events(MILL, claim=1)) == len(findings)
