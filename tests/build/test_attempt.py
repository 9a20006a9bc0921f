import logging
import re
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from briefing.build.attempt import attempt
from briefing.diagnostics import Code


def test_what_the_work_returns_is_returned() -> None:
    assert attempt("x.md", lambda: 3) == (3, ())


def test_a_fault_is_a_diagnostic_that_names_the_file() -> None:
    done, (problem,) = attempt("content/briefings/x.md", lambda: list[int]()[1])
    assert done is None
    assert (problem.code, problem.span.path) == (Code.INTERNAL, "content/briefings/x.md")
    assert "IndexError: list index out of range" in problem.message
    assert re.match(r"tests/build/test_attempt\.py:\d+: done, \(problem,\) = attempt\(.*; a fault of", problem.help)


def test_a_fault_that_says_nothing_is_named_by_its_kind() -> None:
    def nothing() -> None:
        raise MemoryError

    assert "MemoryError" in attempt("x.md", nothing)[1][0].message


def test_debugging_shows_where(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "briefing.build.attempt"):
        attempt("x.md", lambda: list[int]()[1])
    assert caplog.records[0].exc_info


def test_work_without_end_is_given_up_and_named() -> None:
    def forever() -> None:
        while True:
            try:
                re.match(r"(a*)*b", "a" * 25)  # inside a library, which may catch what it is given
            except Exception:  # noqa: BLE001, S112 - as libraries do
                continue

    done, (problem,) = attempt("content/briefings/x.md", forever, seconds=0.05)
    assert done is None
    assert (problem.code, problem.span.path) == (Code.TOO_LONG, "content/briefings/x.md")
    assert "given up after 0.05 seconds" in problem.message


def test_work_without_end_is_given_up_in_other_threads_too_and_the_next_is_done() -> None:
    def forever() -> None:
        while True:
            with suppress(Exception):
                re.match("a*", "a" * 25)

    with ThreadPoolExecutor(1) as thread:
        _, (problem,) = thread.submit(attempt, "x.md", forever, seconds=0.05).result()
        assert problem.code == Code.TOO_LONG
        assert thread.submit(attempt, "y.md", lambda: 3).result() == (3, ())


def test_a_limit_of_somebody_elses_is_there_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    attempt("x.md", lambda: 3)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_who_stops_the_program_stops_it(stop: type[BaseException]) -> None:
    def stopped() -> None:
        raise stop

    with pytest.raises(stop):
        attempt("x.md", stopped)
