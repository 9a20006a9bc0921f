"""JSON Schema (draft-07) of what editors write, for completion, hover texts and validation in their code editors.

It describes files as a YAML 1.2 parser gives them: to that `2019` is a number, which may be a title all the same.
What only the reader can tell, such as whether an id leads somewhere, is the reader's.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..frozen import replace
from ..model.actor import Actor
from ..model.briefing import Briefing
from ..model.source import Source
from ..parsing.described import FieldShape, RecordShape, describe
from ..parsing.manuscript import NAMED_BY

Schema = dict[str, Any]
RECORDS: Mapping[str, type] = {"briefing": Briefing, "actor": Actor, "source": Source}
TITLES = {
    "briefing": "The front matter of a briefing",
    "actor": "An entry of the register of actors",
    "source": "An entry of the catalogue of sources",
}
TEXT: Schema = {"type": ["string", "number", "boolean"]}
_FLAGS = ("true", "yes", "on", "y", "t", "1", "false", "no", "off", "n", "f", "0")
_ANY_CASE = "|".join("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word) for word in _FLAGS)
FLAG: Schema = {
    "type": ["boolean", "string", "integer"],
    "pattern": f"^(?:{_ANY_CASE})$",
    "patternErrorMessage": "This is no answer: write true or false",
    "minimum": 0,
    "maximum": 1,
}
_YEAR = "-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|Y-?[0-9]{5,}|Y-?[0-9]+E[0-9]"
_DAY = (
    "-?[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|[12][0-9])|(?:0[1-9]|1[0-2]|XX)-XX)"
)
_ONE = f"(?:{_DAY}|-?[0-9]{{4}}-(?:0[1-9]|1[0-2]|2[1-4]|XX)|{_YEAR})[?~%]?"
DATE_HELP = "write 2023-05-07, 2023-05 or 2023; ~ behind it for about, ? for uncertain; 1910/1945 for a span"
"""For people who write one: the message of a code editor; `patternErrorMessage` is of those that read YAML."""
_CLOCK = r"[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
DATE: Schema = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*(?:{_ONE}|{_DAY}{_CLOCK}|{_ONE}/(?:{_ONE}|\.\.)?|(?:\.\.)?/{_ONE})\s*$",
    "patternErrorMessage": f"This is no date: {DATE_HELP}",
    "minimum": -9999,
    "maximum": 9999,
    "examples": ["2023-05-07", "2023-05", "2023", "2023-03?", "1910~", "1910/1945", "2019/.."],
}
MOMENT: Schema = {
    "type": "string",
    "pattern": rf"^\s*{_DAY}(?:[T ]\s*[0-9].*)?\s*$",
    "patternErrorMessage": "This is no day: write year-month-day as in 2023-05-08, with a time as in 2023-05-08 14:30",
    "examples": ["2023-05-08", "2023-05-08 14:30"],
}


def schema_of(name: str) -> Schema:
    """Return the schema of a briefing's front matter, of an actor's file or of a source's."""
    shape = describe(RECORDS[name])
    if name != "briefing":
        shape = _as_file(shape, NAMED_BY[RECORDS[name]])
    inner = {found.name: _record(found) for found in _inside(shape)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": TITLES[name],
        **_record(shape),
        "definitions": inner,
    }


def render_editor_schema(name: str) -> str:
    """Return a schema as text."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=1) + "\n"


def _as_file(shape: RecordShape, named_by: str) -> RecordShape:
    """Return an entry as its file has it: the file's name is the id, and readers need a name."""
    needed = {"id": False, named_by: True}
    return replace(shape, fields=tuple(replace(f, is_required=needed.get(f.name, f.is_required)) for f in shape.fields))


def _inside(shape: RecordShape) -> Iterator[RecordShape]:
    for f in shape.fields:
        if f.record:
            yield f.record
            yield from _inside(f.record)


def _record(shape: RecordShape) -> Schema:
    required = [f.name for f in shape.fields if f.is_required]
    return {
        "type": "object",
        "description": shape.means,
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {f.name: {"description": f.means, **_field(f)} for f in shape.fields},
    }


def _field(f: FieldShape) -> Schema:
    value = _listed(f) if f.is_list else _item(f)
    default: Schema = {"default": f.default} if f.default else {}
    # A name with nothing behind it is the same as no such line, unless the field is needed.
    return {**(value if f.is_required else _or_nothing(value)), **default}


def _or_nothing(value: Schema) -> Schema:
    """Return the same or nothing: as one schema where it can be, for of several an editor tells the first alone."""
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    if "type" not in value:
        return _either(value, {"type": "null"})
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return {**value, "type": [*types, "null"]}


def _listed(f: FieldShape) -> Schema:
    items = {"type": "array", "items": _item(f)}
    return _either(_item(f), items) if f.may_be_one else items


def _item(f: FieldShape) -> Schema:
    if f.kind == "record" and f.record:
        fields = {"$ref": f"#/definitions/{f.record.name}"}
        return _either(TEXT, fields) if f.shorthand else fields
    if f.kind == "choices by name":
        return {"type": "object", "additionalProperties": {"enum": list(f.choices)}}
    if f.kind == "choice":
        return {"enum": list(f.choices)}
    if f.kind == "number":
        least, most = f.bounds or (0, 0)
        return {"enum": [number for n in range(least, most + 1) for number in (n, str(n))]}
    if f.looks:
        message = f"This is not how it is written: as in {f.looks.example}"
        return {"type": "string", "pattern": f"^{f.looks.pattern}$", "patternErrorMessage": message}
    return {"text": TEXT, "date": DATE, "moment": MOMENT, "flag": FLAG}[f.kind]


def _either(*schemas: Schema) -> Schema:
    """Return a schema that any of several may fit, flat where one of them is a choice itself."""
    options = [option for s in schemas for option in (s["anyOf"] if set(s) == {"anyOf"} else [s])]
    return {"anyOf": options}
