"""The pages of one long list, numbered so that what is new changes as few of them as can be."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from ..frozen import frozen
from .values import LinkView

T = TypeVar("T")
PAGE_SIZE = 30  # entries of a page that is full; a front page has up to twice as many


@frozen
class Leaf(Generic[T]):
    """One page of a long list."""

    url: str
    items: Sequence[T]
    newer: LinkView | None = None
    older: LinkView | None = None


def numbered(url: str, title: str, ordered: Sequence[T]) -> Iterator[Leaf[T]]:
    """Yield the pages of one list, numbered from its oldest: what is new changes the front page alone.

    A numbered page is full and stays as it is; the front page has the rest, a page's worth at least.
    """
    full = max(0, len(ordered) // PAGE_SIZE - 1)
    links = [LinkView(title, f"{url}page/{number}/" if number else url) for number in (*range(1, full + 1), 0)]
    front = len(ordered) - full * PAGE_SIZE
    yield Leaf(url, ordered[:front], older=links[-2] if full else None)
    for i in range(full):
        end = len(ordered) - i * PAGE_SIZE
        yield Leaf(links[i].url, ordered[end - PAGE_SIZE : end], links[i + 1], links[i - 1] if i else None)
