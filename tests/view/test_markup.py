"""Markdown to HTML: only what a text can have is looked for, and nothing else comes of it."""

import markdown
from briefing.view.markup import EXTENSIONS, markdown_to_html
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
