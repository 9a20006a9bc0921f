"""Links from one post to another: where they led in the other site, and which article that is here."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from os.path import normpath
from pathlib import PurePosixPath
from typing import NamedTuple

from ..view.markup import slug_of

FindPost = Callable[[str], str]
"""From the target of a link, as it was written, to what it is here; "" where it leads to no post that is known."""
Parts = tuple[str, ...]

ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".php")
FILES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"),
    *(
        ".pdf",
        ".csv",
        ".tsv",
        ".xlsx",
        ".ods",
        ".docx",
        ".odt",
        ".pptx",
        ".odp",
        ".zip",
        ".txt",
        ".mp3",
        ".mp4",
        ".webm",
    ),
)
"""The endings of what a post shows or offers beside its words."""
NAMED = (
    re.compile(r"\{%-?\s*(?:post_url|link)\s+(?P<name>[^\s{}%]+)\s*-?%\}(?P<place>#\S*)?"),
    re.compile(r"""\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'](?P<name>[^"'{}\n]+)["'][^{}\n]*[>%]\}\}(?P<place>#\S*)?"""),
)
"""How Jekyll and Hugo name another post: by its file, or by the end of its path."""
FILTERED = re.compile(r"""\{\{-?\s*["'](?P<name>[^"'{}\n]+)["']\s*\|[^{}\n]*\}\}(?P<place>#\S*)?""")
"""An address before which Jekyll puts that of its site: ``{{ "/about/" | relative_url }}``."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|[#{]", re.IGNORECASE)


def leads_within(target: str) -> bool:
    """Tell whether the target of a link is a page of the site it stands in, and not its front page, which all have."""
    return bool(target.strip("/")) and not _ELSEWHERE.match(target) and not is_file(target)


def is_file(target: str) -> bool:
    """Tell whether the target of a link is a file that is no page."""
    return re.split("[?#]", target, maxsplit=1)[0].lower().endswith(FILES)


class Place(NamedTuple):
    """Where a post stood in its own site, and which article it is here."""

    path: str
    """Without ending, language, or the name of an index: ``content/posts/dam``."""
    folder: str
    """That its file lies in."""
    lang: str
    article: str
    """The name of its file here."""
    addresses: Sequence[str]
    """What it says of its address there, and what that was by custom."""


def addresses_by_custom(date: str, slug: str, sections: Iterable[str]) -> Iterator[str]:
    """Yield the addresses that a post of Jekyll or WordPress has where nobody has said another."""
    year, month, day = (*date[:10].split("-"), "", "")[:3]
    below = ("", "/".join(filter(None, map(slug_of, sections))))
    for section, dated in product(below, ("", f"{year}/{month}/{day}", f"{year}/{month}")):
        yield f"/{section}/{dated}/{slug}"


class Places:
    """All posts of an import, to be found by what links say."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Look the places through once."""
        self._by_name: Mapping[str, list[Place]] = defaultdict(list)
        self._by_address: Mapping[Parts, list[Place]] = defaultdict(list)
        for place in places:
            self._by_name[PurePosixPath(place.path).name].append(place)
            for parts in {_parts(address) for address in place.addresses}:
                self._by_address[parts].append(place)

    def finder(self, place: Place) -> FindPost:
        """Return what finds the posts that this one leads to; of several translations, the one in its language."""

        def find(target: str) -> str:
            named = next(filter(None, (each.fullmatch(target) for each in NAMED)), None)
            written = named or FILTERED.fullmatch(target)
            given, _, fragment = (written["name"] if written else target).partition("#")
            found = _only(self._named(given) if named else self._led_to(given.partition("?")[0], place), place.lang)
            anchor = f"#{fragment}" if fragment else (written and written["place"]) or ""
            return f"{{filename}}{found.article}.md{anchor}" if found else ""

        return find

    def _named(self, name: str) -> Iterator[Place]:
        parts = _parts(name)
        same = self._by_name.get(parts[-1], ()) if parts else ()
        yield from (place for place in same if _parts(place.path)[-len(parts) :] == parts)

    def _led_to(self, address: str, place: Place) -> Iterator[Place]:
        if not address or _ELSEWHERE.match(address):
            return
        if address.startswith("/"):
            yield from self._by_address.get(_parts(address)) or self._named(address)
            return
        for folder in (place.folder,) if address.endswith(ENDINGS[:4]) else (place.path, place.folder):
            there = PurePosixPath(normpath(f"{folder}/{_without_ending(address)}"))
            yield from (each for each in self._by_name.get(there.name, ()) if PurePosixPath(each.path) == there)


def _only(found: Iterable[Place], lang: str) -> Place | None:
    places = list(dict.fromkeys(found))
    spoken = [place for place in places if place.lang == lang]
    return next((some[0] for some in (spoken, places) if len(some) == 1), None)


def _parts(path: str) -> Parts:
    return tuple(part for part in _without_ending(path).split("/") if part not in ("", ".", ".."))


def _without_ending(path: str) -> str:
    ending = next((each for each in ENDINGS if path.lower().endswith(each)), "")
    bare = path.removesuffix("/") if not ending else path[: -len(ending)]
    return bare.removesuffix("index") if bare.endswith("/index") or bare == "index" else bare
