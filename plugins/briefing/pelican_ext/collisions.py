"""Two files at one address, and files that would leave the output folder or that not every disk can have."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..build.tree import is_inside, is_portable, place_of
from ..diagnostics import Code, Diagnostic, Diagnostics, Span

if TYPE_CHECKING:  # an unchanged site does without
    from ..view.record import NamedPlace


def check_addresses(origins: Iterable[tuple[str, str]], aliases: Iterable[tuple[str, "NamedPlace"]]) -> Diagnostics:
    """Return what is wrong with the files of pages, and of those at addresses that briefings had before."""
    origins = list(origins)
    taken = {place_of(name): origin for name, origin in origins}
    wrong = []
    for name, place in aliases:
        if problem := _of_alias(name, taken):
            message, help = problem
            wrong.append(Diagnostic(Code.BAD_ALIAS, f"the alias '/{place.name}' {message}", place.span, help))
        else:
            origins.append((name, place.span.path))
    return (*wrong, *check_origins(origins))


def _of_alias(name: str, taken: Mapping[str, str]) -> tuple[str, str] | None:
    """Return why there can be no page at an alias, and what to do; None where there can."""
    if place_of(name) in taken:
        return f"is the address of {taken[place_of(name)]}", "take it away here: that page is there"
    steps = place_of(name).split("/")
    above = ("/".join(steps[:n]) for n in range(1, len(steps)))
    if in_the_way := next((taken[folder] for folder in above if folder in taken), ""):
        return f"needs a folder in the place of {in_the_way}", "take it away here: no page can have had that address"
    if not is_portable(name):
        return "is an address that not every disk can have", "take it away, or write a shorter one"
    return None


def check_origins(origins: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files of pages, given with where each comes from; of two the later is to blame."""
    taken: dict[str, str] = {}
    for name, origin in origins:
        if not is_inside(name):
            message = f"the page would be written to '{name}', outside the output folder"
            yield Diagnostic(Code.OUTSIDE_OUTPUT, message, Span(origin), "mend its slug or save_as")
        elif not is_portable(name):
            message = f"not every disk can have a file named '{name[:60]}{'…' * (len(name) > 60)}'"
            yield Diagnostic(Code.BAD_SLUG, message, Span(origin), "give it a shorter slug, or another word")
        elif taken.setdefault(place_of(name), origin) != origin:
            yield _collision(origin, name, f"{taken[place_of(name)]} goes")
    yield from _nested(taken)


def _nested(taken: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that stands where another needs a folder."""
    folders: set[str] = set()
    for place, origin in taken.items():
        folder = place.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            if folder in taken:
                yield _collision(taken[folder], folder, f"{origin} needs a folder of that name")
            folder = folder.rpartition("/")[0]


def check_others(names: Collection[str], ours: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file of Pelican's or another plugin's that is one of ours too."""
    others = "a file of Pelican's or another plugin's goes"
    yield from (_collision(name, name, others) for name in sorted(names) if name in ours)


def _collision(origin: str, name: str, other: str) -> Diagnostic:
    message = f"it would be written to '{name}', where {other}"
    return Diagnostic(Code.URL_COLLISION, message, Span(origin), "give one of them another name, slug or save_as")
