"""Where the front matter of a file begins and ends."""

import re

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..frozen import frozen
from .located_text import LocatedText

OPENING = re.compile(r"---[ \t]*\r?\n")
CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)  # looked for by its line feed, which is fast


@frozen
class Parts:
    """The offsets of a file's front matter and of its body, in characters of the file."""

    yaml_start: int
    yaml_end: int
    body_start: int


def split(file: LocatedText) -> tuple[Parts | None, Diagnostics]:
    """Find the front matter between two lines ``---``; without both there are no parts, but a diagnostic."""
    opening = OPENING.match(file.text)
    if not opening:
        return None, (_late(file) if OPENING.match(file.text.lstrip()) else _missing(file),)
    closing = CLOSING.search(file.text, opening.end() - 1)
    if not closing:
        return None, (_unclosed(file),)
    return Parts(opening.end(), closing.start() + 1, min(closing.end() + 1, len(file.text))), ()


def _late(file: LocatedText) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_FRONT_MATTER,
        "the front matter does not begin on the first line, at its beginning",
        file.span(0),
        "delete what stands before '---': blank lines, or blanks",
    )


def _missing(file: LocatedText) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_FRONT_MATTER,
        "the file does not begin with front matter" if file.text.strip() else "the file is empty",
        file.span(0),
        "begin with a line '---', then title, date, summary and sources, then a line '---'",
    )


def _unclosed(file: LocatedText) -> Diagnostic:
    return Diagnostic(
        Code.UNCLOSED_FRONT_MATTER,
        "the front matter that begins here is never closed",
        file.span(0, 3),
        "put a line '---' after its last field",
    )
