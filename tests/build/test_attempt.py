import logging

import pytest
from briefing.build.attempt import attempt
from briefing.diagnostics import Code


def test_what_the_work_returns_is_returned() -> None:
    assert attempt("x.md", lambda: 3) == (3, ())


def test_a_fault_is_a_diagnostic_that_names_the_file() -> None:
    done, (problem,) = attempt("content/briefings/x.md", lambda: list[int]()[1])
    assert done is None
    assert (problem.code, problem.span.path) == (Code.INTERNAL, "content/briefings/x.md")
    assert "list index out of range" in problem.message


def test_a_fault_that_says_nothing_is_named_by_its_kind() -> None:
    def nothing() -> None:
        raise MemoryError

    assert "MemoryError" in attempt("x.md", nothing)[1][0].message


def test_debugging_shows_where(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "briefing.build.attempt"):
        attempt("x.md", lambda: list[int]()[1])
    assert caplog.records[0].exc_info


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_who_stops_the_program_stops_it(stop: type[BaseException]) -> None:
    def stopped() -> None:
        raise stop

    with pytest.raises(stop):
        attempt("x.md", stopped)
