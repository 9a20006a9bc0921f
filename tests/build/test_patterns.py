"""The pattern page: each example as it is, told apart from the others of the page, and on no site of readers."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from briefing.build.patterns import ExampleError, load_examples, show_patterns, view_of
from briefing.build.render import Theme, render_page
from briefing.build.settings import DEFAULTS
from briefing.view.site import Site
from briefing.view.values import DateView, EventView, LinkView
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    """The pattern page of the theme."""
    theme = Theme(Environment(loader=FileSystemLoader(ROOT / "theme/templates")))  # noqa: S701
    examples = load_examples(ROOT / "tests/components")
    text, problem = render_page(show_patterns(examples, theme, Site()), theme, ROOT)
    assert not problem
    return BeautifulSoup(text, "html.parser")


def test_every_state_of_every_component_is_shown_under_its_name(page: BeautifulSoup) -> None:
    examples = load_examples(ROOT / "tests/components")
    assert [tag.get_text() for tag in page.select(".pattern-name")] == [each.name for each in examples]
    assert all(section.select_one(".pattern-shown :not(:empty)") for section in page.select("section"))


def test_ids_are_unique_and_every_link_stays_on_the_page(page: BeautifulSoup) -> None:
    ids = Counter(str(tag["id"]) for tag in page.select("[id]"))
    assert [id for id, number in ids.items() if number > 1] == []
    assert {str(a["href"])[1:] for a in page.select(".pattern a")} <= ids.keys()
    labels = [tag["aria-label"] for tag in page.select(".pattern :is(nav, [role=region])[aria-label]")]
    assert len({*labels}) == len(labels)


def test_an_ordinary_site_has_no_pattern_page() -> None:
    assert DEFAULTS["BRIEFING_PATTERNS"] == ""


@pytest.mark.parametrize(
    ("shape", "plain"),
    [
        (LinkView, {"text": "a", "link": "b"}),
        (LinkView, {"text": "a"}),
        (LinkView, {"text": 1, "url": "b"}),
        (EventView, {"marker": "gone"}),
    ],
)
def test_an_example_its_view_cannot_have_is_refused(shape: type, plain: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"has no|is not"):
        view_of(shape, plain)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("examples: []", "'view' is missing"),
        ("view: LinkView\nexamples:\n- {name: a, value: {text: x}, expect: []}", "a LinkView has no value for url"),
        ("view: [", "while parsing"),
        ("view: GoneView\nexamples: []", "there is no view GoneView"),
        ("", "begins with view:"),
    ],
)
def test_a_file_of_examples_that_is_wrong_is_named(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "ribbon.yaml").write_text(text)
    with pytest.raises(ExampleError, match=problem) as caught:
        load_examples(tmp_path)
    assert caught.value.path.name == "ribbon.yaml"


def test_plain_yaml_becomes_the_value_of_its_shape() -> None:
    assert view_of(DateView, {"words": "May", "qualifiers": ["a"]}) == DateView("May", "", ("a",))
