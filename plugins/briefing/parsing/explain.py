"""What pydantic found wrong, said in an editor's words: a chain of small handlers, each for one kind of error."""

import re
from collections.abc import Callable, Collection, Iterable

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..model.date_mending import DateError
from .likeness import near
from .located_value import LocatedValue, Path, Step
from .other_names import value_meant
from .problems import MISSING, UNKNOWN, Problem, misspelt_name, said_otherwise, stray_entries
from .record_fields import fields_at, takes_texts
from .yaml_errors import QUOTE_IT

PELICAN_ADDRESS = ("url", "save_as", "template")
NUMBERS = ("int_parsing", "int_parsing_size", "greater_than_equal", "less_than_equal", "bool_parsing")


def explain(located: LocatedValue, problems: Iterable[Problem]) -> Diagnostics:
    """Return a diagnostic for each problem.

    A required field that stands there under a misspelt name is reported once, as the misspelt name.
    """
    problems = list(problems)
    strays = stray_entries(problems)
    misspelt = {path for p in problems if p.kind == UNKNOWN for path in _meant(p)}
    remaining = (p for p in problems if p.path[:2] not in strays)
    return (
        *_lost_headings(located, strays),
        *(_explain(p) for p in remaining if p.kind not in MISSING or p.path not in misspelt),
    )


def _lost_headings(located: LocatedValue, strays: dict[Path, str]) -> Iterable[Diagnostic]:
    """Yield one diagnostic for all entries that went from one list into another with its heading."""
    first: dict[tuple[Step, str], Path] = {}
    for owner, home in strays.items():
        first.setdefault((owner[0], home), owner)
    for (_, home), owner in first.items():
        span = located.key_at(*owner, next(iter(located.inside(*owner))))
        message = f"{said(owner)} has the fields of an entry of '{home}'"
        yield Diagnostic(Code.UNKNOWN_FIELD, message, span, f"is the line '{home}:' missing above it?")


def _meant(p: Problem) -> Iterable[Path]:
    """Yield the fields an unknown one may stand for: those with a near name, or any where it stands alone."""
    meant, names = misspelt_name(p), fields_at(p.record, p.owner)
    if told := _told_of_a_day(p, names):
        return [(*p.owner, "date"), (*p.owner, told)]
    return [(*p.owner, name) for name in ((meant,) if meant else names if p.stands_alone else ())]


def _told_of_a_day(p: Problem, names: Collection[str]) -> str:
    """Return the field in which an entry says what happened, where a day stands in place of a field's name."""
    is_day = bool(DAY.fullmatch(p.name)) and "date" in names
    return next((name for name in ("title", "text") if name in names), "") if is_day else ""


def _explain(p: Problem) -> Diagnostic:
    for handler in HANDLERS:
        if found := handler(p):
            return found
    return p.say(Code.WRONG_VALUE, f"{said(p.path)} cannot be '{_short(p.input)}'")


def said(path: Path) -> str:
    """Return a path as an editor would say it: ``timeline[2].date``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.lstrip(".") or "the file"


def _unknown_field(p: Problem) -> Diagnostic | None:
    if p.kind != UNKNOWN:
        return None
    meant, names = misspelt_name(p), fields_at(p.record, p.owner)
    where = f"{said(p.owner)} has" if p.owner else "there is"
    message = f"{where} no field '{_short(p.name)}'" + (f"; did you mean '{meant}'?" if meant else "")
    help = _meant_help(p, meant) if meant else said_otherwise(p) or _unknown_help(p, names)
    return Diagnostic(Code.UNKNOWN_FIELD, message, p.located.key_at(*p.path), help)


def _meant_help(p: Problem, meant: str) -> str:
    if p.located.has(*p.owner, meant):
        return f"'{meant}' is there already; take one of the two away"
    return (
        "a briefing has one category; others can be tags" if meant == "category" and isinstance(p.input, list) else ""
    )


def _unknown_help(p: Problem, names: tuple[str, ...]) -> str:
    if p.name in PELICAN_ADDRESS and "slug" in names:
        return "the address of a briefing comes from its slug; the pattern is a setting of the site"
    if told := _told_of_a_day(p, names):
        return f"write date: {p.name}, and on a line below it {told}: {_short(p.input)}"
    if p.name == "<<":
        return "fields are not merged into others here; write them out"
    listed = f"the fields here are: {', '.join(names)}"
    return f"a text with a colon in it needs quotation marks round it; {listed}" if p.stands_alone else listed


def _missing(p: Problem) -> Diagnostic | None:
    if p.kind not in MISSING:
        return None
    if p.located.has(*p.path):
        span = p.located.key_at(*p.path)
        return Diagnostic(Code.MISSING_FIELD, f"{said(p.path)} is empty; it is required", span, _example(p.name))
    where = f"{said(p.owner)} needs" if p.owner else "a required field is missing:"
    first = next(iter(p.located.inside(*p.owner)), "")  # a caret under a whole record says nothing
    return Diagnostic(Code.MISSING_FIELD, f"{where} '{p.name}'", p.located.key_at(*p.owner, first), _example(p.name))


DAY = re.compile(r"\d{4}(?:-\d\d){0,2}[~?]?")
EXAMPLES = {
    "title": "What happened, as a headline",
    "date": "2023-05-08",
    "summary": "What happened, in at most sixty words",
    "sources": "[the-id-of-a-catalogue-entry]",
}


def _example(name: str) -> str:
    return f"write for example: {name}: {EXAMPLES[name]}" if name in EXAMPLES else ""


def _date(p: Problem) -> Diagnostic | None:
    error = p.context.get("error")
    if not isinstance(error, DateError) or not isinstance(p.input, str):
        return None
    return p.say(Code(error.code), f"{said(p.path)}: {error}")


def _choice(p: Problem) -> Diagnostic | None:
    if p.kind != "literal_error" or not isinstance(p.input, str):
        return None
    options = p.context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    meant = near(p.input, options) or value_meant(p.input, options)
    message = f"{said(p.path)} cannot be '{_short(p.input)}'" + (f"; did you mean '{meant}'?" if meant else "")
    return p.say(Code.WRONG_VALUE, message, f"it is one of: {', '.join(options)}")


def _number(p: Problem) -> Diagnostic | None:
    if p.kind not in NUMBERS:
        return None
    what = SHAPES["bool_type" if p.kind == "bool_parsing" else "int_type"]
    return p.say(Code.WRONG_VALUE, f"{said(p.path)} cannot be '{_short(p.input)}'", f"write {what}")


SHAPES = {
    "string_type": "a text",
    "tuple_type": "a list",
    "dataclass_type": "fields (name: value)",
    "dict_type": "fields (name: value)",
    "mapping_type": "fields (name: value)",
    "literal_error": "one word",
    "int_type": "1, 2 or 3",
    "bool_type": "true or false",
    "value_error": "a date",
}


def _shape(p: Problem) -> Diagnostic | None:
    if p.kind not in SHAPES:
        return None
    if p.input is None:
        return p.say(Code.MISSING_FIELD, f"{said(p.path)} is empty", "write it, or take the line away")
    needed = SHAPES[p.kind]
    given = "a list" if isinstance(p.input, list) else "fields (name: value)" if isinstance(p.input, dict) else "a text"
    return p.say(Code.WRONG_SHAPE, f"{said(p.path)} needs {needed}, not {given}", _reshape(p, needed))


def _reshape(p: Problem, needed: str) -> str:
    """Return how the value may be brought into the shape that is needed."""
    if needed == "a text":
        return f"if a colon or a bracket is part of the text, {QUOTE_IT}"
    if needed != "a list":
        return ""
    if isinstance(p.input, dict):
        return "begin the first line of each item with '- '"
    if takes_texts(p.record, p.path) and re.fullmatch(r"\w[\w -]{,60}(?:, *\w[\w -]{,60}){,9}", str(p.input)):
        return f"write {p.name}: [{p.input}]"
    return "write each item on a line of its own, after '- '"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


HANDLERS: tuple[Callable[[Problem], Diagnostic | None], ...] = (
    _unknown_field,
    _missing,
    _date,
    _choice,
    _number,
    _shape,
)
