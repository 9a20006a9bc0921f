"""The browser form for editors who write no YAML: the configuration of Sveltia CMS, made from the model.

Each record becomes a collection, each field a widget with what it means as its hint. What the form writes is YAML as
the reader reads it, in long form: an entry has its fields, also where a text might have stood for it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..model.actor import Actor
from ..model.briefing import Briefing
from ..model.source import Source
from ..parsing.described import FieldShape, RecordShape, describe
from .editor_schema import DATE, MOMENT

WIDE = frozenset(
    {"summary", "why_it_matters", "text", "note", "quote", "exact", "definition", "backstory", "why", "outcome"}
)
"""Texts of a sentence or more."""
REGISTERED = {("Actor", "id"): "actors", ("Source", "id"): "sources", ("Passage", "source"): "sources"}
"""Names that are chosen from the entries there are."""
DATE_HINT = "As precisely as is known: 2023-05-07, 2023-05 or 2023; ~ behind it for about, ? for uncertain; 1910/1945."
COMMENTS = "A save here writes the file anew: comments in it (# …) are lost, and all else is kept."

Widget = dict[str, Any]


def render_cms_config(backend: Mapping[str, Any], folders: Mapping[str, str], name: str = "") -> str:
    """Return the configuration; `folders` are those of ``briefings``, ``actors``, ``sources`` and ``images``."""
    config = {
        "backend": dict(backend),
        **({"site_url": name} if name else {}),
        "media_folder": folders["images"],
        "public_folder": "/images",
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [
            _briefings(folders["briefings"]),
            _entries("actors", Actor, folders),
            _entries("sources", Source, folders),
        ],
    }
    return json.dumps(config, ensure_ascii=False, indent=1) + "\n"


def _briefings(folder: str) -> Widget:
    story = {
        "name": "body",
        "label": "Story",
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
        "hint": 'Markdown. [@source-id] cites a source, [@source-id "its words"] a passage.',
    }
    return {
        "name": "briefings",
        "label": "Briefings",
        "label_singular": "Briefing",
        "description": COMMENTS,
        "folder": folder,
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": "{{year}}-{{month}}-{{day}}-{{slug}}",
        "summary": "{{title}}",
        "sortable_fields": ["date", "title"],
        "editor": {"preview": False},
        "fields": _in_order([*_fields(describe(Briefing)), story]),
    }


def _entries(name: str, record: type, folders: Mapping[str, str]) -> Widget:
    shape = describe(record)
    title = "name" if record is Actor else "title"
    fields = [f | {"required": f["name"] == title} for f in _fields(shape) if f["name"] != "id"]
    return {
        "name": name,
        "label": name.title(),
        "label_singular": name.title()[:-1],
        "description": COMMENTS,
        "folder": folders[name],
        "create": True,
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": title,
        "slug": "{{slug}}",
        "summary": f"{{{{{title}}}}}",
        "editor": {"preview": False},
        "fields": _in_order(fields),
    }


def _in_order(fields: list[Widget]) -> list[Widget]:
    """Return what is needed first, then the story, then the rest as the model has it."""
    return sorted(fields, key=lambda f: (not f["required"], f["name"] != "body"))


def _fields(shape: RecordShape) -> list[Widget]:
    return [_field(f, shape.name) for f in shape.fields]


def _field(f: FieldShape, owner: str) -> Widget:
    widget = _list(f) if f.is_list else _single(f, owner)
    default = {"default": f.default} if f.default and f.kind == "choice" else {}
    return {"name": f.name, "label": _label(f.name), "hint": f.means, "required": f.is_required, **widget, **default}


def _list(f: FieldShape) -> Widget:
    if f.record is None:
        return {"widget": "list"}
    name = f.record.fields[0].name if not f.shorthand else f.shorthand
    if f.record.name == "Source":  # what is in the catalogue is chosen; the rest of an entry stands there
        return {**_relation("sources"), "multiple": True}
    summary = {"summary": f"{{{{fields.{name}}}}}"} if not f.may_be_one else {}
    return {
        "widget": "list",
        "collapsed": True,
        "label_singular": _label(f.name).removesuffix("s"),
        "fields": _fields(f.record),
        **summary,
    }


def _single(f: FieldShape, owner: str) -> Widget:
    if (owner, f.name) in REGISTERED:
        return _relation(REGISTERED[owner, f.name])
    if f.kind == "choice":
        return {"widget": "select", "options": list(f.choices)}
    if f.kind == "flag":
        return {"widget": "boolean", "default": f.default == "true"}
    if f.kind == "number":
        least, most = f.bounds or (0, 0)
        return {"widget": "number", "value_type": "int", "min": least, "max": most, "default": int(f.default)}
    if f.kind == "choices by name":
        return {"widget": "keyvalue", "key_label": "Question", "value_label": " / ".join(f.choices), "default": {}}
    if f.kind in ("date", "moment"):
        return dict(_dated(f))
    if f.looks:
        wrong = f"This is not how it is written: {f.looks.example}"
        return {"widget": "string", "pattern": [f"^{f.looks.pattern}$", wrong]}
    return {"widget": "text" if f.name in WIDE else "string"}


def _dated(f: FieldShape) -> Iterator[tuple[str, Any]]:
    pattern = (DATE if f.kind == "date" else MOMENT)["pattern"]
    yield "widget", "string"
    yield "hint", f"{f.means} {DATE_HINT if f.kind == 'date' else 'For example 2023-05-08, or 2023-05-08 14:30.'}"
    yield "pattern", [pattern, "This is not how dates are written here: 2023-05-07"]


def _relation(collection: str) -> Widget:
    shown = "name" if collection == "actors" else "title"
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": [f"{{{{{shown}}}}}"],
        "search_fields": [shown],
    }


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
