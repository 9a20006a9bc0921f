"""What actors and sources must hold wherever they stand: in a file of the register or the catalogue, or in a briefing.

Of an entry that has a file this is said there, once, whoever names it and whether anybody does.
"""

from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic
from ..model.actor import Actor
from ..model.source import Source
from ..parsing.located_value import LocatedValue, Path
from ..parsing.resolve import Resolved
from .countries import unknown_country
from .open_marks import marks_in, still_open
from .values import Fault, unfit_language, unsafe_address

Entry = Actor | Source


def check_entry(entry: Entry, fields: LocatedValue) -> Iterator[Diagnostic]:
    """Yield what is wrong with an entry in its own file; what is still to be settled in it is a note."""
    yield from _faults(entry, fields, ())
    for mark, span in marks_in(fields, len(fields.file.text)):
        yield still_open(mark, span)


def entries_are_sound(resolved: Resolved) -> Iterator[Diagnostic]:
    """What a briefing itself writes of an actor or a source holds the same."""
    fields, b = resolved.manuscript.fields, resolved.briefing
    lists: tuple[tuple[str, tuple[Entry, ...]], ...] = (("actors", b.actors), ("sources", b.sources))
    for field, entries in lists:
        for i, entry in enumerate(entries):
            yield from _faults(entry, fields, (field, i))


def _faults(entry: Entry, fields: LocatedValue, place: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with an entry where it stands at this place of a file; what comes from elsewhere is not."""
    for steps, fault in _values(entry):
        if fault and fields.has(*place, *steps):
            yield Diagnostic(Code.WRONG_VALUE, fault[0], fields.at(*place, *steps), fault[1])


def _values(entry: Entry) -> Iterator[tuple[Path, Fault]]:
    if isinstance(entry, Actor):
        yield from ((("same_as", i), unsafe_address(url)) for i, url in enumerate(entry.same_as))
        yield ("country",), unknown_country(entry.country)
    else:
        yield from (((name,), unsafe_address(getattr(entry, name))) for name in ("url", "archive_url"))
        yield ("lang",), unfit_language(entry.lang)
