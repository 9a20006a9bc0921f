"""One file as its editor wrote it: front matter typed, prose and every value with its place."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..frozen import frozen
from ..model.actor import Actor
from ..model.briefing import Briefing
from ..model.source import Source
from .front_matter import split
from .located_text import LocatedText
from .located_value import LocatedValue
from .located_yaml import read_yaml
from .partial_yaml import read_fields
from .prose import Prose, read_prose
from .schema import typed

LARGEST_FRONT_MATTER = 200_000  # characters; a long briefing has 20,000
DATED_NAME = re.compile(r"^\d{4}-\d{2}-\d{2}-")
NAMED_BY: Mapping[type, str] = {Actor: "name", Source: "title"}
"""The field without which an entry cannot be shown."""
Entry = TypeVar("Entry", Actor, Source)
FieldsReader = Callable[[LocatedText, int, int], tuple[LocatedValue | None, Diagnostics]]


@frozen
class Manuscript:
    """A briefing as its file has it; `path` is relative to the content folder."""

    path: str
    briefing: Briefing
    fields: LocatedValue
    prose: Prose

    @property
    def slug(self) -> str:
        """The slug as given, or the file's name without a leading date."""
        return self.briefing.slug or DATED_NAME.sub("", PurePosixPath(self.path).stem)


def parse_manuscript(path: str, file: LocatedText) -> tuple[Manuscript | None, Diagnostics]:
    """Read a briefing's file: front matter between two lines ``---``, then prose in Markdown."""
    parts, diagnostics = split(file)
    if parts is None:
        return None, diagnostics
    fields, diagnostics = _fields(file, parts.yaml_start, parts.yaml_end, read_fields)
    prose, remarks = read_prose(file, parts.body_start, PurePosixPath(path).parent.as_posix())
    if fields is None:
        return None, diagnostics + remarks
    briefing, fields, problems = typed(Briefing, fields)
    diagnostics += problems + remarks
    return (Manuscript(path, briefing, fields, prose) if briefing else None), diagnostics


def parse_entry(
    record: type[Entry], file: LocatedText, id: str
) -> tuple[Entry | None, LocatedValue | None, Diagnostics]:
    """Read an entry of the register or the catalogue, and what it was made of: YAML alone, named by its file."""
    fields, found = _fields(file, 0, len(file.text), read_yaml)
    if fields is None:
        return None, None, found
    if isinstance(fields.value, dict) and fields.value.setdefault("id", id) != id:
        problems: Diagnostics = (_misnamed(fields, id),)
        return None, fields, found + problems
    entry, fields, problems = typed(record, fields)
    if entry and fields.is_whole(NAMED_BY[record]) and not getattr(entry, NAMED_BY[record]):
        problems = (_nameless(fields, NAMED_BY[record]),)
    return entry, fields, found + problems


def _fields(file: LocatedText, start: int, end: int, read: FieldsReader) -> tuple[LocatedValue | None, Diagnostics]:
    if end - start <= LARGEST_FRONT_MATTER:
        return read(file, start, end)
    message = f"there are {end - start:,} characters of fields; at most {LARGEST_FRONT_MATTER:,} are read"
    return None, (Diagnostic(Code.FRONT_MATTER_TOO_LARGE, message, file.span(start)),)


def _nameless(fields: LocatedValue, name: str) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_FIELD, f"a required field is missing: '{name}'", fields.at(), f"{name}: as readers see it"
    )


def _misnamed(fields: LocatedValue, id: str) -> Diagnostic:
    message = f"the id differs from the file's name, '{id}'"
    return Diagnostic(Code.WRONG_VALUE, message, fields.at("id"), "leave 'id' out: the file's name is the id")
