"""The line of a program where an error arose."""

import json
from pathlib import Path

import pytest
from briefing.origin import origin_of, said_of


def failing(work: object) -> BaseException:
    try:
        work()  # type: ignore[operator]
    except Exception as error:  # noqa: BLE001 - that is what is looked at
        return error
    raise AssertionError("it did not fail")


def reads_nothing() -> None:
    json.loads("nothing")


def test_it_is_the_innermost_line_that_is_no_librarys() -> None:
    line = origin_of(failing(reads_nothing))
    assert line
    assert (line.file, line.number) == (__file__, reads_nothing.__code__.co_firstlineno + 1)
    assert (line.text, line.column, line.end) == ('    json.loads("nothing")', 5, 26)
    assert line.name == "tests/test_origin.py"


def test_of_one_file_it_is_the_innermost_there() -> None:
    error = failing(reads_nothing)
    inside = origin_of(error, json.decoder.__file__)
    assert inside
    assert inside.file == json.decoder.__file__
    assert origin_of(error, "nowhere.py") is None


def test_where_a_library_alone_was_at_work_it_is_the_innermost_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.origin._is_ours", lambda _: False)
    assert getattr(origin_of(failing(reads_nothing)), "file", "") == json.decoder.__file__
    assert origin_of(ValueError()) is None


def test_what_python_cannot_read_has_its_own_place(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("a = 1\nb = (\n")
    error = failing(lambda: compile(file.read_text(), str(file), "exec"))
    line = origin_of(error)
    assert line
    assert (line.file, line.number, line.text, line.column) == (str(file), 2, "b = (", 5)
    assert said_of(error) == "Python cannot read this: '(' was never closed"


def test_an_error_is_said_with_its_kind_on_one_line() -> None:
    assert said_of(KeyError("lost")) == "KeyError: 'lost'"
    assert said_of(ValueError("one\n\ntwo")) == "ValueError: one two"
