"""What a person who waits sees: a bar when it takes long, how long it took, and nothing where nobody looks."""

from io import StringIO

import pytest
from briefing.pelican_ext import progress as module
from briefing.pelican_ext.progress import Progress
from briefing.report.text import seconds_of
from rich.console import Console


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    screen = StringIO()
    monkeypatch.setattr(module, "console", Console(file=screen, force_terminal=True, width=80))
    return screen


def run(moments: list[float]) -> Progress:
    clock = iter(moments)
    with Progress(lambda: next(clock)) as progress:
        progress(16, 64)
        progress(32, 64)
    return progress


def test_a_build_that_takes_long_shows_how_far_it_is(screen: StringIO) -> None:
    run([0.0, 0.5, 1.5])
    assert "32/64" in screen.getvalue()


def test_a_build_that_is_soon_over_shows_nothing(screen: StringIO) -> None:
    run([0.0, 0.5, 0.9])
    assert screen.getvalue() == ""


def test_where_there_is_no_terminal_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    file = StringIO()
    monkeypatch.setattr(module, "console", Console(file=file, force_terminal=False))
    run([0.0, 2.0, 3.0])
    assert file.getvalue() == ""


def test_how_long_it_took_is_said() -> None:
    clock = iter([1.0, 3.4])
    assert Progress(lambda: next(clock)).took == "in 2.4 s"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.6, "1 min 0 s"), (65, "1 min 5 s")]
)
def test_a_duration_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert seconds_of(seconds) == words
