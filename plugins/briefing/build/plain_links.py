"""The plain links of the site's pages, each held against the files of the site when all of them are known."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Span
from ..frozen import frozen
from .addresses import Files, Leading, check_addresses
from .output import Output

if TYPE_CHECKING:
    from ..view.record import NamedPlace
    from .site_build import SiteBuild


@frozen
class Links:
    """The plain links of what others wrote, and the beginnings of addresses of this host that others serve."""

    written: tuple[Leading, ...] = ()
    elsewhere: tuple[str, ...] = ()


NO_LINKS = Links()


class PlainLinks:
    """The plain links of briefings, and those of others."""

    def __init__(self, build: "SiteBuild") -> None:
        self.build = build

    @cached_property
    def addressed(self) -> list[tuple[str, tuple[str, ...]]]:
        """The briefings that have plain links, and where these lead."""
        return [(head.path, head.addresses) for head in self.build.briefings.shown if head.addresses]

    def check(self, output: Output, gone: Collection[str], links: Links, *, own: bool) -> Iterator[Diagnostic]:
        """Yield what is wrong with the links of others, and with `own`: those of briefings."""
        if own or links.written:
            names = set(output.kept).difference(gone)
            files = Files(names, lambda n: (output.folder / n).is_file(), lambda n: _text(output.next / n))
            yield from check_addresses(chain(self._leading() if own else (), links.written), files, links.elsewhere)

    def may_be_dead(self, made: Sequence[str]) -> bool:
        """Tell whether a link of a briefing that led somewhere may lead nowhere once some files are made anew."""
        return not frozenset(self.build.overview.pointed).isdisjoint(made)

    def _leading(self) -> Iterator[Leading]:
        places = lru_cache(maxsize=1)(lambda path: self.build.reading.record(path).places["addresses"])
        for path, addresses in self.addressed:
            for n, address in enumerate(addresses):
                yield Leading(address, partial(_place, places, path, n))


def _place(places: Callable[[str], Sequence["NamedPlace"]], path: str, number: int) -> Span:
    return places(path)[number].span


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.is_file() else ""
