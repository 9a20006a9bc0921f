"""The examples of each component, and the theme that shows them.

``briefing.build.patterns`` reads them, for the pattern page too. What to `expect` is a CSS selector to `select` with
its `text`, the text it `contains`, its `count` or its `attributes`, or a selector that is `absent`. ``ROOT`` stands for
the site's root.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from briefing.build.patterns import load_examples
from briefing.build.render import Theme
from briefing.model.dates import EdtfDate
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
THEME = HERE.parents[1] / "theme"
EXAMPLES = load_examples(HERE)


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
