"""The blocks of code in a document, and what each of them promises.

Every block says its language. ```` ```console ```` is run, in the order of the document: a line ``$ command``, then
what it prints, in which ``…`` stands for anything. A block behind ``<!-- file: NAME -->`` is that file, whole. ``sh``
shows commands that are not run, for they take long, ask other machines or never end: that they exist is looked up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>[\w-]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
PROMPT = "$ "


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `file` is the file it is, or ""."""

    language: str
    text: str
    line: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command to run, and what it prints."""

    line: str
    prints: str


def blocks(document: str) -> Iterator[Block]:
    """Yield the blocks of a document."""
    for found in FENCE.finditer(document):
        line = document.count("\n", 0, found.start()) + 1
        yield Block(found["language"], found["text"], line, found["file"] or "")


def commands(block: Block) -> Iterator[Command]:
    """Yield the commands of a block that is run."""
    for part in block.text.split(f"\n{PROMPT}"):
        line, _, prints = part.removeprefix(PROMPT).strip("\n").partition("\n")
        yield Command(line, prints)


def prints(expected: str, printed: str) -> bool:
    """Tell whether a command printed what a document says; blanks at the ends of lines do not count."""
    pattern = ".*".join(re.escape(part) for part in _lines(expected).split("…"))
    return re.fullmatch(f"{pattern}\\s*", _lines(printed), re.DOTALL) is not None


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
