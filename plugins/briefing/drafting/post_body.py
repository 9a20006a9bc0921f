"""The text of a post: what Liquid and Hugo's shortcodes can be said in Markdown, and where they cannot."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .post_pictures import figure_in_markdown

LIQUID, CODE = r"(?:(?!\{%).)", r"(?:(?!\{\{).)"
"""A character of a tag: where another one begins, the first has no end. So a broken post is read in no time."""
HIGHLIGHT = re.compile(
    rf"\{{%-?\s*highlight\s+([\w+#.-]{{1,40}}){LIQUID}*?-?%\}}\n?"
    r"((?:(?!\{%-?\s*highlight\s).)*?)\n?\{%-?\s*endhighlight\s*-?%\}",
    re.DOTALL,
)
SHORTCODE_HIGHLIGHT = re.compile(
    rf"\{{\{{[<%]\s*highlight\s+([\w+#.-]{{1,40}}){CODE}*?[>%]\}}\}}\n?"
    r"((?:(?!\{\{[<%]\s*highlight\s).)*?)\n?\{\{[<%]\s*/highlight\s*[>%]\}\}",
    re.DOTALL,
)
RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}\n?")
BASE = re.compile(r"\{\{\s*site\.(?:baseurl|url)\s*\}\}")
MORE = re.compile(r"(?<![ \t])[ \t]*<!--\s*more\s*-->[ \t]*\n?")
FENCED = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[ \t]*$|\Z)|`[^`\n]+`", re.MULTILINE | re.DOTALL)
NOT_UNDERSTOOD = re.compile(rf"\{{%{LIQUID}*?%\}}|\{{\{{{CODE}*?\}}\}}", re.DOTALL)
LINK = (
    r"!?\[(?P<words>[^\[\]\n]*)\]\([ \t]*"
    r"(?P<target>(?:\{\{(?:(?!\{\{)[^\n])*?\}\}|\{%(?:(?!\{%)[^\n])*?%\})[^()\n]{0,500})\)"
)
"""A link, or a picture, whose address another generator would have found: its words stay, and that as code."""
ATTRIBUTES = r"^[ \t]{0,9}(?P<line>\{:[^{}\n]{0,200}\})[ \t]*\n|(?P<hung>\{:[^{}\n]{0,200}\})"
"""What Jekyll's Markdown hangs on a piece of text, a class above all: it has no words, and is left out."""
LOST = re.compile(rf"{ATTRIBUTES}|{NOT_UNDERSTOOD.pattern}", re.MULTILINE | re.DOTALL)
CODE_OR_ELSE = re.compile(rf"(?P<code>{FENCED.pattern})|{LINK}|{LOST.pattern}", re.MULTILINE | re.DOTALL)
LONGEST = 60


class Remark(NamedTuple):
    """What was not understood: its line in the post's file, or 0 for a field."""

    line: int
    words: str


def plain_markdown(text: str, first_line: int) -> tuple[str, tuple[Remark, ...]]:
    """Return a text without what another generator would replace, as far as Markdown can say it, and what is left.

    That stands as code, so that nothing of it is taken for markup.
    `first_line` is the line of its file on which the text begins.
    """
    return _said_in_markdown(text).strip("\n") + "\n", tuple(_remarks(text, first_line))


def _remarks(text: str, line: int) -> Iterator[Remark]:
    end = 0
    for found in LOST.finditer(FENCED.sub(_blotted, _said(text))):
        line, end = line + text.count("\n", end, found.start()), found.start()
        if not figure_in_markdown(found[0]):
            left_out = ", and left out" if _is_hung(found) else ""
            yield Remark(line, f"this is no Markdown{left_out}: {_short(found[0])}")


def _is_hung(found: re.Match[str]) -> bool:
    return bool(found["line"] or found["hung"])


def _said_in_markdown(text: str) -> str:
    for pattern in (HIGHLIGHT, SHORTCODE_HIGHLIGHT):
        text = pattern.sub(r"```\1\n\2\n```", text)
    text = MORE.sub("", BASE.sub("", RAW.sub("", text)))
    return CODE_OR_ELSE.sub(_as_markdown, text)


def _as_markdown(found: re.Match[str]) -> str:
    if found["code"]:
        return found[0]
    if found["words"] is not None:
        return f"{found['words']} (`{' '.join(found['target'].split())}`)"
    if _is_hung(found):
        return ""
    return figure_in_markdown(found[0]) or f"`{' '.join(found[0].split())}`"


def _said(text: str) -> str:
    """Return the text with what can be said in Markdown blotted out, every line and column where it was."""
    for pattern in (HIGHLIGHT, SHORTCODE_HIGHLIGHT, RAW, BASE):
        text = pattern.sub(_blotted, text)
    return text


def _blotted(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
