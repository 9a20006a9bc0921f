"""Pages from templates given as text: escaped, nothing undefined, every fault of a template with its place."""

from pathlib import Path

import pytest
from briefing.build.pages import Page
from briefing.build.render import Theme, render_page
from briefing.diagnostics import Code, Diagnostic
from briefing.view.values import Html
from jinja2 import DictLoader, Environment, FileSystemLoader

ROOT = Path("/project")


def render(template: str, **values: object) -> tuple[str, Diagnostic | None]:
    templates = Theme(Environment(loader=DictLoader({"page.html": template})))  # noqa: S701 - what is tested
    return render_page(Page("page/index.html", "page", values, "en", "content/briefings/x.md"), templates, ROOT)


def test_text_is_escaped_and_markup_is_not() -> None:
    text, problem = render("{{ a }} {{ b }}", a="<b>&\"'", b=Html("<b>bold</b>"))
    assert problem is None
    assert text == "&lt;b&gt;&amp;&#34;&#39; <b>bold</b>"


def test_text_is_never_a_template() -> None:
    assert render("{{ a }}", a="{{ 7 * 7 }}")[0] == "{{ 7 * 7 }}"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ gone }}", "'gone' is undefined"),
        ("{{ a.gone }}", "has no attribute 'gone'"),
        ("{% if a.gone %}x{% endif %}", "has no attribute 'gone'"),
        ("{% for x in a.gone %}{% endfor %}", "has no attribute 'gone'"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ a() }}", "not callable"),
        ("{{ a|nothing }}", "No filter named 'nothing'"),
        ("{% include 'gone.html' %}", "gone.html"),
        ("{% include 'page.html' %}", "recursion"),
        ("{% if %}", "Expected an expression"),
    ],
)
def test_a_fault_of_a_template_is_a_diagnostic(template: str, message: str) -> None:
    text, problem = render(template, a="text")
    assert text == ""
    assert problem
    assert problem.code is Code.TEMPLATE
    assert message in problem.message


def test_a_fault_names_the_page_it_was_met_on() -> None:
    _, problem = render("{{ gone }}")
    assert problem
    assert problem.message.endswith(" while it shows content/briefings/x.md")


def test_a_fault_is_placed_in_the_innermost_template_relative_to_the_project(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/page.html").write_text("one\n{% include 'part.html' %}\n")
    (tmp_path / "theme/part.html").write_text("one\n\n{{ gone }}\n")
    templates = Theme(Environment(loader=FileSystemLoader(tmp_path / "theme")))  # noqa: S701 - what is tested
    _, problem = render_page(Page("x", "page", {}, "en"), templates, tmp_path)
    assert problem
    assert (problem.span.path, problem.span.line) == ("theme/part.html", 3)
