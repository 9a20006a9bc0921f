"""The page to search from, and what the search index is told."""

from typing import Literal

from ...frozen import frozen
from ..text import LinkView
from .end_matter import TranslationView


@frozen
class SearchFact:
    """What the index knows of a page besides its words (Pagefind's ``data-pagefind-KIND``)."""

    kind: Literal["filter", "meta", "sort"]
    name: str
    content: str


@frozen
class SearchView:
    """The page to search from."""

    title: str
    languages: tuple[TranslationView, ...]
    """Its like in other languages."""
    ways: tuple[LinkView, ...]
    """Where else to look."""
