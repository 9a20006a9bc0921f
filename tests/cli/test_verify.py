"""`briefing verify`: an answer to every line, whatever the line is."""

import json
from collections.abc import Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from briefing.cli import main

TEXT = 'Ida said: "We will not sail in fog, and not at night." She left.\n'


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Ask lines of a source, `s.txt`, and return the status and the answers."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.txt").write_text(TEXT, encoding="utf-8")

    def asked(lines: Sequence[bytes]) -> tuple[int, list[dict[str, Any]]]:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n".join(lines)), encoding="utf-8"))
        status = main(["verify", "--json"])
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return asked


def question(**fields: object) -> bytes:
    return json.dumps({"source": "s.txt", **fields}).encode()


def test_each_line_is_answered_in_order(ask: Any) -> None:
    status, answers = ask([question(quote="We will not sail in fog"), question(quote="We will sail in fog")])
    assert status == 1
    assert [(a["level"], a["passed"]) for a in answers] == [("exact", True), ("not-found", False)]
    assert answers[0] == {"level": "exact", "passed": True, "nearest": None, "note": ""}
    assert answers[1]["nearest"] == {"text": '"We will not sail in fog,', "line": 1, "negation_changed": True}


def test_what_is_worth_knowing_of_a_passed_quotation_is_in_the_note(ask: Any) -> None:
    status, (answer,) = ask([question(quote="We will not [go] in fog")])
    assert (status, answer["note"]) == (0, "The brackets stand for “sail”.")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"nonsense", "each line is an object"),
        (b"[1]", "each line is an object"),
        (b'"quote"', "each line is an object"),
        (b"\xff\xfe", "each line is an object"),
        (b"[" * 100_000, "each line is an object"),
        (b'{"quote": "a"}', '"source" is missing'),
        (question(), '"quote" is missing'),
        (question(quote=None), '"quote" is null; it must be text'),
        (question(quote=3), '"quote" is a number; it must be text'),
        (question(quote=True), '"quote" is true or false; it must be text'),
        (question(quote=["a"]), '"quote" is a list; it must be text'),
        (question(quote={}), '"quote" is an object; it must be text'),
        (question(quote="a", prefix=None), '"prefix" is null; it must be text'),
        (b'{"source": null, "quote": "a"}', '"source" is null; it must be text'),
        (b'{"source": "none.txt", "quote": "a"}', "none.txt cannot be read"),
        (b'{"source": "\\ud800", "quote": "a"}', "? cannot be read"),
        (b'{"source": "\\u0000", "quote": "a"}', "\x00 cannot be read"),
        (b'{"source": ".", "quote": "a"}', ". cannot be read"),
    ],
)
def test_what_is_no_question_has_an_error(line: bytes, error: str, ask: Any) -> None:
    status, (answer,) = ask([line])
    assert (status, answer["level"], answer["passed"]) == (2, "not-checked", False)
    assert answer["error"].startswith(error)
