"""What a person at a terminal sees besides the words: colours, and how far a long work has come."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

STYLES = {
    "quotation": "green", "view": "cyan", "event": "magenta", "date": "magenta", "actor": "blue", "person": "blue",
    "organization": "blue", "gap": "red",
}  # fmt: skip
"""The colour of each kind of proposal."""
UNSURE = "yellow"
Line = Sequence[tuple[str, str]]
"""A line as pieces of text, each with its style."""


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines, coloured on a terminal where NO_COLOR is not set, and never wrapped."""
    if not _is_terminal():
        print("\n".join("".join(text for text, _ in line) for line in lines))
        return
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*line))


def in_turn(files: Sequence[str]) -> Iterator[str]:
    """Yield files one by one; with several of them and a terminal, a bar shows how far the work has come."""
    if len(files) < 2 or not sys.stderr.isatty():
        yield from files
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=len(files))
        for file in files:
            yield file
            progress.advance(task)


def visible(text: str) -> str:
    """Words of a file on one line, without what could move the cursor of a terminal."""
    return "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
