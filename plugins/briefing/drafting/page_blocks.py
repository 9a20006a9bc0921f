"""A saved web page cut into blocks of text; what is hidden, or named as standing beside the article, is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from ..evidence.word_list import listed
from .page_names import COMMENTS, names_aside, names_body

HtmlKind = Literal["paragraph", "subhead", "item", "quotation"]
_UNSEEN = listed(
    """
    script style noscript template nav aside footer button iframe svg object embed select option input textarea
    label canvas audio video figcaption dialog menu head meta link title amp-ad amp-sidebar amp-consent amp-embed
    """
)
BLOCK_KINDS: dict[str, HtmlKind] = {
    "p": "paragraph", "pre": "paragraph", "blockquote": "quotation", "li": "item", "dd": "item", "dt": "item",
    "h1": "subhead", "h2": "subhead", "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead",
}  # fmt: skip
"""The elements that are blocks of an article, and what each of them is."""
_CONTAINERS = listed(
    """
    html body div section article main header figure ul ol dl table tbody thead tr td th center fieldset details
    summary address hr amp-img picture
    """
)
_UNSPACED = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of the scripts that put no space between words: Thai, Burmese, Khmer, Japanese, Chinese."""
_LARGEST_TREE = 200_000
_MOST_OF_PAGE = 0.4
_PROSE_WORDS = 8
_MOST_LINKED = 0.4


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block of the page: its text on one line, its kind, and how much of it is links (0–1)."""

    text: str
    kind: HtmlKind
    linked: float
    parents: tuple[HtmlElement, ...]

    @property
    def words(self) -> int:
        """How many words it has; two letters count as a word where a script has no spaces."""
        spaced = self.text.count(" ") + 1
        return spaced if self.text.isascii() else spaced + len(_UNSPACED.findall(self.text)) // 2

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text, and not as a label or a list of links."""
        return self.words >= _PROSE_WORDS and self.linked < _MOST_LINKED and self.kind != "subhead"


def parse_page(html: str) -> HtmlElement | None:
    """Parse a page as browsers would, however broken; None where there is no element in it."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class _Sieve:
    """What is left out of a page; with `strict`, also what its names show to be beside the article."""

    strict: bool
    prose: int
    """The length of all paragraphs of the page."""


def read_blocks(page: HtmlElement, *, strict: bool) -> list[HtmlBlock]:
    """Cut the page into blocks; with `strict`, what its names show to be beside the article is left out."""
    sieve = _Sieve(strict, _prose_in(page.getroottree()))
    blocks: list[HtmlBlock] = []
    stack: list[tuple[HtmlElement, tuple[HtmlElement, ...], HtmlKind]] = [(page, (), "paragraph")]
    visited = 0
    while stack and visited < _LARGEST_TREE:
        element, parents, kind = stack.pop()
        visited += 1
        if not isinstance(element.tag, str) or _is_unseen(element, sieve):
            continue
        kind = BLOCK_KINDS.get(element.tag, kind)
        parents = (*parents, element)
        groups = list(_inline_groups(element, sieve))
        blocks += (block for text, linked in groups if (block := _block(text, linked, kind, parents)))
        stack += ((child, parents, kind) for child in reversed(_block_children(element)))
    return blocks


def _is_unseen(element: HtmlElement, sieve: _Sieve) -> bool:
    if element.tag == "form":  # some publishing systems wrap the whole page in one
        return not (_holds_most(element, sieve) or _is_most_of_text(element))
    if element.tag in _UNSEEN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in element.get("style", "").replace(" ", ""):
        return True
    if element.tag in ("html", "body", "article", "main"):
        return False
    if not sieve.strict or not (words := names_aside(element)):
        return False
    return not (_holds_most(element, sieve) and (COMMENTS.isdisjoint(words) or _holds_article(element)))


def _holds_article(element: HtmlElement) -> bool:
    return any(e.tag in ("h1", "article", "main") or names_body(e) for e in element.iterdescendants())


def _holds_most(element: HtmlElement, sieve: _Sieve) -> bool:
    """Whether most paragraphs of the page are in an element: then its name tells of the layout, not of the element."""
    own = _prose_in(element)
    return own > 0 and own > _MOST_OF_PAGE * sieve.prose


def _is_most_of_text(element: HtmlElement) -> bool:
    """Whether most of the page's text is in an element, on a page that is written without paragraphs."""
    whole = element.getroottree().getroot()
    return len(" ".join(element.itertext())) > _MOST_OF_PAGE * len(" ".join(whole.itertext()))


def _prose_in(element: Any) -> int:
    return sum(len(p.text or "") + 1 for p in element.iter("p"))


def _is_block(element: HtmlElement) -> bool:
    return element.tag in BLOCK_KINDS or element.tag in _CONTAINERS or (len(element) > 0 and _holds_block(element))


def _holds_block(element: HtmlElement) -> bool:
    return any(child.tag in BLOCK_KINDS or child.tag in _CONTAINERS for child in element.iterdescendants())


def _block_children(element: HtmlElement) -> list[HtmlElement]:
    return [child for child in element if isinstance(child.tag, str) and _is_block(child)]


def _inline_groups(element: HtmlElement, sieve: _Sieve) -> Iterator[tuple[str, float]]:
    """The runs of text directly inside an element, parted by its blocks and double line breaks."""
    pieces: list[str] = [element.text or ""]
    linked = breaks = 0
    for child in element:
        if isinstance(child.tag, str) and _is_block(child):
            yield "".join(pieces), linked
            pieces, linked = [], 0
        elif child.tag == "br":
            breaks = breaks + 1 if not (child.tail or "").strip() else 0
            if breaks or (child.getprevious() is not None and child.getprevious().tag == "br"):
                yield "".join(pieces), linked
                pieces, linked = [], 0
            pieces.append(" ")
        elif isinstance(child.tag, str) and not _is_unseen(child, sieve):
            text = _visible(child)
            linked += len(text) if child.tag == "a" else sum(len(_visible(a)) for a in child.iter("a"))
            pieces.append(text)
        pieces.append(child.tail or "")
    yield "".join(pieces), linked


def _visible(element: HtmlElement) -> str:
    if element.tag == "q":
        return f"“{''.join(element.itertext())}”"
    return (
        "".join(element.itertext()) if not any(e.tag in _UNSEEN for e in element.iter()) else _without_unseen(element)
    )


def _without_unseen(element: HtmlElement) -> str:
    own = element.text or ""
    return own + "".join(
        ("" if not isinstance(c.tag, str) or c.tag in _UNSEEN else "".join(c.itertext())) + (c.tail or "")
        for c in element
    )


def _block(text: str, linked: float, kind: HtmlKind, parents: tuple[HtmlElement, ...]) -> HtmlBlock | None:
    joined = " ".join(text.split())
    if not joined:
        return None
    inside_link = any(parent.tag == "a" for parent in parents)
    return HtmlBlock(joined, kind, 1.0 if inside_link else min(1.0, linked / len(joined)), parents)
