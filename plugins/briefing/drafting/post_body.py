"""The text of a post: what Liquid and Hugo's shortcodes can be said in Markdown, and where they cannot."""

import re
from typing import NamedTuple

from .post_pictures import figure_in_markdown

HIGHLIGHT = re.compile(r"\{%-?\s*highlight\s+(\S+).*?-?%\}\n?(.*?)\n?\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
SHORTCODE_HIGHLIGHT = re.compile(
    r"\{\{[<%]\s*highlight\s+(\S+).*?[>%]\}\}\n?(.*?)\n?\{\{[<%]\s*/highlight\s*[>%]\}\}", re.DOTALL
)
RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}\n?")
BASE = re.compile(r"\{\{\s*site\.(?:baseurl|url)\s*\}\}")
MORE = re.compile(r"[ \t]*<!--\s*more\s*-->[ \t]*\n?")
FENCED = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
NOT_UNDERSTOOD = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
LINK = r"!?\[(?P<words>[^\[\]\n]*)\]\([ \t]*(?P<target>(?:\{\{[^\n]*?\}\}|\{%[^\n]*?%\})[^()\n]*)\)"
"""A link, or a picture, whose address another generator would have found: its words stay, and that as code."""
ATTRIBUTES = re.compile(r"^[ \t]*\{:[^{}\n]*\}[ \t]*\n|\{:[^{}\n]*\}", re.MULTILINE)
"""What Jekyll's Markdown hangs on a piece of text, a class above all: it has no words, and is left out."""
CODE_OR_ELSE = re.compile(
    rf"(?P<code>{FENCED.pattern})|{LINK}|{NOT_UNDERSTOOD.pattern}|{ATTRIBUTES.pattern}", re.MULTILINE | re.DOTALL
)
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
    code = [found.span() for found in FENCED.finditer(text)]
    said = _said(text)
    lost = [(found, "this is no Markdown") for found in NOT_UNDERSTOOD.finditer(said)]
    lost += [(found, "this is no Markdown, and left out") for found in ATTRIBUTES.finditer(said)]
    remarks = tuple(
        Remark(first_line + text.count("\n", 0, found.start()), f"{why}: {_short(found[0])}")
        for found, why in sorted(lost, key=lambda each: each[0].start())
        if not any(start <= found.start() < end for start, end in code) and not figure_in_markdown(found[0])
    )
    return _said_in_markdown(text).strip("\n") + "\n", remarks


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
    if ATTRIBUTES.fullmatch(found[0]):
        return ""
    return figure_in_markdown(found[0]) or f"`{' '.join(found[0].split())}`"


def _said(text: str) -> str:
    """Return the text with what can be said in Markdown blotted out, every line and column where it was."""
    for pattern in (HIGHLIGHT, SHORTCODE_HIGHLIGHT, RAW, BASE):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
