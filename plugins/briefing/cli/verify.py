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


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing verify``."""
    parser.add_argument("--json", action="store_true", help="JSON Lines, the only form there is")
    return run


def run(_options: argparse.Namespace) -> int:
    """Answer every line in order; return 1 where a quotation did not pass, 2 where a line was no question."""
    status = 0
    for answer in _answers():
        print(json.dumps(answer, ensure_ascii=False))
        status = max(status, 2 if "error" in answer else int(not answer["passed"]))
    return status


def _answers() -> Iterator[Answer]:
    load = lru_cache(maxsize=None)(load_source)
    for line in sys.stdin:
        if line.strip():
            yield answer(line, load)


def answer(line: str, load: Callable[[str], SourceText | str]) -> Answer:
    """Return the answer to one line; a line that is no question, or a source that cannot be read, is said in `note`."""
    try:
        question = json.loads(line)
        name, quote = str(question["source"]), str(question["quote"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return _failed('each line is an object {"source": FILE, "quote": TEXT}')
    source = load(name)
    if isinstance(source, str):
        return _failed(source)
    finding = find(source, quote, prefix=str(question.get("prefix", "")), suffix=str(question.get("suffix", "")))
    nearest = finding.nearest
    shown = nearest and {"text": nearest.text, "line": nearest.line, "negation_changed": nearest.negation_changed}
    return {"level": str(finding.level), "passed": finding.passed, "nearest": shown, "note": finding.note}


def _failed(note: str) -> Answer:
    return {"level": "not-checked", "passed": False, "nearest": None, "note": note, "error": note}


def load_source(name: str) -> SourceText | str:
    """Return a saved file's text ready to be searched, or why it cannot be had."""
    try:
        text = read_saved(Path(name).read_bytes(), name)
    except (OSError, ValueError):
        return f"{name} cannot be read"
    return text.message if isinstance(text, SavedFault) else read_source(text)
