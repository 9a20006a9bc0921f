"""Every component in every state, from its examples file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

Render = Callable[[str, str, Any], str]


def test_example_shows_what_it_expects(example: Any, render: Render) -> None:
    soup = BeautifulSoup(render(example.component, example.macro, example.value), "html.parser")
    for expectation in example.expect:
        check(soup, **expectation)


def check(soup: BeautifulSoup, **expected: Any) -> None:
    if "absent" in expected:
        assert not soup.select(expected["absent"]), f"there should be no {expected['absent']}"
        return
    found = soup.select(expected["select"])
    assert found, f"there is no {expected['select']} in {soup}"
    assert len(found) == expected.get("count", len(found))
    if "text" in expected:
        assert words(found[0]) == expected["text"]
    assert expected.get("contains", "") in words(found[0])
    for name, value in expected.get("attributes", {}).items():
        assert found[0].get(name) == value


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def test_a_wrong_expectation_fails() -> None:
    soup = BeautifulSoup("<p class=a>one <b>two</b></p>", "html.parser")
    for wrong in (
        {"absent": "b"},
        {"select": "i"},
        {"select": "b", "count": 2},
        {"select": "b", "text": "tw"},
        {"select": "p", "contains": "three"},
        {"select": "p", "attributes": {"id": "x"}},
    ):
        with pytest.raises(AssertionError):
            check(soup, **wrong)


def test_hostile_text_is_only_ever_text(example: Any, render: Render, hostile: Callable[[Any], Any]) -> None:
    html = render(example.component, example.macro, hostile(example.value))
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script, img, style, iframe")
    assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]


def test_empty_views_leave_no_stray_none_or_empty_list(example: Any, render: Render) -> None:
    text = BeautifulSoup(render(example.component, example.macro, example.value), "html.parser").get_text()
    assert "None" not in text.replace("None of", "")
    assert "()" not in text


def test_every_component_has_examples_and_every_examples_file_a_component(theme: Path) -> None:
    macros = {path.stem for path in (theme / "templates/components").glob("*.html")}
    assert macros == {path.stem for path in Path(__file__).parent.glob("*.yaml")}
