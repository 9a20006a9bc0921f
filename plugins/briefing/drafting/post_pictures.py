"""The pictures of a post: figures that another generator would have made, the picture at its head, their addresses."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .post_links import is_file

FIGURE = re.compile(
    r"\{\{[<%]\s*(?:figure|img|image)\s(?P<hugo>(?:(?!\{\{).)*?)/?[>%]\}\}"
    r"|\{%-?\s*include\s+[\w./-]*(?:figure|image|img|picture)[\w.-]*\s(?P<jekyll>.*?)-?%\}",
    re.DOTALL,
)
"""Hugo's shortcode, and what themes of Jekyll include."""
_HTML_FIGURE = re.compile(
    r"<figure\b[^<>]*>\s*(?:\[(?=!))?!\[(?P<alt>[^\[\]\n]*)\]\((?P<src>[^\s()<>]+)[^()\n]*\)(?:\]\([^()\n]*\))?\s*"
    r"(?:<figcaption\b[^<>]*>(?P<caption>[^<>]*)</figcaption>\s*)?</figure>"
    r"|\[caption\b[^\[\]]*\]\s*(?:<a\b[^<>]*>)?<img\b(?P<image>[^<>]*)>(?:</a>)?(?P<below>[^<>\[\]]*)\[/caption\]",
    re.IGNORECASE,
)
"""Markdown within HTML, which no Markdown reads there, as an export of WordPress has it; and WordPress' own."""
_GIVEN = re.compile(r"""(?P<name>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']+))""")
_SITE = re.compile(r"\{\{\s*site\.(?:baseurl|url)\s*\}\}")
_ADDRESSES = ("src", "image_path", "image", "path", "url", "file", "overlay_image", "teaser")
HEADS = (
    "cover",
    "coverimage",
    "image",
    "featured_image",
    "feature_image",
    "featuredimage",
    "header",
    "banner",
    "hero",
    "images",
)
"""The fields with a picture at the head of a post, the best first."""
PICTURE = re.compile(
    r"(?P<code>^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[ \t]*$|\Z)|`[^`\n]+`)"
    r"|(?P<shown>!?)\[[^\[\]\n]*\]\([ \t]*<?(?P<markdown>[^\s()<>]+)>?(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)"
    r"|<img\b[^<>]*?\bsrc=[\"'](?P<html>[^\"'<>]+)[\"'][^<>]*>",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\{", re.IGNORECASE)


def figure_in_markdown(written: str) -> str:
    """Return a figure as a picture, its caption in italics below it; "" for what is none, or has no address."""
    found = FIGURE.fullmatch(written)
    given = _GIVEN.finditer(_SITE.sub("", found["hugo"] or found["jekyll"])) if found else ()
    return _picture({each["name"].lower(): each["double"] or each["single"] or each["bare"] or "" for each in given})


def html_figures_in_markdown(text: str) -> str:
    """Return a text with the figures of an export of WordPress as pictures, their captions in italics below them."""
    return _HTML_FIGURE.sub(_html_figure, text)


def _html_figure(found: re.Match[str]) -> str:
    given = {
        each["name"].lower(): each["double"] or each["single"] or "" for each in _GIVEN.finditer(found["image"] or "")
    }
    picture = {"src": found["src"] or given.get("src", ""), "alt": found["alt"] or given.get("alt", "")}
    return _picture({**picture, "caption": found["caption"] or found["below"] or ""}) or found[0]


def picture_at_head(given: Mapping[str, Any]) -> tuple[str, str]:
    """Return the picture at the head of a post in Markdown, and the name of the field that has it; "" for none."""
    for name in HEADS:
        value = given.get(name)
        value = value[0] if isinstance(value, list) and value else value
        fields = {"src": value} if isinstance(value, str) else value
        if isinstance(fields, Mapping) and (picture := _picture(fields)):
            return picture, name
    return "", ""


def _picture(given: Mapping[str, Any]) -> str:
    address = next((str(given[name]).strip() for name in _ADDRESSES if isinstance(given.get(name), str)), "")
    if not address or re.search(r"[\s()<>{}]", address):
        return ""
    caption = _line(given.get("caption") or given.get("title") or given.get("description") or "")
    alt = re.sub(r"[\[\]*_`]", "", _line(given.get("alt") or caption))
    return f"![{alt}]({address})" + (f"\n*{caption.replace('*', '')}*" if caption else "")


def _line(value: Any) -> str:
    return " ".join(str(value).split())


def pictures_of(body: str) -> list[str]:
    """Return the addresses of the pictures and other files of its own site that a text leads to, each once."""
    return list(dict.fromkeys(found[group] for found, group in _own(body)))


def with_pictures(body: str, moved: Mapping[str, str]) -> str:
    """Return a text with pictures at their new addresses; one without stands as code, so that no link is broken."""
    parts, end = [], 0
    for found, group in _own(body):
        is_moved = found[group] in moved
        start, stop = found.span(group) if is_moved else found.span()
        parts += [body[end:start], moved[found[group]] if is_moved else f"`{' '.join(found[0].split())}`"]
        end = stop
    return "".join([*parts, body[end:]])


def _own(body: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each picture or file that lies in the site, and the group that has its address."""
    for found in PICTURE.finditer(body):
        group = "markdown" if found["markdown"] else "html"
        is_picture = group == "html" or found["shown"]
        if found[group] and not _ELSEWHERE.match(found[group]) and (is_picture or is_file(found[group])):
            yield found, group
