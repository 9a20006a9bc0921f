"""What pydantic found wrong, said in an editor's words: a chain of small handlers, each for one kind of error."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_type_hints

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..model.dates import DateError
from .located_yaml import LocatedValue, Step

Problem = dict[str, Any]
Path = tuple[Step, ...]

PLURAL = {"author": "authors", "tag": "tags", "source": "sources", "actor": "actors", "view": "views"}
PELICAN_ADDRESS = ("url", "save_as", "template")


def explain(record: type, located: LocatedValue, problems: Iterable[Problem]) -> Diagnostics:
    """Return a diagnostic for each problem pydantic found in a value that should be the record."""
    return tuple(_explain(record, located, p) for p in problems)


def _explain(record: type, located: LocatedValue, problem: Problem) -> Diagnostic:
    path: Path = tuple(s for s in problem["loc"] if not isinstance(s, str) or not s.startswith("function-"))
    for handler in HANDLERS:
        if found := handler(record, located, path, problem):
            return found
    return Diagnostic(Code.WRONG_VALUE, f"{said(path)} is not usable: {problem['msg']}", located.at(*path))


def said(path: Path) -> str:
    """Return a path as an editor would say it: ``timeline[2].date``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.lstrip(".") or "the file"


def fields_at(record: type, path: Path) -> tuple[str, ...]:
    """Return the names of the fields that the record has at a path, or none where there is no record."""
    here: Any = record
    for step in path:
        if isinstance(step, int):
            here = next((a for a in map(_record_in, get_args(_plain(here)) or (here,)) if a), here)
        elif is_dataclass(_record_in(here)):
            here = get_type_hints(_record_in(here)).get(step, object)
    inner = _record_in(here)
    return tuple(f.name for f in fields(inner)) if inner else ()


def near(word: str, names: Iterable[str]) -> str:
    """Return the one of the names that was probably meant, or nothing."""
    names = list(names)
    return PLURAL.get(word, "") if PLURAL.get(word) in names else next(iter(get_close_matches(word, names, 1, 0.7)), "")


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
    if problem["type"] != "unexpected_keyword_argument":
        return None
    *owner, name = path
    names = fields_at(record, tuple(owner))
    meant = near(str(name), names)
    where = f"{said(tuple(owner))} has" if owner else "there is"
    message = f"{where} no field '{name}'" + (f"; did you mean '{meant}'?" if meant else "")
    return Diagnostic(Code.UNKNOWN_FIELD, message, located.key_at(*path), _unknown_help(str(name), names, meant))


def _unknown_help(name: str, names: tuple[str, ...], meant: str) -> str:
    if name in PELICAN_ADDRESS and "slug" in names:
        return "the address of a briefing comes from its slug; the pattern is a setting of the site"
    return "" if meant else f"the fields here are: {', '.join(names)}"


def _missing(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] not in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return None
    *owner, name = path
    where = f"{said(tuple(owner))} needs" if owner else "a required field is missing:"
    written = "; it is there, but empty" if located.has(*path) else ""
    span = located.key_at(*path) if written else located.at(*owner, *_first(located, tuple(owner)))
    return Diagnostic(Code.MISSING_FIELD, f"{where} '{name}'{written}", span, EXAMPLES.get(str(name), ""))


def _first(located: LocatedValue, owner: Path) -> Path:
    """Point at the first field of the owner: a caret under a whole record says nothing."""
    value: Any = located.value
    for step in owner:
        value = value[step] if isinstance(value, dict | list) and located.has(*owner) else None
    return (next(iter(value)),) if isinstance(value, dict) and value else ()


EXAMPLES = {
    "title": "title: What happened, as a headline",
    "date": "date: 2023-05-08",
    "summary": "summary: What happened, in at most sixty words",
    "sources": "sources: [the-id-of-a-catalogue-entry]",
}


def _date(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    error = problem.get("ctx", {}).get("error")
    if not isinstance(error, DateError):
        return None
    return Diagnostic(Code(error.code), f"{said(path)}: {error}", located.at(*path))


def _choice(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] != "literal_error" or not isinstance(problem["input"], str):
        return None
    options = problem["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    meant = near(problem["input"].lower(), options)
    message = f"{said(path)} cannot be '{_short(problem['input'])}'" + (f"; did you mean '{meant}'?" if meant else "")
    return Diagnostic(Code.WRONG_VALUE, message, located.at(*path), f"it is one of: {', '.join(options)}")


def _number(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] not in ("int_parsing", "greater_than_equal", "less_than_equal", "bool_parsing"):
        return None
    what = "true or false" if problem["type"] == "bool_parsing" else "1, 2 or 3"
    message = f"{said(path)} cannot be '{_short(problem['input'])}'"
    return Diagnostic(Code.WRONG_VALUE, message, located.at(*path), f"write {what}")


SHAPES = {
    "string_type": "a text",
    "tuple_type": "a list",
    "dataclass_type": "fields (name: value), not a plain text",
    "dict_type": "fields (name: value)",
    "mapping_type": "fields (name: value)",
    "literal_error": "one word",
    "int_type": "a number",
}


def _shape(record: type, located: LocatedValue, path: Path, problem: Problem) -> Diagnostic | None:
    if problem["type"] not in SHAPES:
        return None
    value = problem["input"]
    written = "a list" if isinstance(value, list | tuple) else "fields" if isinstance(value, dict) else "a text"
    message = f"{said(path)} needs {SHAPES[problem['type']]}; this is {written if value is not None else 'empty'}"
    hint = f"write {path[-1]}: [{_short(str(value))}]" if written == "a text" and problem["type"] == "tuple_type" else ""
    return Diagnostic(Code.WRONG_SHAPE, message, located.at(*path), hint)


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
