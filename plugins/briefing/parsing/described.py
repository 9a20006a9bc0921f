"""The model as a tree of plain descriptions: what fields a record has, what they mean, and how each may be written.

From it come the JSON Schema for code editors, their snippets, and the form of the browser editor.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ..frozen import frozen
from ..model.dates import EdtfDate
from ..model.shape import Between, Looks, OneOrMany, Shorthand

Kind = Literal["text", "date", "moment", "flag", "number", "choice", "record", "choices by name"]


@frozen
class FieldShape:
    """A field: its name, what it means, and what it holds; of a list, what each item is."""

    name: str
    means: str
    kind: Kind
    is_required: bool = False
    is_list: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""
    """What it is where it is not given, of a choice, a flag or a number."""
    bounds: tuple[int, int] | None = None
    record: "RecordShape | None" = None
    shorthand: str = ""
    """The field of the record that a plain text stands for; "" where a text may not."""
    looks: Looks | None = None
    """How a text looks, where not every text will do."""
    may_be_one: bool = False
    """Whether a list may be written as its only item."""


@frozen
class RecordShape:
    """A record: its name, what it is, its fields in order."""

    name: str
    means: str
    fields: tuple[FieldShape, ...]


@cache
def describe(record: type) -> RecordShape:
    """Return the shape of a record of the model, those inside it included."""
    hints, docs = get_type_hints(record, include_extras=True), _docs_of(record)
    described = tuple(_field(f, hints[f.name], docs.get(f.name, "")) for f in fields(record))
    return RecordShape(record.__name__, _plain(inspect.getdoc(record) or ""), described)


def _field(f: Any, hint: Any, means: str) -> FieldShape:
    is_required = f.default is MISSING and f.default_factory is MISSING
    default = "" if is_required or f.default in (MISSING, None, (), "") else str(f.default)
    if isinstance(f.default, bool):
        default = str(f.default).lower()
    return FieldShape(f.name, _plain(means), is_required=is_required, default=default, **_held(hint))


def _held(hint: Any) -> dict[str, Any]:
    """Return what a type holds, as parts of a `FieldShape`."""
    if hasattr(hint, "__metadata__"):
        marked = (_marked(mark) for mark in hint.__metadata__)
        return _held(hint.__origin__) | {name: value for found in marked for name, value in found.items()}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return {**_held(arguments[0]), "is_list": True}
    if origin is Literal:
        return {"kind": "choice", "choices": arguments}
    if origin is Mapping:
        return {**_held(arguments[1]), "kind": "choices by name"}
    if type(None) in arguments:
        return _held(arguments[0])
    return {"kind": KINDS[hint]} if hint in KINDS else {"kind": "record", "record": describe(hint)}


def _marked(mark: object) -> dict[str, Any]:
    """Return what a mark of the model says of a value."""
    if isinstance(mark, Shorthand):
        return {"shorthand": mark.field}
    if isinstance(mark, Between):
        return {"bounds": (mark.least, mark.most)}
    if isinstance(mark, Looks):
        return {"looks": mark}
    return {"may_be_one": True} if isinstance(mark, OneOrMany) else {}


KINDS: Mapping[Any, Kind] = {str: "text", bool: "flag", int: "number", EdtfDate: "date", datetime: "moment"}


def _docs_of(record: type) -> dict[str, str]:
    """Return the text below each field of a record, where the model says what it means."""
    (made,) = (n for n in _classes(record.__module__) if n.name == record.__name__)
    return dict(_with_texts(made))


@cache
def _classes(module: str) -> tuple[ast.ClassDef, ...]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return tuple(node for node in tree.body if isinstance(node, ast.ClassDef))


def _with_texts(made: ast.ClassDef) -> Iterator[tuple[str, str]]:
    name = ""
    for node in made.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            if name:
                yield name, str(node.value.value)
            name = ""


def _plain(text: str) -> str:
    """Return a text on one line, without the marks of code."""
    return " ".join(text.replace("`", "").split())
