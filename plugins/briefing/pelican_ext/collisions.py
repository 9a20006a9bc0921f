"""Two files at one address, and files that would leave the output folder or that not every disk can have."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..build.tree import is_inside, is_portable, place_of
from ..diagnostics import Code, Diagnostic, Span


def check_origins(origins: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of files, given with where each comes from; of two the later is to blame."""
    taken: dict[str, tuple[str, str]] = {}
    for name, origin in origins:
        place = place_of(name)
        if not is_inside(name):
            message = f"it would be written to '{name}', outside the output folder"
            yield Diagnostic(Code.OUTSIDE_OUTPUT, message, Span(origin), "mend its slug or save_as")
        elif not is_portable(name):
            message = f"not every disk can have a file named '{name[:60]}{'…' * (len(name) > 60)}'"
            yield Diagnostic(Code.BAD_SLUG, message, Span(origin), "give it a shorter name or slug, or another word")
        elif taken.setdefault(place, (name, origin))[1] != origin:
            yield _collision(origin, name, taken[place][1])
    yield from _files_for_folders(taken)


def check_others(names: Collection[str], ours: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file of Pelican's or another plugin's that is one of ours too."""
    yield from (_collision(name, name, "Pelican or another plugin") for name in sorted(names) if name in ours)


def _collision(origin: str, name: str, other: str) -> Diagnostic:
    """Return what is wrong with a file that goes where another one does."""
    message = f"it would be written to '{name}', where that of {other} goes"
    return Diagnostic(Code.URL_COLLISION, message, Span(origin), "give one of them another name, slug or save_as")


def _files_for_folders(taken: Mapping[str, tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that has the name of a folder another file needs."""
    folders = {place.rpartition("/")[0]: place for place in taken}
    for folder, below in list(folders.items()):
        while folder := folder.rpartition("/")[0]:
            folders.setdefault(folder, below)
    for place in sorted(taken.keys() & folders.keys()):
        name, origin = taken[place]
        below, other = taken[folders[place]]
        message = f"it would be written to '{name}', where '{below}' of {other} needs a folder"
        yield Diagnostic(Code.URL_COLLISION, message, Span(origin), "give one of them another name")
