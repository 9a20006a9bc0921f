"""An article as read: its text, its blocks, and what it says of itself."""

from dataclasses import dataclass
from typing import Literal

from ..evidence.source_text import SourceText

BlockKind = Literal[
    "section",
    "title",
    "standfirst",
    "date",
    "publisher",
    "byline",
    "dateline",
    "paragraph",
    "item",
    "quotation",
    "subhead",
    "credit",
    "furniture",
]
BODY: frozenset[BlockKind] = frozenset(["paragraph", "item", "quotation"])
"""The kinds of blocks in which somebody can speak."""
TELLING: frozenset[BlockKind] = BODY | frozenset(["title", "standfirst", "subhead"])
"""The kinds of blocks in which a person or a day can be named."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text, by its offsets in characters, and what it is."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an article says of itself, as printed; "" for what it does not say. `date` is in EDTF."""

    title: str = ""
    date: str = ""
    publisher: str = ""
    author: tuple[str, ...] = ()
    dateline: str = ""
    credit: str = ""
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: offsets of everything found in it are offsets in `source.text`."""

    source: SourceText
    blocks: tuple[Block, ...]
    imprint: Imprint

    @property
    def telling(self) -> list[Block]:
        """The blocks that belong to the article, its headlines among them."""
        return [block for block in self.blocks if block.kind in TELLING]
