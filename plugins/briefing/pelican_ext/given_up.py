"""Articles and pages that Pelican gives up, and goes on without: each is told, where it stands and how to mend it."""

import logging
import re
import sys
from collections.abc import Iterator, Mapping
from posixpath import normpath
from typing import Any

from ..diagnostics import Code, Diagnostic, Span
from ..parsing.load import Shelf, load_text

READING = ("pelican.contents", "pelican.generators", "pelican.readers")
"""Pelican's rooms in which a file is given up."""
GIVES_UP = re.compile(r"^(?:Skipping|Could not process) .*?: ")
REASONS = (
    (
        re.compile(r"could not find information about '(?P<what>\w+)'"),
        (Code.MISSING_FIELD, "there is no '{what}', without which Pelican builds no such file"),
        "write a line '{what}: …' at its beginning, with the other fields",
    ),
    (
        re.compile(r"'(?P<what>[^']*)' is not a valid date"),
        (Code.NOT_A_DATE, "'{what}' is no date"),
        "write it like 2023-05-08, or 2023-05-08 14:30",
    ),
    (
        re.compile(r"Unknown status '(?P<what>[^']*)'"),
        (Code.WRONG_VALUE, "status cannot be '{what}'"),
        "write one of: published, draft, hidden, skip",
    ),
)
"""What Pelican says; the code and the words for it; what helps."""


class Remarks(logging.Filter):
    """What Pelican says of the files it gives up, kept to be said as diagnostics instead."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        close()  # those of a run that did not come to its end
        for name in READING:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep an error, with the exception at hand that Pelican does not print."""
        if record.levelno >= logging.ERROR:
            self.said.append(": ".join(filter(None, (record.getMessage(), str(sys.exception() or "")))))
        return record.levelno < logging.ERROR

    def about(self, path: str) -> str:
        """Return what was said of a file, the newest first."""
        return "; ".join(GIVES_UP.sub("", text) for text in reversed(self.said) if path in text)


def close() -> None:
    """Let Pelican speak for itself again."""
    for logger in map(logging.getLogger, READING):
        for remarks in [each for each in logger.filters if isinstance(each, Remarks)]:
            logger.removeFilter(remarks)


def given_up(context: Mapping[str, Any], remarks: Remarks, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each article or page that Pelican could not read."""
    for path in sorted(path for path, content in context["generated_content"].items() if content is None):
        yield _told(shelf, path, remarks.about(path) or "Pelican does not say why")


def _told(shelf: Shelf, path: str, why: str) -> Diagnostic:
    for says, (code, message), help in REASONS:
        if found := says.search(why):
            what = found["what"]
            return Diagnostic(code, message.format(what=what), _span(shelf, path, what), help.format(what=what))
    code = Code.OUTSIDE_OUTPUT if "outside output path" in why else Code.UNREADABLE_FILE
    return Diagnostic(code, f"Pelican cannot build this file: {why}", Span(normpath(f"{shelf.content.name}/{path}")))


def _span(shelf: Shelf, path: str, value: str) -> Span:
    """Return the place of a value among the fields of a file, or the file where it is not there."""
    file, _ = load_text(shelf, shelf.content / path)
    found = re.search(rf"^:?\w+: *[\"']?({re.escape(value)})", file.text, re.MULTILINE) if file else None
    if file and found:
        return file.span(*found.span(1))
    return Span(normpath(f"{shelf.content.name}/{path}"))
