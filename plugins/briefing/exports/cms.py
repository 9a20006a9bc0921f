"""The browser form for editors who write no YAML: the configuration of Sveltia CMS, made from the model.

Each record becomes a collection, each field a widget with what it means as its hint. What the form writes is YAML as
the reader reads it, in long form: an entry has its fields, also where a text might have stood for it.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
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
KINDS: Mapping[str, type] = {"actors": Actor, "sources": Source}
ALL = "all-"
"""Begins the name of a collection of all entries of a kind."""
DEEPEST = 9
LEFT_OUT = "choices by name"
"""What the form cannot write: within a list it would leave `views: {"*": …}` in a briefing that has none."""
DATE_HINT = "As precisely as is known: 2023-05-07, 2023-05 or 2023; ~ behind it for about, ? for uncertain; 1910/1945."
COMMENTS = "A save here writes the file anew: comments in it (# …) are lost, and all else is kept."

Widget = dict[str, Any]
Chosen = Mapping[str, Widget]
"""From which collection entries are chosen, by their kinds."""


def render_cms_config(backend: Mapping[str, Any], folders: Mapping[str, Sequence[str]], name: str = "") -> str:
    """Return the configuration; `folders` are those of ``briefings``, ``actors``, ``sources`` and ``images``.

    Each folder is a collection, for a collection is one folder to the form, and what is in it. From which collection
    names are chosen is fixed too: in a folder of briefings, from the folders of its own name where there are some; in
    all others, from all entries, but for fiction where that has folders of its own, by collections that are not shown
    and reach into folders. These stand last, so that the form knows an entry by its name alone, as its own collection
    does.
    """
    config = {
        "backend": dict(backend),
        **({"site_url": name} if name else {}),
        "media_folder": folders["images"][0],
        "public_folder": "/images",
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [
            *(_briefings(folder, folders) for folder in folders["briefings"]),
            *(_entries("actors", Actor, folder, folders) for folder in folders["actors"]),
            *(_entries("sources", Source, folder, folders) for folder in folders["sources"]),
            *(_all(kind, record, folders) for kind, record in KINDS.items() if len(folders[kind]) > 1),
        ],
    }
    return json.dumps(config, ensure_ascii=False, indent=1) + "\n"


def _named(kind: str, folder: str, folders: Mapping[str, Sequence[str]]) -> Widget:
    """Return how a collection is named: as its kind; where it is not the first, with the folder."""
    label, first = kind.title(), folders[kind][0]
    if folder == first:
        return {"name": kind, "label": label, "label_singular": label[:-1]}
    place = folder.removeprefix(f"{first}/") if folder.startswith(f"{first}/") else folder.partition("/")[2]
    name = f"{kind}-{re.sub(r'[^a-z0-9]+', '-', place.lower())}"
    return {"name": name, "label": f"{label}: {place}", "label_singular": f"{label[:-1]}: {place}"}


def _chosen_from(folder: str, folders: Mapping[str, Sequence[str]]) -> Chosen:
    """Return from where actors and sources of briefings in a folder are chosen, by their kinds."""
    return {kind: _choice(kind, folder, folders) for kind in KINDS}


def _choice(kind: str, folder: str, folders: Mapping[str, Sequence[str]]) -> Widget:
    own = {of: _own(kind, of, folders) for of in folders["briefings"]}
    if own[folder] or len(folders[kind]) == 1:
        return {"collection": _named(kind, own[folder] or folders[kind][0], folders)["name"]}
    is_apart = {"filters": [{"field": "fiction", "values": [True], "exclude": True}]} if any(own.values()) else {}
    return {"collection": f"{ALL}{kind}", **is_apart}


def _own(kind: str, folder: str, folders: Mapping[str, Sequence[str]]) -> str:
    """Return the folder of entries that has the name of a folder of briefings; "" where there is none."""
    return next((f for f in folders[kind][1:] if f.endswith(f"/{folder.rpartition('/')[2]}")), "")


def _all(kind: str, record: type, folders: Mapping[str, Sequence[str]]) -> Widget:
    """Return the collection of all entries of a kind, in whatever folders."""
    shown = _entries(kind, record, folders[kind][0], folders)
    return shown | {"name": f"{ALL}{kind}", "hide": True, "create": False, "nested": {"depth": DEEPEST}}


def _briefings(folder: str, folders: Mapping[str, Sequence[str]]) -> Widget:
    chosen = _chosen_from(folder, folders)
    story = {
        "name": "body",
        "label": "Story",
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
        "hint": 'Markdown. [@source-id] cites a source, [@source-id "its words"] a passage.',
    }
    return {
        **_named("briefings", folder, folders),
        "description": COMMENTS,
        "folder": folder,
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": "{{year}}-{{month}}-{{day}}-{{slug}}",
        "summary": "{{title}}",
        "sortable_fields": ["date", "title"],
        "editor": {"preview": False},
        "fields": _in_order([*_fields(describe(Briefing), chosen), story]),
    }


def _entries(kind: str, record: type, folder: str, folders: Mapping[str, Sequence[str]]) -> Widget:
    shape = describe(record)
    title = "name" if record is Actor else "title"
    fields = [f | {"required": f["name"] == title} for f in _fields(shape, {}) if f["name"] != "id"]
    return {
        **_named(kind, folder, folders),
        "description": COMMENTS,
        "folder": folder,
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


def _fields(shape: RecordShape, chosen: Chosen) -> list[Widget]:
    return [_field(f, shape.name, chosen) for f in shape.fields if f.kind != LEFT_OUT]


def _field(f: FieldShape, owner: str, chosen: Chosen) -> Widget:
    widget = _list(f, chosen) if f.is_list else _single(f, owner, chosen)
    default = {"default": f.default} if f.default and f.kind == "choice" else {}
    return {"name": f.name, "label": _label(f.name), "hint": f.means, "required": f.is_required, **widget, **default}


def _list(f: FieldShape, chosen: Chosen) -> Widget:
    if f.record is None:
        return {"widget": "list"}
    name = f.record.fields[0].name if not f.shorthand else f.shorthand
    if f.record.name == "Source":  # what is in the catalogue is chosen; the rest of an entry stands there
        return {**_relation("sources", chosen), "multiple": True}
    summary = {"summary": f"{{{{fields.{name}}}}}"} if not f.may_be_one else {}
    return {
        "widget": "list",
        "collapsed": True,
        "label_singular": _label(f.name).removesuffix("s"),
        "fields": _fields(f.record, chosen),
        **summary,
    }


def _single(f: FieldShape, owner: str, chosen: Chosen) -> Widget:
    if chosen and (owner, f.name) in REGISTERED:
        return _relation(REGISTERED[owner, f.name], chosen)
    if f.kind == "choice":
        return {"widget": "select", "options": list(f.choices)}
    if f.kind == "flag":  # no switch: the form would take `yes`, which is no `true` to it, for no
        return {"widget": "select", "options": [{"label": "yes", "value": True}, {"label": "no", "value": False}]}
    if f.kind == "number":
        least, most = f.bounds or (0, 0)
        return {"widget": "number", "value_type": "int", "min": least, "max": most, "default": int(f.default)}
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


def _relation(kind: str, chosen: Chosen) -> Widget:
    shown = "name" if kind == "actors" else "title"
    return {
        "widget": "relation",
        **chosen[kind],
        "value_field": "{{slug}}",
        "display_fields": [f"{{{{{shown}}}}}"],
        "search_fields": [shown],
    }


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
