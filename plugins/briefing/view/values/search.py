"""The page to search from, and what the search index is told."""

from dataclasses import dataclass
from typing import Literal

from ..text import LinkView
from .end_matter import TranslationView


@dataclass(frozen=True, slots=True)
class SearchFact:
    """What the index knows of a page besides its words (Pagefind's ``data-pagefind-KIND``)."""

    kind: Literal["filter", "meta", "sort"]
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page to search from."""

    title: str
    languages: tuple[TranslationView, ...]
    """Its like in other languages."""
    ways: tuple[LinkView, ...]
    """Where else to look."""
