"""The text a reader sees on a saved page: a line for each block, an empty line between blocks.

Tags are read forward only, as the HTML standard's tokeniser reads them (comments, quoted attributes, raw text), so that
no page takes more than linear time, however broken or deep it is.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from .word_list import listed

_UNSEEN = listed(
    """
    head script style template noscript noembed noframes svg iframe object canvas audio video nav select
    option textarea button datalist
    """
)
_RAW = listed(
    """
    script style textarea title xmp iframe noembed noframes
    """
)
_VOID = listed(
    """
    area base br col embed hr img input link meta source track wbr
    """
)
_BLOCKS = listed(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot
    th thead tr ul
    """
)
_CLOSED_BY_THEIR_LIKE = listed(
    """
    p li dt dd td th tr option
    """
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=)*+)>")
_TAG_START = re.compile("</?[a-zA-Z]")
_ATTRIBUTE = re.compile(r"([^\s=/\"']+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
_MAY_HIDE = re.compile("hidden|none", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_FARTHEST_PARENT = 64
"""How many open elements are searched for the one that an end tag closes."""
_SPACES = re.compile(" +")
_BETWEEN_BLOCKS = re.compile(r" ?\n(?: ?\n)+ ?")


class _Token(NamedTuple):
    """A tag, or a stretch of text where `name` is empty."""

    text: str
    name: str = ""
    closes: bool = False
    attributes: str = ""


class _Element(NamedTuple):
    name: str
    hidden: bool


def html_to_text(html: str) -> str:
    """Read the visible text of a page; scripts, styles, navigation, form controls and hidden elements are left out."""
    joined = _SPACES.sub(" ", "".join(_pieces(html)))
    blocks = (block.replace("\n", " ").strip(" ") for block in _BETWEEN_BLOCKS.split(joined))
    return "\n\n".join(_SPACES.sub(" ", block) for block in blocks if block)


def _pieces(html: str) -> Iterator[str]:
    """The visible text piece by piece: a line feed is a line break, two are the border of a block."""
    opened: list[_Element] = []
    for token in _tokens(html):
        before = bool(opened) and opened[-1].hidden
        _follow(opened, token)
        after = bool(opened) and opened[-1].hidden
        if token.name in _BLOCKS and not (before and after):
            yield "\n\n"
        if before or after:
            continue
        if token.name == "br":
            yield "\n"
        elif token.name == "q":
            yield "”" if token.closes else "“"
        elif not token.name:
            yield _WHITE.sub(" ", unescape(token.text))


def _follow(opened: list[_Element], token: _Token) -> None:
    """Keep the list of the elements that are open, and whether what is in them is hidden."""
    if not token.name or token.name in _VOID:
        return
    if token.closes:
        names = [element.name for element in opened[-_FARTHEST_PARENT:]]
        if token.name in names:
            del opened[len(opened) - names[::-1].index(token.name) - 1 :]
        return
    if opened and opened[-1].name == token.name and token.name in _CLOSED_BY_THEIR_LIKE:
        opened.pop()
    inherited = bool(opened) and opened[-1].hidden
    opened.append(_Element(token.name, inherited or token.name in _UNSEEN or _is_hidden(token.attributes)))


def _is_hidden(attributes: str) -> bool:
    if not _MAY_HIDE.search(attributes):
        return False
    found = {match[1].lower(): match[2] or "" for match in _ATTRIBUTE.finditer(attributes)}
    return "hidden" in found or bool(_HIDING.search(found.get("style", "")))


def _tokens(html: str) -> Iterator[_Token]:
    at = 0
    while at < len(html):
        sign = html.find("<", at)
        if sign < 0:
            yield _Token(html[at:])
            return
        if sign > at:
            yield _Token(html[at:sign])
        token, at = _markup(html, sign)
        if token:
            yield token
            if token.name in _RAW and not token.closes:
                yield _Token(html[at : (at := _raw_end(html, token.name, at))])


def _markup(html: str, start: int) -> tuple[_Token | None, int]:
    """What begins at the sign `<`, and where it ends; a tag or comment without an end runs to the end of the page."""
    if html.startswith("<!--", start):
        return None, _behind(html, "-->", start + 4)
    if html[start + 1 : start + 2] in ("!", "?"):
        return None, _behind(html, ">", start)
    if not _TAG_START.match(html, start):
        return _Token("<"), start + 1
    tag = _TAG.match(html, start)
    if not tag:
        return None, len(html)
    return _Token(tag[0], tag[2].lower(), bool(tag[1]), tag[3]), tag.end()


def _behind(html: str, sign: str, start: int) -> int:
    at = html.find(sign, start)
    return at + len(sign) if at >= 0 else len(html)


def _raw_end(html: str, name: str, start: int) -> int:
    """Where the raw text of an element ends; without an end tag, where the page does."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, start)
    return end.start() if end else len(html)
