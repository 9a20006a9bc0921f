"""Answer for each quotation on standard input whether it is in its source.

One JSON object a line: {"source": FILE, "quote": TEXT} in, {"level", "passed", "nearest", "note"} out.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..evidence.match import find
from ..evidence.saved import SavedFault, read_saved
from ..evidence.source_text import SourceText, read_source

Answer = dict[str, Any]
NEEDED = ("source", "quote")
FIELDS = (*NEEDED, "prefix", "suffix")
KINDS = {type(None): "null", bool: "true or false", list: "a list", dict: "an object"}
"""What JSON calls what is no text; anything else is a number."""


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing verify``."""
    parser.add_argument("--json", action="store_true", help="JSON Lines, the only form there is")
    return run


def run(_options: argparse.Namespace) -> int:
    """Answer every line in order; return 1 where a quotation did not pass, 2 where a line was no question."""
    status = 0
    for answer in _answers():
        print(json.dumps(answer, ensure_ascii=False).encode(errors="replace").decode())
        status = max(status, 2 if "error" in answer else int(not answer["passed"]))
    return status


def _answers() -> Iterator[Answer]:
    load = lru_cache(maxsize=None)(load_source)
    for line in sys.stdin.buffer:
        if line.strip():
            yield answer(line, load)


def answer(line: str | bytes, load: Callable[[str], SourceText | str]) -> Answer:
    """Return the answer to one line; what is wrong with the question, or with its source, is said in ``error``."""
    try:
        question = json.loads(line)
    except (ValueError, RecursionError):
        question = None
    if not isinstance(question, dict):
        return _failed('each line is an object {"source": FILE, "quote": TEXT}')
    if problem := next(filter(None, (_problem(question, name) for name in FIELDS)), ""):
        return _failed(problem)
    source = load(question["source"])
    if isinstance(source, str):
        return _failed(source)
    finding = find(source, question["quote"], prefix=question.get("prefix", ""), suffix=question.get("suffix", ""))
    nearest = finding.nearest
    shown = nearest and {"text": nearest.text, "line": nearest.line, "negation_changed": nearest.negation_changed}
    note = finding.note or finding.remark
    return {"level": str(finding.level), "passed": finding.passed, "nearest": shown, "note": note}


def _problem(question: dict[str, Any], name: str) -> str:
    if name not in question:
        return f'"{name}" is missing' if name in NEEDED else ""
    if not isinstance(question[name], str):
        return f'"{name}" is {KINDS.get(type(question[name]), "a number")}; it must be text'
    return ""


def _failed(note: str) -> Answer:
    return {"level": "not-checked", "passed": False, "nearest": None, "note": note, "error": note}


def load_source(name: str) -> SourceText | str:
    """Return a saved file's text ready to be searched, or why it cannot be had."""
    try:
        text = read_saved(Path(name).read_bytes(), name)
    except (OSError, ValueError):
        return f"{name} cannot be read"
    return text.message if isinstance(text, SavedFault) else read_source(text)
