"""A briefing's file with its short forms written out, for programs that know a field by one shape alone.

`passage: the words` becomes ``passage: [{"exact": "the words"}]``. What changes is written as JSON, which YAML reads;
everything else, comments too, stays letter for letter.
"""

import json
from collections.abc import Iterator
from typing import Any

from ..model.briefing import Briefing
from .described import FieldShape, RecordShape, describe
from .located_value import LocatedValue, Path
from .manuscript import Manuscript

KEPT = ("sources",)
"""Lists of ids that such programs choose from: there the short form is the only one."""


def in_long_form(manuscript: Manuscript) -> str:
    """Return the text of a briefing's file, with every short form written out."""
    fields = manuscript.fields
    text, end = fields.file.text, len(fields.file.text)
    pieces: list[str] = []
    for start, stop, value in sorted(_changes(describe(Briefing), fields, ()), reverse=True):
        pieces += [text[stop:end], json.dumps(value, ensure_ascii=False)]
        end = start
    return "".join([text[:end], *reversed(pieces)])


def _changes(shape: RecordShape, fields: LocatedValue, at: Path) -> Iterator[tuple[int, int, Any]]:
    """Yield what is to be written in the place of each value that stands in a short form."""
    for f in shape.fields:
        path = (*at, f.name)
        if f.record is None or not fields.has(*path) or path[0] in KEPT:
            continue
        value = fields.value_at(*path)
        if f.may_be_one and not isinstance(value, list):
            yield *fields.offsets(*path), _whole(f, [value])
        elif isinstance(value, list):
            for i, item in enumerate(value):
                if isinstance(item, str):
                    yield *fields.offsets(*path, i), {f.shorthand: item}
                else:
                    yield from _changes(f.record, fields, (*path, i))


def _whole(f: FieldShape, items: list[Any]) -> list[Any]:
    return [{f.shorthand: item} if isinstance(item, str) else item for item in items]
