"""Pages from templates given as text: escaped, nothing undefined, every fault of a template with its place."""

from pathlib import Path

import pytest
from briefing.build.pages import Page
from briefing.build.render import Theme, render_page
from briefing.diagnostics import Code, Diagnostic
from briefing.view.values import Html, LinkView
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


def test_a_name_that_a_value_has_not_is_told_with_the_one_that_may_be_meant() -> None:
    _, problem = render("{{ a.texts }}", a=LinkView("The gates", "gates/"))
    assert problem
    assert problem.message.startswith("a LinkView has no 'texts'; did you mean 'text'?")


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


def spoken(lang: str, **templates: str) -> str:
    files = {f"{name}.html": text for name, text in templates.items()}
    theme = Theme(Environment(loader=DictLoader(files)))  # noqa: S701 - what is tested
    text, problem = render_page(Page("x", "page", {"name": "<b>"}, lang), theme, ROOT)
    assert problem is None
    return text


def test_a_macro_speaks_the_language_of_the_page_that_calls_it() -> None:
    part = '{% macro heading() %}{{ _("Key points") }}{% endmacro %}'
    page = '{% from "part.html" import heading %}{{ heading() }}'
    said = {lang: spoken(lang, page=page, part=part) for lang in ("en", "vi", "fr")}
    assert said == {"en": "Key points", "vi": "Điểm chính", "fr": "L’essentiel"}


def test_one_theme_speaks_many_languages_in_any_order() -> None:
    files = DictLoader({"page.html": '{{ ngettext("%(number)s source", "%(number)s sources", 3) }}'})
    theme = Theme(Environment(loader=files))  # noqa: S701 - what is tested
    said = [render_page(Page("x", "page", {}, lang), theme, ROOT)[0] for lang in ("ar", "en", "ar", "ja")]
    assert said == ["3 مصادر", "3 sources", "3 مصادر", "出典3件"]


def test_what_is_filled_into_a_message_is_escaped_unless_it_is_markup() -> None:
    assert spoken("en", page='{{ _("More about %(name)s", name=name) }}') == "More about &lt;b&gt;"
    macro = "{% set name %}<i>x</i>{% endset %}"
    assert spoken("fr", page=macro + '{{ _("By %(names)s", names=name) }}') == "Par <i>x</i>"


def test_words_that_are_not_in_the_page_s_language_say_in_which_they_are() -> None:
    page = '<h2{{ in_words }}>{{ _("Key points") }}</h2>'
    assert spoken("he", page=page) == '<h2 lang="en" dir="ltr">Key points</h2>'
    assert spoken("ar", page=page) == "<h2>أبرز النقاط</h2>"


def test_a_text_that_is_no_word_of_the_interface_is_escaped_where_a_template_asks_for_its_translation() -> None:
    theme = Theme(Environment(loader=DictLoader({"x.html": '<a title="{{ _(name) }}">'}), autoescape=True))
    name = '"><script>alert(1)</script>'
    for lang in ("en", "fr"):
        shown = theme.get_template("x.html", lang).render(name=name)
        assert shown == '<a title="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">'
