"""A built site as values: its pages, its files, and where it is served."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup


@dataclass(frozen=True)
class Page:
    """One HTML file of a site."""

    site: str
    """The name of its site."""
    path: str
    """Below the site's folder."""
    html: str
    address: str
    """Where it is served."""

    @property
    def name(self) -> str:
        """Its site and path as people say them, without index.html."""
        return f"{self.site}/{self.path.removesuffix('index.html')}"

    @cached_property
    def tree(self) -> BeautifulSoup:
        """Its elements."""
        return BeautifulSoup(self.html, "lxml")

    @cached_property
    def ids(self) -> frozenset[str]:
        """What a fragment may name."""
        return frozenset(str(element["id"]) for element in self.tree.select("[id]"))

    @property
    def shape(self) -> str:
        """Its address with what varies left out: pages of one shape come from one template."""
        folder, _, last = self.path.removesuffix("index.html").rstrip("/").rpartition("/")
        return f"{folder}/{'#' if last.isdigit() else '*'}" if folder else last


@dataclass(frozen=True)
class Site:
    """A built site, served at an address."""

    name: str
    folder: Path
    address: str
    """With a trailing slash."""
    relative: bool
    """Whether its links lead from page to page, and so work from a disk too."""
    pages: tuple[Page, ...]
    files: frozenset[str]

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """Its pages by their paths."""
        return {page.path: page for page in self.pages}


def load_site(name: str, folder: Path, address: str, *, relative: bool = True) -> Site:
    """Return a built site, read from its folder."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = [
        Page(name, path, (folder / path).read_text(encoding="utf-8"), address + path.removesuffix("index.html"))
        for path in files
        if path.endswith(".html")
    ]
    return Site(name, folder, address, relative, tuple(pages), frozenset(files))


def examples(sites: Iterable[Site], each: int = 2) -> list[tuple[Site, Page]]:
    """Return the largest pages of every shape: what is true of them is true of the others."""
    by_shape: dict[str, list[tuple[Site, Page]]] = {}
    for site in sites:
        for page in site.pages:
            by_shape.setdefault(page.shape, []).append((site, page))
    for pages in by_shape.values():
        pages.sort(key=lambda at: -len(at[1].html))
    return [at for shape in sorted(by_shape) for at in by_shape[shape][:each]]
