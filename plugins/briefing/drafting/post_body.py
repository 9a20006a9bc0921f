"""The text of a post: what Liquid and Hugo's shortcodes can be said in Markdown, and where they cannot."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .post_links import FindPost, leads_within
from .post_pictures import figure_in_markdown, html_figures_in_markdown

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
TEMPLATE = r"(?:\{\{(?:(?!\{\{)[^\n])*?\}\}|\{%(?:(?!\{%)[^\n])*?%\})[^()\n]{0,500}"
LINK = (
    rf"(?P<picture>!?)\[(?P<words>[^\[\]\n]*)\]\([ \t]*"
    rf"(?P<target>{TEMPLATE}|<?[^\s()<>{{}}]+>?(?=[ \t]*\)|[ \t]+[\"'][^\"'\n]*[\"'][ \t]*\)))[^()\n]*\)"
    r"|<a\b[^<>]*?(?P<href>\bhref=[\"'](?P<led>[^\"'<>\s]+)[\"'])[^<>]*>"
    r"|^[ ]{0,3}\[[^\[\]\n^][^\[\]\n]*\]:[ \t]+(?P<defined>\S+)"
)
"""A link, to another post perhaps, or to what only the other site has; or a picture where only that site finds it."""
ADDRESSES = ("target", "led", "defined")
"""Where in it the address stands."""
ATTRIBUTES = r"^[ \t]{0,9}(?P<line>\{:[^{}\n]{0,200}\})[ \t]*\n|(?P<hung>\{:[^{}\n]{0,200}\})"
"""What Jekyll's Markdown hangs on a piece of text, a class above all: it has no words, and is left out."""
LOST = re.compile(rf"{ATTRIBUTES}|{NOT_UNDERSTOOD.pattern}", re.MULTILINE | re.DOTALL)
LINK_OR_LOST = re.compile(rf"{LINK}|{LOST.pattern}", re.MULTILINE | re.DOTALL)
CODE_OR_ELSE = re.compile(rf"(?P<code>{FENCED.pattern})|{LINK_OR_LOST.pattern}", re.MULTILINE | re.DOTALL)
CODE_OR_LOST = re.compile(rf"(?P<code>{FENCED.pattern})|{LOST.pattern}", re.MULTILINE | re.DOTALL)
LONGEST = 60


class Remark(NamedTuple):
    """What was not understood: its line in the post's file, or 0 for a field."""

    line: int
    words: str


def plain_markdown(text: str, first_line: int, find_post: FindPost = lambda _: "") -> tuple[str, tuple[Remark, ...]]:
    """Return a text without what another generator would replace, as far as Markdown can say it, and what is left.

    That stands as code, so that nothing of it is taken for markup; a link to another post leads to its article.
    `first_line` is the line of its file on which the text begins.
    """
    return _said_in_markdown(text, find_post).strip("\n") + "\n", tuple(_remarks(text, first_line, find_post))


def _remarks(text: str, line: int, find_post: FindPost) -> Iterator[Remark]:
    end = 0
    for found in LINK_OR_LOST.finditer(FENCED.sub(_blotted, _said(text))):
        line, end = line + text.count("\n", end, found.start()), found.start()
        yield from (Remark(line, words) for words in _not_said(found, find_post))


def _not_said(found: re.Match[str], find_post: FindPost) -> Iterator[str]:
    """Yield in words what of a link, or of a tag, cannot be said in Markdown."""
    target = _target(found)
    if target and not found["picture"] and leads_within(target) and not find_post(target):
        yield f"this address is the other site's: {_short(target)}"
    seen = (found["words"] or "") if find_post(target) else found[0]
    for lost in LOST.finditer(seen):
        if not figure_in_markdown(lost[0]):
            yield f"this is no Markdown{', and left out' if _is_hung(lost) else ''}: {_short(lost[0])}"


def _target(found: re.Match[str]) -> str:
    return " ".join("".join(found[group] or "" for group in ADDRESSES).split()).strip("<>")


def _is_hung(found: re.Match[str]) -> bool:
    return bool(found["line"] or found["hung"])


def _said_in_markdown(text: str, find_post: FindPost) -> str:
    for pattern in (HIGHLIGHT, SHORTCODE_HIGHLIGHT):
        text = pattern.sub(r"```\1\n\2\n```", text)
    text = html_figures_in_markdown(MORE.sub("", BASE.sub("", RAW.sub("", text))))
    return CODE_OR_ELSE.sub(lambda found: _as_markdown(found, find_post), text)


def _as_markdown(found: re.Match[str], find_post: FindPost) -> str:
    target = _target(found)
    if found["code"] or not target:
        return _lost_as_markdown(found)
    words = {"words": CODE_OR_LOST.sub(_lost_as_markdown, found["words"])} if found["words"] else {}
    if new := "" if found["picture"] else find_post(target):
        return _with(found, {**words, next(group for group in ADDRESSES if found[group]): new})
    is_ours = not leads_within(target)
    if found["words"] is not None and (target.startswith("{") or not (found["picture"] or is_ours)):
        return f"{words.get('words', '')} (`{target}`)"
    return _with(found, {"href": ""} if found["href"] and not is_ours else words)


def _with(found: re.Match[str], new: Mapping[str, str]) -> str:
    """Return what was found, with other texts in the places of some of its groups."""
    parts, end = [], found.start()
    for group in sorted(new, key=found.start):
        parts += [found.string[end : found.start(group)], new[group]]
        end = found.end(group)
    return "".join([*parts, found.string[end : found.end()]])


def _lost_as_markdown(found: re.Match[str]) -> str:
    if found["code"]:
        return found[0]
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
