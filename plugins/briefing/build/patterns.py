"""The pattern page: every component of the theme in every state, for those who design it; never on a site of readers.

The examples are the ones the tests use. ``NAME.yaml`` belongs to ``theme/templates/components/NAME.html``. It names a
`view`, a class or alias of ``briefing.view.values`` (`many`: a tuple of it), what its markup stands `within`
(``ol.timeline``), and `examples`: each with a `name`, a `value` in plain YAML, and what the test is to `expect`; a
`macro` is named where it is another of the file.
"""

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from itertools import count, groupby
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from ..frozen import frozen
from ..model.dates import EdtfDate
from ..view import values
from ..view.site import Site
from ..view.values import Html
from .pages import Page, pattern_page
from .render import Theme

ADDRESS = re.compile(r' href="[^"]*"')
NAME = re.compile(r' (id|for|aria-labelledby|popovertarget)="([^"]*)"')
LABEL = re.compile(r' aria-label="([^"]*)"')


@frozen
class Example:
    """One state of a component, and what must stand in its markup."""

    component: str
    macro: str
    name: str
    value: Any
    within: str
    expect: tuple[Mapping[str, Any], ...]

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


@frozen
class Pattern:
    """A component, and each of its states as markup."""

    component: str
    states: tuple[tuple[str, str, Html], ...]
    """Of each state its anchor, its name and its markup."""


class ExampleError(ValueError):
    """An example is none its view can have; says in which file, and what is wrong with it."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(problem)
        self.path = path


def load_examples(folder: Path) -> list[Example]:
    """Read the examples of every component; raises ExampleError for a value that its view cannot have."""
    return [example for path in sorted(folder.glob("*.yaml")) for example in _read(path)]


def _read(path: Path) -> list[Example]:
    try:
        return list(_examples(path))
    except KeyError as error:
        raise ExampleError(path, f"{error} is missing") from error
    except (AttributeError, TypeError, ValueError, yaml.YAMLError) as error:
        raise ExampleError(path, " ".join(str(error).split())) from error


def _examples(path: Path) -> Iterator[Example]:
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(plain, dict):
        raise TypeError("it begins with view: and the name of a view")
    shape = (
        get_type_hints(values.StoryBlock)["prose"] if plain["view"] == "Prose" else getattr(values, plain["view"], None)
    )
    if shape is None:
        raise ValueError(f"there is no view {plain['view']}")
    for each in plain["examples"]:
        is_many = each.get("many", plain.get("many"))
        yield Example(
            component=path.stem,
            macro=each.get("macro", plain.get("macro", path.stem)),
            name=each["name"],
            value=view_of(types.GenericAlias(tuple, (shape, ...)) if is_many else shape, each["value"]),
            within=each.get("within", plain.get("within", "")),
            expect=tuple(each["expect"]),
        )


def view_of(shape: Any, plain: Any) -> Any:
    """Return plain YAML as the view value of a shape; raises ValueError where a name or a value is none it knows."""
    if shape is EdtfDate:
        return EdtfDate.parse(plain)
    if is_dataclass(shape) and isinstance(shape, type):
        hints = get_type_hints(shape)
        given = {name: view_of(_hint(shape, hints, name), value) for name, value in plain.items()}
        wanted = [f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING]
        if missing := [name for name in wanted if name not in given]:
            raise ValueError(f"a {shape.__name__} has no value for {', '.join(missing)}")
        return shape(**given)
    if get_origin(shape) is tuple:
        return tuple(view_of(get_args(shape)[0], each) for each in plain)
    if get_origin(shape) in (Union, types.UnionType):
        return None if plain is None else view_of(_member(shape, plain), plain)
    expected = get_args(shape) if get_origin(shape) is Literal else ()
    if plain not in expected if expected else not isinstance(plain, str if shape is Html else shape):
        raise ValueError(f"{plain!r} is not {shape}")
    return plain if expected else shape(plain)


def _hint(shape: type, hints: Mapping[str, Any], name: str) -> Any:
    if name not in hints:
        raise ValueError(f"a {shape.__name__} has no {name}")
    return hints[name]


def _member(shape: Any, plain: Any) -> Any:
    """Return the member of a union that a plain value is: a mapping is the dataclass that has its names."""
    members = [m for m in get_args(shape) if m is not types.NoneType]
    if isinstance(plain, dict):
        return next((m for m in members if is_dataclass(m) and {*plain} <= {*get_type_hints(m)}), members[0])
    return next(m for m in members if not is_dataclass(m))


def markup(example: Example, theme: Theme, lang: str) -> str:
    """Return the markup of an example."""
    template = theme.get_template(f"components/{example.component}.html", lang)
    macro = getattr(template.module, example.macro)
    return str(macro(example.value, **{"SITEURL": "ROOT"} if "SITEURL" in macro.arguments else {}))


def show_patterns(examples: Iterable[Example], theme: Theme, site: Site) -> Page:
    """Return the pattern page."""
    numbers = count(1)
    patterns = [
        Pattern(component, tuple(_state(next(numbers), example, theme, site.lang) for example in states))
        for component, states in groupby(examples, key=lambda example: example.component)
    ]
    return pattern_page(tuple(patterns), site)


def _state(number: int, example: Example, theme: Theme, lang: str) -> tuple[str, str, Html]:
    """Return a state: its names are its own on a page of many, and its links lead to itself."""
    anchor = f"pattern-{number}"
    text = ADDRESS.sub(f' href="#{anchor}"', markup(example, theme, lang))
    text = NAME.sub(lambda m: f' {m[1]}="{m[2]}-{number}"', text)
    text = LABEL.sub(lambda m: f' aria-label="{m[1]} ({number})"', text)
    tag, *classes = example.within.split(".")
    return anchor, example.name, Html(f'<{tag} class="{" ".join(classes)}">{text}</{tag}>' if tag else text)
