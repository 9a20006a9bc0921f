"""Markdown to HTML: only what a text can have is looked for, and nothing else comes of it."""

from pathlib import Path

import markdown
import pytest
from briefing.view.allowed_html import additions
from briefing.view.markup import (
    EXTENSIONS,
    cmark_to_html,
    fit,
    markdown_to_html,
    sanitise,
    slug_of,
    typeset,
    typeset_html,
)
from hypothesis import given
from hypothesis import strategies as st

PIECES = [
    "`",
    "``",
    "\\",
    "[a]",
    "](b)",
    "![",
    "[a]: b\n",
    "<",
    ">",
    "<a@b.c>",
    "<http://a.b>",
    "&amp;",
    "&",
    "*",
    "**",
]
PIECES += [
    "_",
    "__",
    "  \n",
    "\n\n",
    "\n",
    "- a\n",
    "1. b\n",
    "> c\n",
    "# d\n",
    "a|b\n-|-\nc|d\n",
    "e\n:   f\n",
    " ",
    "w",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_a_converter_made_for_a_text_says_what_one_made_for_all_texts_says(text: str) -> None:
    whole = markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")
    assert markdown_to_html(text) == whole.convert(text)


DOCS = Path(__file__).parents[2] / "docs/markdown.md"
ALIKE = [
    "One line\nand another.\n\nA second paragraph.",
    "## A heading\n\nText.\n\n### Another\n",
    "*a* **b** _d_ __e__ snake_case_name 2*3*4",
    "[words](https://example.org/a?b=c&d=e) and <https://example.org>",
    "[words][ref]\n\n[ref]: https://example.org\n",
    "`code <b>` and ``a ` b``",
    "- one\n\n    of one\n\n- two\n",
    "1. one\n2. two\n\nText.\n",
    "3. three\n4. four\n",
    "> said\n> so\n\nText.",
    "| a | b |\n|---|---|\n| c | *d* |\n",
    "Term\n:   What it means.\n\nOther\n:   Something else.\n",
    "two blanks  \nbreak the line",
    "Text.\n\n---\n\nText.",
    "<q>said</q> &amp; &copy; a < b",
    "\ue0001\ue001 and “marks”.\ue0002\ue001\n\n> quoted\ue0003\ue001",
    "    indented code\n",
    "\\*not emphasis\\* \\[not a link\\]",
]
DIFFERENT = {
    "a list right behind a line of text": "Text\n- one\n- two\n",
    "a heading without a blank behind the #": "#Heading\n",
    "a list within a list, set in by two blanks": "- one\n  - two\n",
    "a list that goes on with another sign": "- one\n* two\n",
    "code between fences": "```\na *b*\n```\n",
    "a line that ends in a backslash": "one\\\ntwo\n",
    "bold and italic at once": "***c***",
    "a blank line within some entries of a list": "- one\n- two\n\n    of two\n- three\n",
}


def shown(html: str) -> str:
    """Return HTML as a page has it, the white space aside that nobody sees."""
    clean = sanitise(html, lambda address: address)
    return "".join(line if line.endswith(">") else f"{line} " for line in map(str.strip, clean.split("\n"))).strip()


@pytest.mark.parametrize("text", ALIKE)
def test_two_converters_agree(text: str) -> None:
    assert shown(cmark_to_html(text)) == shown(markdown_to_html(text))


@pytest.mark.parametrize("what", DIFFERENT)
def test_where_they_differ_the_docs_say_so(what: str) -> None:
    assert shown(cmark_to_html(DIFFERENT[what])) != shown(markdown_to_html(DIFFERENT[what]))
    assert f"| {what} |" in DOCS.read_text("utf-8")


def test_the_docs_name_no_difference_that_is_none() -> None:
    table = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
    assert [line.split(" | ")[0].removeprefix("| ") for line in table] == list(DIFFERENT)


def cleaned(html: str, wanted: dict[str, list[str]]) -> str:
    return sanitise(html, lambda address: address, additions(wanted))


def test_settings_add_to_what_a_text_may_have() -> None:
    text = '<details open class="a"><summary>More</summary>Text</details>'
    assert cleaned(text, {}) == "MoreText"
    assert cleaned(text, {"details": ["open"], "summary": []}) == text.replace(' class="a"', "").replace(
        " open", ' open=""'
    )
    assert cleaned('<p id="x">Text</p>', {"*": ["id"]}) == '<p id="x">Text</p>'


RUNNING_TAGS = "script style iframe object embed form input svg math link meta base video"
RUNNING_ATTRIBUTES = "onclick ONLOAD style srcdoc srcset src href formaction action ping xlink:href"


@pytest.mark.parametrize("tag", RUNNING_TAGS.split())
def test_no_setting_allows_a_tag_that_runs_frames_or_asks(tag: str) -> None:
    with pytest.raises(ValueError, match=f"^<{tag}>$"):
        additions({tag: []})


@pytest.mark.parametrize("name", RUNNING_ATTRIBUTES.split())
def test_no_setting_allows_an_attribute_that_runs_or_loads(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} of <p>$"):
        additions({"p": [name]})


@pytest.mark.parametrize(
    ("text", "slug"), [("صوّت مجلسٌ", "صوت-مجلس"), ("Cafe\u0301 au lait", "café-au-lait"), ("A b_c", "a-b-c")]
)
def test_a_mark_above_a_letter_parts_no_word_of_an_anchor(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_a_range_of_numbers_does_not_break_at_its_dash_and_code_keeps_its_own() -> None:
    assert typeset("1910–1945, US–Japan") == "1910–\u20601945, US–Japan"
    assert typeset_html("<p>1910–1945 <code>1–2</code></p>") == "<p>1910–\u20601945 <code>1–2</code></p>"


@pytest.mark.parametrize(
    ("folded", "shown"),
    [
        ("可決した。 費用は", "可決した。費用は"),
        ("計画は\n費用を", "計画は費用を"),
        ("岸田 文雄", "岸田 文雄"),
        ("그는\n말했다. 그리고", "그는\n말했다. 그리고"),
        ("Lume\n海峡", "Lume\n海峡"),
    ],
)
def test_where_an_editors_line_ends_japanese_has_no_gap(folded: str, shown: str) -> None:
    assert typeset(folded) == shown
    assert typeset_html(f"<p>{folded}</p><pre>{folded}</pre>", fit) == f"<p>{shown}</p><pre>{folded}</pre>"
