"""The reference of the front matter, from the model's own words."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from datetime import datetime
from itertools import pairwise
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing.model.actor import Actor
from briefing.model.briefing import Briefing, KeyPoint, Related, Term, Update, WatchItem
from briefing.model.dates import EdtfDate
from briefing.model.expert_view import ExpertView, MissingVoice, Point, Question
from briefing.model.quotation import Quotation
from briefing.model.shape import Between, OneOrMany, Shorthand
from briefing.model.source import Passage, Source
from briefing.model.timeline import TimelineEvent

RECORDS: Mapping[type, str] = {
    Briefing: "A briefing",
    KeyPoint: "A key point",
    Actor: "An actor",
    TimelineEvent: "An event",
    ExpertView: "A view",
    Point: "A point",
    Question: "A question",
    MissingVoice: "A missing voice",
    Quotation: "A quotation",
    Source: "A source",
    Passage: "A passage",
    WatchItem: "Something to watch",
    Update: "An update",
    Term: "A term",
    Related: "A related page",
}
"""Every record of the model, in the order of a briefing's fields, by the name it has in the reference."""
PLAIN = {
    str: "text",
    bool: "yes or no",
    int: "number",
    EdtfDate: "[date](#dates)",
    datetime: "day, or day and time",
}
HEAD = """\
# The fields of the front matter

What an editor may write, field by field. This page is made from the model that the build checks against
(`invoke handbook`), and a test keeps the two equal. Only what is **required** must be there. A value is read as text
and typed by its field: `no`, `12:30` and `2019` are what they look like. A field that is not here is an error, with its
place.

The files of `content/actors/` have the fields of [an actor](#an-actor), those of `content/sources/` the fields of
[a source](#a-source); the `id` of either is the name of its file. What a briefing writes of an entry goes before what
the file says.

## Dates

A date is as precise as is known: `2024-05-07`, `2024-05`, `2024`. `2024-05~` is about May, `2024?` perhaps 2024,
`2024-05-07/2024-05-09` from one day to the other, `2024-21` to `2024-24` spring to winter, `../2024-05-07` until that
day, `2024-05-07/..` from then on: [EDTF](https://www.loc.gov/standards/datetime/), level 1.
"""


def render_reference() -> str:
    """Return the page in Markdown."""
    return "\n".join([HEAD, *(_section(record, title) for record, title in RECORDS.items())])


def _section(record: type, title: str) -> str:
    hints = get_type_hints(record, include_extras=True)
    words = field_words(record)
    rows = [f"| `{f.name}` | {_shape(hints[f.name], f)} | {words[f.name]} |" for f in fields(record)]
    about = " ".join((inspect.getdoc(record) or "").split("\n\n")[0].split())
    return "\n".join(
        [f"## {title}", "", about, "", "| Field | What is written | What it is |", "|--|--|--|", *rows, ""]
    )


def field_words(record: type) -> dict[str, str]:
    """Return what the model says of each field of a record: the text that stands below it."""
    (body,) = [node.body for node in ast.parse(inspect.getsource(record)).body if isinstance(node, ast.ClassDef)]
    return {
        field.target.id: " ".join(str(text.value.value).split())
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }


def _shape(hint: Any, field: "Field[Any]") -> str:
    required = field.default is MISSING and field.default_factory is MISSING
    return f"{words_of(hint)}{', **required**' * required}"


def words_of(hint: Any) -> str:
    """Return a type in an editor's words."""
    kind, inner = get_origin(hint), get_args(hint)
    if kind is Annotated:
        return _marked(*inner)
    if kind in (UnionType, Union):
        return words_of(next(each for each in inner if each is not type(None)))
    if kind is tuple:
        return f"list: {words_of(inner[0])}"
    if kind is Literal:
        return " · ".join(f"`{each}`" for each in inner)
    if isinstance(kind, type) and issubclass(kind, Mapping):
        return f"fields: {words_of(inner[1])}"
    if hint in RECORDS:
        return f"[{RECORDS[hint][:1].lower()}{RECORDS[hint][1:]}](#{RECORDS[hint].lower().replace(' ', '-')})"
    return PLAIN[hint]


def _marked(hint: Any, *marks: Any) -> str:
    return "".join([words_of(hint), *_remarks(marks)])


def _remarks(marks: tuple[Any, ...]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Shorthand):
            yield f", or its `{mark.field}` alone"
        elif isinstance(mark, OneOrMany):
            yield "; one may stand without the list"
        elif isinstance(mark, Between):
            yield f" from {mark.least} to {mark.most}"
