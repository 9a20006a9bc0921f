"""What pydantic found wrong, said in an editor's words: a chain of small handlers, each for one kind of error."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from rapidfuzz import fuzz, process

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..model.dates import DateError
from ..model.shape import Shorthand
from .located_yaml import LocatedValue, Step
from .yaml_errors import QUOTE_IT

Problem = dict[str, Any]
Path = tuple[Step, ...]

PLURAL = {"author": "authors", "tag": "tags", "source": "sources", "actor": "actors", "view": "views"}
PELICAN_ADDRESS = ("url", "save_as", "template")
UNKNOWN = "unexpected_keyword_argument"
MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")
NEAR = 70  # of 100; what differs more was hardly meant


def explain(record: type, located: LocatedValue, problems: Iterable[Problem]) -> Diagnostics:
    """Return a diagnostic for each problem pydantic found in a value that should be the record.

    A required field that stands there under a misspelt name is reported once, as the misspelt name.
    """
    found = [(located.as_written(*problem["loc"]), problem) for problem in problems]
    misspelt = {p for path, problem in found if problem["type"] == UNKNOWN for p in _meant(record, located, path)}
    return tuple(
        _explain(record, located, path, problem)
        for path, problem in found
        if problem["type"] not in MISSING or path not in misspelt
    )


def _meant(record: type, located: LocatedValue, path: Path) -> Iterable[Path]:
    """Yield the fields an unknown one may stand for: those with a near name, or any where it stands alone."""
    *owner, name = path
    names = fields_at(record, tuple(owner))
    meant = near(str(name), names)
    alone = owner and len(located.inside(*owner)) == 1
    yield from ((*owner, n) for n in ((meant,) if meant else names if alone else ()))


def _explain(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic:
    for handler in HANDLERS:
        if found := handler(record, located, path, problem):
            return found
    return Diagnostic(Code.WRONG_VALUE, f"{said(path)} cannot be '{_short(problem['input'])}'", located.at(*path))


def said(path: Path) -> str:
    """Return a path as an editor would say it: ``timeline[2].date``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.lstrip(".") or "the file"


def fields_at(record: type, path: Path) -> tuple[str, ...]:
    """Return the names of the fields that the record has at a path, or none where there is no record."""
    inner = _record_in(_hint_at(record, path))
    return tuple(f.name for f in fields(inner)) if inner else ()


def takes_texts(record: type, path: Path) -> bool:
    """Tell whether the list at a path may hold plain texts."""
    item = next(iter(get_args(_plain(_hint_at(record, path)))), None)
    return item is str or any(isinstance(mark, Shorthand) for mark in getattr(item, "__metadata__", ()))


def _hint_at(record: type, path: Path) -> Any:
    here: Any = record
    for step in path:
        if isinstance(step, int):
            here = next((a for a in map(_record_in, get_args(_plain(here)) or (here,)) if a), here)
        elif is_dataclass(_record_in(here)):
            here = _hints(_record_in(here)).get(step, object)
    return here


def near(word: str, names: Iterable[str]) -> str:
    """Return the one of the names that was probably meant, or nothing."""
    names, word = list(names), word.lower()
    if PLURAL.get(word) in names:
        return PLURAL[word]
    found = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=NEAR)
    return found[0] if found else ""


@lru_cache(maxsize=None)
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _plain(hint: Any) -> Any:
    while hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    return hint


def _record_in(hint: Any) -> Any:
    """Return the dataclass in a type such as ``Annotated[tuple[Annotated[T, …], ...], …]``."""
    hint = _plain(hint)
    if is_dataclass(hint):
        return hint
    return next((found for arg in get_args(hint) if (found := _record_in(arg))), None)


def _unknown_field(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] != UNKNOWN:
        return None
    *owner, name = path
    names = fields_at(record, tuple(owner))
    meant = near(str(name), names)
    where = f"{said(tuple(owner))} has" if owner else "there is"
    message = f"{where} no field '{_short(name)}'" + (f"; did you mean '{meant}'?" if meant else "")
    help = "" if meant else _unknown_help(str(name), names, alone=bool(owner) and len(located.inside(*owner)) == 1)
    return Diagnostic(Code.UNKNOWN_FIELD, message, located.key_at(*path), help)


def _unknown_help(name: str, names: tuple[str, ...], *, alone: bool) -> str:
    if name in PELICAN_ADDRESS and "slug" in names:
        return "the address of a briefing comes from its slug; the pattern is a setting of the site"
    if name == "<<":
        return "fields are not merged into others here; write them out"
    listed = f"the fields here are: {', '.join(names)}"
    return f"a text with a colon in it needs quotation marks round it; {listed}" if alone else listed


def _missing(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] not in MISSING:
        return None
    *owner, name = path
    where = f"{said(tuple(owner))} needs" if owner else "a required field is missing:"
    written = "; it is there, but empty" if located.has(*path) else ""
    first = next(iter(located.inside(*owner)), "")  # a caret under a whole record says nothing
    span = located.key_at(*path) if written else located.key_at(*owner, first)
    return Diagnostic(Code.MISSING_FIELD, f"{where} '{name}'{written}", span, EXAMPLES.get(str(name), ""))


EXAMPLES = {
    "title": "write for example: title: What happened, as a headline",
    "date": "write for example: date: 2023-05-08",
    "summary": "write for example: summary: What happened, in at most sixty words",
    "sources": "write for example: sources: [the-id-of-a-catalogue-entry]",
}


def _date(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    error = problem.get("ctx", {}).get("error")
    if not isinstance(error, DateError):
        return None
    if not isinstance(problem["input"], str):
        return _shape(record, located, path, {**problem, "type": "date"})
    return Diagnostic(Code(error.code), f"{said(path)}: {error}", located.at(*path))


def _choice(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] != "literal_error" or not isinstance(problem["input"], str):
        return None
    options = problem["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    meant = near(problem["input"].lower(), options)
    message = f"{said(path)} cannot be '{_short(problem['input'])}'" + (f"; did you mean '{meant}'?" if meant else "")
    return Diagnostic(Code.WRONG_VALUE, message, located.at(*path), f"it is one of: {', '.join(options)}")


def _number(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] not in NUMBERS:
        return None
    what = "true or false" if problem["type"] == "bool_parsing" else "1, 2 or 3"
    message = f"{said(path)} cannot be '{_short(problem['input'])}'"
    return Diagnostic(Code.WRONG_VALUE, message, located.at(*path), f"write {what}")


NUMBERS = ("int_parsing", "int_parsing_size", "greater_than_equal", "less_than_equal", "bool_parsing")
SHAPES = {
    "string_type": "a text",
    "tuple_type": "a list",
    "dataclass_type": "fields (name: value)",
    "dict_type": "fields (name: value)",
    "mapping_type": "fields (name: value)",
    "literal_error": "one word",
    "int_type": "1, 2 or 3",
    "bool_type": "true or false",
    "date": "a date",
}


def _shape(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] not in SHAPES:
        return None
    value, needed = problem["input"], SHAPES[problem["type"]]
    if value is None:
        help = "write it, or take the line away"
        return Diagnostic(Code.MISSING_FIELD, f"{said(path)} is empty", located.at(*path), help)
    written = "a list" if isinstance(value, list) else "fields (name: value)" if isinstance(value, dict) else "a text"
    message = f"{said(path)} needs {needed}, not {written}"
    return Diagnostic(Code.WRONG_SHAPE, message, located.at(*path), _reshape(record, path, value, needed))


def _reshape(record: type, path: Path, value: object, needed: str) -> str:
    """Return how the value may be brought into the shape that is needed."""
    if needed == "a list":
        if isinstance(value, dict):
            return "begin the first line of each item with '- '"
        if takes_texts(record, path) and re.fullmatch(r"\w[\w -]{,60}", str(value)):
            return f"write {path[-1]}: [{value}]"
        return "write each item on a line of its own, after '- '"
    if needed == "a text":
        return f"if a colon or a bracket is part of the text, {QUOTE_IT}"
    return ""


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


HANDLERS: tuple[Callable[[type, LocatedValue, Path, Problem], Diagnostic | None], ...] = (
    _unknown_field,
    _missing,
    _date,
    _choice,
    _number,
    _shape,
)
