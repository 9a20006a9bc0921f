"""The article on a saved web page: where the prose stands, without what is around it."""

import re
from collections import defaultdict

from lxml.html import HtmlElement

from .furniture import is_furniture
from .page_blocks import BLOCK_KINDS, HtmlBlock, names_body, read_blocks

_SENTENCE_END = re.compile(r"[.!?…][\"”’')]*$")
_FEWEST_WORDS = 80
_CLIMB = 1.2
_INHERITED = (1.0, 0.6, 0.3, 0.1)


def article_blocks(page: HtmlElement) -> list[HtmlBlock]:
    """The blocks of a page's article, in order; empty where the page has no prose."""
    blocks = read_blocks(page, strict=True)
    if sum(block.words for block in blocks if block.is_prose) < _FEWEST_WORDS:
        blocks = read_blocks(page, strict=False)
    container = _container(blocks)
    if container is None:
        return []
    inside = [block for block in blocks if container in block.parents]
    return _trimmed([block for block in inside if _is_kept(block)])


def _container(blocks: list[HtmlBlock]) -> HtmlElement | None:
    """The element the article stands in: where most prose is, as near to it as can be."""
    scores: dict[HtmlElement, float] = defaultdict(float)
    prose: dict[HtmlElement, int] = defaultdict(int)
    for block in blocks:
        if block.is_prose:
            own = 1 if block.parents[-1].tag in BLOCK_KINDS else 0
            around = block.parents[: len(block.parents) - own]
            for element, share in zip(reversed(around), _INHERITED, strict=False):
                scores[element] += share * block.words * (1.25 if names_body(element) else 1)
            for element in block.parents:
                prose[element] += block.words
    if not scores:
        return None
    best = max(scores, key=lambda element: scores[element])
    return _climbed(best, prose)


def _climbed(best: HtmlElement, prose: dict[HtmlElement, int]) -> HtmlElement:
    """The element around the best one that is the whole article, where the best is only a part of it."""
    element = best
    for around in best.iterancestors():
        if around.tag in ("body", "html"):
            break
        if around.tag == "article" or names_body(around):
            if prose[around] < 4 * prose[element]:
                return around
            break
    parent = element.getparent()
    if (
        parent is not None
        and parent.tag not in ("body", "html")
        and _CLIMB * prose[element] < prose[parent] < 3 * prose[element]
    ):
        return parent
    return element


def _is_kept(block: HtmlBlock) -> bool:
    if is_furniture(block.text):
        return False
    if block.linked > 0.6 and (block.words < 25 or block.kind == "item"):
        return False
    return not (block.kind == "subhead" and block.parents[-1].tag == "h1")


def _trimmed(blocks: list[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks without labels before the first prose and behind the last."""
    prose = [position for position, block in enumerate(blocks) if block.is_prose]
    if not prose:
        return []
    last = prose[-1] + 1
    while last < len(blocks) and _is_last_word(blocks[last]):
        last += 1
    return blocks[prose[0] : last]


def _is_last_word(block: HtmlBlock) -> bool:
    """Whether a short block behind the prose is a sentence of somebody's, and no label."""
    spoken = block.text[:1] in "\"“‘'" and any(mark in block.text[1:] for mark in "\"”’'")
    return spoken and block.kind == "paragraph" and not block.linked and bool(_SENTENCE_END.search(block.text))
