"""The examples of each component, and the theme that shows them.

``NAME.yaml`` belongs to ``theme/templates/components/NAME.html``. It names a `view`, a class or alias of
``briefing.view.values`` (`many`: a tuple of it), and lists `examples`: a `name`, a `value` in plain YAML, and what to
`expect`: a CSS selector to `select` with its `text`, the text it `contains`, its `count` or its `attributes`, or a
selector that is `absent`. `macro` names another macro of the file. ``ROOT`` stands for the site's root.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
import yaml
from briefing.build.render import Theme
from briefing.model.dates import EdtfDate
from briefing.view import values
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
THEME = HERE.parents[1] / "theme"


@dataclass(frozen=True, slots=True)
class Example:
    """One state of a component, and what must stand in its markup."""

    component: str
    macro: str
    name: str
    value: Any
    expect: tuple[Mapping[str, Any], ...]

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


def view_of(shape: Any, plain: Any) -> Any:
    """Return plain YAML as the view value of a shape, checking that every name and literal is one it knows."""
    if shape is EdtfDate:
        return EdtfDate.parse(plain)
    if is_dataclass(shape) and isinstance(shape, type):
        hints = get_type_hints(shape)
        unknown = set(plain) - set(hints)
        assert not unknown, f"{shape.__name__} has no {unknown}"
        return shape(**{name: view_of(hints[name], value) for name, value in plain.items()})
    if get_origin(shape) is tuple:
        return tuple(view_of(get_args(shape)[0], each) for each in plain)
    if get_origin(shape) is Literal:
        assert plain in get_args(shape), f"{plain!r} is none of {get_args(shape)}"
        return plain
    if get_origin(shape) in (Union, types.UnionType):
        return None if plain is None else view_of(_member(shape, plain), plain)
    assert isinstance(plain, str if shape is values.Html else shape), f"{plain!r} is not {shape.__name__}"
    return shape(plain)


def _member(shape: Any, plain: Any) -> Any:
    """Return the member of a union that a plain value is: a mapping is a dataclass, all else is not."""
    members = [m for m in get_args(shape) if m is not types.NoneType]
    return next(m for m in members if is_dataclass(m) == isinstance(plain, dict))


def load_examples(path: Path) -> list[Example]:
    """Read one examples file."""
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    shape = get_type_hints(values.StoryBlock)["prose"] if plain["view"] == "Prose" else getattr(values, plain["view"])
    return [
        Example(
            component=path.stem,
            macro=each.get("macro", plain.get("macro", path.stem)),
            name=each["name"],
            value=view_of(
                types.GenericAlias(tuple, (shape, ...)) if each.get("many", plain.get("many")) else shape, each["value"]
            ),
            expect=tuple(each["expect"]),
        )
        for each in plain["examples"]
    ]


EXAMPLES = [example for path in sorted(HERE.glob("*.yaml")) for example in load_examples(path)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test that asks for an `example` all of them."""
    if "example" in metafunc.fixturenames:
        metafunc.parametrize("example", EXAMPLES, ids=str)


@pytest.fixture(scope="session")
def theme() -> Path:
    """The theme's folder."""
    return THEME


@pytest.fixture(scope="session")
def templates() -> Environment:
    """The theme's templates as the build uses them: autoescape on, no name undefined."""
    return Theme(Environment(loader=FileSystemLoader(THEME / "templates"))).in_language("en")  # noqa: S701


@pytest.fixture(scope="session")
def render(templates: Environment) -> Callable[[str, str, Any], str]:
    """Render one macro with one view value."""

    def rendered(component: str, macro: str, value: Any) -> str:
        call = getattr(templates.get_template(f"components/{component}.html").module, macro)
        return str(call(value, **{"SITEURL": "ROOT"} if "SITEURL" in call.arguments else {}))

    return rendered


@pytest.fixture(scope="session")
def examples() -> dict[str, list[Any]]:
    """The values of all examples by component, for pages made of them."""
    found: dict[str, list[Any]] = {}
    for example in EXAMPLES:
        if example.macro == example.component:
            found.setdefault(example.component, []).append(example.value)
    return found


def texts_replaced(value: Any, text: str) -> Any:
    """Return a view value with every plain text in it replaced; sanitised markup and numbers stay."""
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, EdtfDate):
        return type(value)(**{f.name: texts_replaced(getattr(value, f.name), text) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(texts_replaced(each, text) for each in value)
    return text if type(value) is str else value


@pytest.fixture(scope="session")
def hostile() -> Callable[[Any], Any]:
    """Fill a view value with text that would run if it were not escaped."""
    return lambda value: texts_replaced(value, HOSTILE)


HOSTILE = """x' "onmouseover="alert(1)"><script>alert(1)</script><img src=x onerror=alert(1)></style>&lt;"""
