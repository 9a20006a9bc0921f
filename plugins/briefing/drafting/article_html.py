"""The article on a saved web page: where the prose stands, without what is around it."""

import re
from collections import Counter, defaultdict
from itertools import islice, pairwise

from lxml.html import HtmlElement

from .furniture import is_furniture
from .page_blocks import BLOCK_KINDS, HtmlBlock, read_blocks
from .page_names import names_body, names_lead

_SENTENCE_END = re.compile(r"[.!?…][\"”’')]*$")
_FOLLOWS = re.compile(
    r"(?i)\W*(?:\d+ )?(?:comments?|responses|replies|leave a (?:reply|comment)|post a comment|about the authors?"
    r"|(?:related|recommended|popular|latest|trending)(?: (?:articles|stories|posts|news|content|coverage|topics))?"
    r"|you (?:may|might) (?:also )?(?:like|be interested).*|more (?:from|on|in|stories|news).*"
    r"|most (?:read|popular|viewed)"
    r"|(?:read|see) (?:also|next))(?: \(?\d+\)?)?\W*$"
)
"""Headings of what follows an article."""
_LONGEST_LABEL = 8
_FEWEST_WORDS = 80
_CLIMB = 1.2
_NEAR = 3
"""Steps around a container within which its other pieces are looked for."""
_LEAD_WITHIN = 8
"""Blocks between an opening paragraph and the others: who wrote it, when, and the buttons."""
_SHORTEST_LEAD = 20
_ALL_LINKED = 0.9
_LONGEST_TEASER = 60
_MOST_IN_CARD = 4
_FEWEST_CARDS = 3
_CARDS_AT_MOST = 0.35
"""What more of the prose is in cards than this is the article itself: a list of things with a link to each."""
_INHERITED = (1.0, 0.6, 0.3, 0.1)


def article_blocks(page: HtmlElement) -> list[HtmlBlock]:
    """The blocks of a page's article, in order; empty where the page has no prose."""
    blocks = read_blocks(page, strict=True)
    if sum(block.words for block in blocks if block.is_prose) < _FEWEST_WORDS:
        blocks = read_blocks(page, strict=False)
    container = _container(blocks)
    if container is None:
        return []
    parts = _parts(container, blocks)
    inside = [block for block in blocks if not parts.isdisjoint(block.parents)]
    inside = [*_lead(blocks, inside), *inside]
    beside = _cards(inside)
    kept = [block for block in _told(inside) if beside.isdisjoint(block.parents) and _is_kept(block)]
    return _trimmed(kept)


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


def _parts(container: HtmlElement, blocks: list[HtmlBlock]) -> set[HtmlElement]:
    """The container and those near it that are named like it: an article may be cut in pieces around adverts."""
    named = (container.tag, container.get("class"))
    home = _nearest(container, _NEAR)
    if not named[1] or home is None or container.tag == "article":
        return {container}
    own = _own_article(container)
    alike = (
        e for b in blocks if b.is_prose and home in b.parents for e in b.parents if (e.tag, e.get("class")) == named
    )
    return {container, *(element for element in alike if _own_article(element) is own)}


def _lead(blocks: list[HtmlBlock], inside: list[HtmlBlock]) -> list[HtmlBlock]:
    """The opening paragraph, where a page has it in an element of that name right before the others."""
    first = next((at for at, block in enumerate(blocks) if inside and block is inside[0]), 0)
    for block in reversed(blocks[max(0, first - _LEAD_WITHIN) : first]):
        is_lead = block.is_prose and block.words >= _SHORTEST_LEAD and bool(_SENTENCE_END.search(block.text))
        if is_lead and any(names_lead(element) for element in block.parents[-2:]):
            return [] if any(block.text in other.text for other in inside) else [block]
    return []


def _nearest(element: HtmlElement, steps: int) -> HtmlElement | None:
    """The element some steps around another, below the body of the page."""
    around = [e for e in islice(element.iterancestors(), steps) if e.tag not in ("body", "html")]
    return around[-1] if around else None


def _own_article(element: HtmlElement) -> HtmlElement | None:
    return next((e for e in element.iterancestors() if e.tag == "article"), None)


def _cards(blocks: list[HtmlBlock]) -> set[HtmlElement]:
    """The elements that only lead to other articles: several of one name, each a linked title with a few words."""
    inside: Counter[HtmlElement] = Counter(parent for block in blocks for parent in block.parents)
    alike: dict[tuple[str, str], set[HtmlElement]] = defaultdict(set)
    for title, words in pairwise(blocks):
        if title.linked > _ALL_LINKED and words.linked < 1 - _ALL_LINKED and words.words < _LONGEST_TEASER:
            around = set(title.parents)
            card = next((e for e in reversed(words.parents) if e in around), None)
            if card is not None and inside[card] <= _MOST_IN_CARD:
                alike[card.tag, card.get("class", "")].add(card)
    found = {card for cards in alike.values() if len(cards) >= _FEWEST_CARDS for card in cards}
    prose = sum(block.words for block in blocks if block.is_prose)
    theirs = sum(block.words for block in blocks if block.is_prose and not found.isdisjoint(block.parents))
    return found if theirs < _CARDS_AT_MOST * prose else set()


def _told(blocks: list[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks before those that follow the article, without the headings of lists of links."""
    told: list[HtmlBlock] = []
    ahead = sum(block.words for block in blocks if block.is_prose)
    behind = 0
    for at, block in enumerate(blocks):
        if block.words <= _LONGEST_LABEL and behind > ahead and _FOLLOWS.match(block.text):
            break
        prose = block.words if block.is_prose else 0
        ahead, behind = ahead - prose, behind + prose
        if not any(_heads_links(block, following) for following in blocks[at + 1 : at + 2]):
            told.append(block)
    return told


def _heads_links(block: HtmlBlock, following: HtmlBlock) -> bool:
    """Whether a block is the heading of a list of links."""
    is_label = block.kind == "subhead" and block.words <= _LONGEST_LABEL // 2
    return is_label and following.kind == "item" and following.linked > _ALL_LINKED


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
    first, last = prose[0], prose[-1] + 1
    while first and _is_beside(blocks[first - 1], blocks[first]):
        first -= 1
    while last < len(blocks) and (_is_last_word(blocks[last]) or _is_beside(blocks[last], blocks[last - 1])):
        last += 1
    return blocks[first:last]


def _is_beside(block: HtmlBlock, prose: HtmlBlock) -> bool:
    """Whether a short block is a sentence that stands in one row with a block of the prose."""
    in_row = block.parents[:-1] == prose.parents[:-1] and block.parents[-1].tag == prose.parents[-1].tag == "p"
    return in_row and not block.linked and bool(_SENTENCE_END.search(block.text))


def _is_last_word(block: HtmlBlock) -> bool:
    """Whether a short block behind the prose is a sentence of somebody's, and no label."""
    spoken = block.text[:1] in "\"“‘'" and any(mark in block.text[1:] for mark in "\"”’'")
    return spoken and block.kind == "paragraph" and not block.linked and bool(_SENTENCE_END.search(block.text))
