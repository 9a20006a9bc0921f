"""One stylesheet from its parts: CSS's own ``@import`` lines say which, in which layer, for which medium.

So the parts work as they lie in the theme, and a page of the site asks for one file.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ..diagnostics import Code, Diagnostic, Span

IMPORT = re.compile(
    r'^@import "(?P<part>[^":]+)"(?: layer\((?P<layer>[\w-]+)\))?(?: (?P<medium>[\w-]+))?;$', re.MULTILINE
)
COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def join_stylesheets(folder: Path, name: str) -> Iterator[Diagnostic]:
    """Put the parts of each stylesheet of a folder into it and delete them; yield what is missing, under `name`."""
    for sheet in sorted(folder.glob("*.css")):
        text = sheet.read_text("utf-8") if sheet.is_file() else ""  # a part of one before it is gone
        parts = {m["part"]: folder / m["part"] for m in IMPORT.finditer(text)}
        lost = [part for part, path in parts.items() if not path.is_file()]
        yield from (_lost(text, part, f"{name}/{sheet.name}") for part in lost)
        if parts and not lost:
            sheet.write_text(joined(text, {part: path.read_text("utf-8") for part, path in parts.items()}), "utf-8")
            for path in parts.values():
                path.unlink()


def joined(text: str, parts: dict[str, str]) -> str:
    """Return a stylesheet with each part in the place of its import, and without comments."""

    def put(found: re.Match[str]) -> str:
        rules = COMMENT.sub("", parts[found["part"]]).strip()
        layered = f"@layer {found['layer']} {{\n{rules}\n}}" if found["layer"] else rules
        return f"@media {found['medium']} {{\n{layered}\n}}" if found["medium"] else layered

    return IMPORT.sub(put, COMMENT.sub("", text))


def _lost(text: str, part: str, name: str) -> Diagnostic:
    line = text.count("\n", 0, text.index(f'"{part}"')) + 1
    message = f"the stylesheet imports {part}, which is not there"
    return Diagnostic(Code.TEMPLATE, message, Span(name, line, 1, line, 2))
