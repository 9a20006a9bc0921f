"""A build of a whole site, step by step, for `pelican content` and for the commands that only check."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..checks.house.policy import HousePolicy
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span, told_once
from ..frozen import frozen, replace
from ..parsing.load import Shelf
from ..view.head import Head
from ..view.site import Site
from .between import check_aliases, check_related, check_slugs
from .commands import tool
from .executors import WorkerLostError, Workers
from .fingerprint import digest, of_converter
from .inputs import Inputs
from .lapsed import Lapsed, lapsed_of
from .listed import check_lists, place_in
from .output import InPlaceError, Output
from .overview import Overview, overview_of
from .plain_links import NO_LINKS, Links
from .reading import Progress, Reading, quiet
from .render import Theme
from .sorting import Sorted, sort_out
from .store import DamagedError, Store, StoreError
from .writing import Others, Result, Writing

if TYPE_CHECKING:  # made only where something must be made
    from .make import World
    from .preview import Files


T = TypeVar("T")


@frozen
class Setup:
    """What a build is given."""

    shelf: Shelf
    site: Site
    now: datetime
    """What is published later is under embargo."""
    state: Path
    """The folder of what is kept between builds."""
    key: str = ""
    """What every page depends on: the program, the settings, the theme."""
    templates: Theme | None = None
    workers: Workers = 1
    keeps_evidence: bool = False
    house: HousePolicy | None = None
    """The house rules; None where nobody asks for any."""


class SiteBuild:
    """One build: `read` first, then `write`; what is wrong is returned, and nothing is in place before the end."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.output: Output | None = None
        self._compiled = 0
        try:
            self._begin()
        except DamagedError:
            self._begin()

    def _begin(self) -> None:
        setup = self.setup
        self.store = Store(setup.state / "store.sqlite")
        key = digest(setup.key, setup.site.key, str(setup.now.tzinfo))
        self.reading = Reading(self.store, setup.shelf, setup.site.lang, key, self._world, setup.workers)

    def _mended(self, do: Callable[[], T]) -> T:
        """Do something; where the store proves to be damaged, and so is gone, begin with a new one and do it again."""
        try:
            return do()
        except DamagedError:
            self.reading.close()
            for known in ("briefings", "overview", "lapsed"):
                self.__dict__.pop(known, None)
            self._begin()
            if self.output:
                self.output.close()
                self.output = Output(self.output.folder, self.store)
            return do()

    @property
    def day(self) -> tuple[int, int, int]:
        """The day of the build: its month, its day, and as `datetime.date.toordinal` counts."""
        now = self.setup.now
        return now.month, now.day, now.toordinal()

    @cached_property
    def briefings(self) -> Sorted:
        """The briefings by what becomes of them; to be asked for when all are read."""
        month, day, ordinal = self.day
        found = sort_out(self.reading.heads, self.setup.now.timestamp())
        return replace(found, today=(month, day), day=ordinal)

    @cached_property
    def overview(self) -> Overview:
        """The briefings at a glance: as the last build knew them, where that holds."""
        kept: tuple[Any, ...] = self.store.load("overview", ())
        if kept and not self.reading.rows.are_regrouped:
            known = Overview._make(kept)
            if known.holds(self.setup.now.timestamp()):
                return known
        found = overview_of(self.briefings, self.reading.record)
        self.store.keep("overview", tuple(found))
        return found

    @cached_property
    def lapsed(self) -> Lapsed:
        """What time has overtaken: as the last build found it, on the same day and of the same briefings."""
        kept: tuple[Any, ...] = self.store.load("lapsed", ())
        rows, house = self.reading.rows, self.setup.house
        if kept and not rows.are_regrouped:
            known = Lapsed._make(kept)
            if known.day == self.day[2] and not any(rows[path].head.file in known.files for path in rows.before):
                return known
        found = lapsed_of(self.briefings, self.reading.record, house) if house else Lapsed(self.day[2])
        self.store.keep("lapsed", tuple(found))
        return found

    def is_shown(self, head: Head) -> bool:
        """Tell whether a briefing has a page: its date has come."""
        return head.opens <= self.setup.now.timestamp()

    def preview(self, path: str) -> "tuple[Files, Diagnostics]":
        """Return the files of one briefing as they will be, or what is wrong with it; nothing where all is new."""
        from .preview import preview

        reading = self.reading
        files, problems = preview(reading, reading.world, path) if reading.is_known else ({}, ())
        return files, told_once(problems, str(self.setup.shelf.root))

    def look(self, folder: Path) -> None:
        """Begin to look at the site that is there; it goes on while the briefings are read."""
        self.output = self._mended(lambda: Output(folder, self.store))

    def read(self, progress: Progress = quiet) -> Diagnostics:
        """Read and check everything that is not as it was."""
        return self._mended(lambda: self._read(progress))

    def _read(self, progress: Progress) -> Diagnostics:
        reading = self.reading
        try:
            found = reading.read(progress)
        except WorkerLostError as error:
            return (error.diagnostic,)
        found += self._between()
        if not reading.files:
            found += (_empty(self.setup.shelf),)
        return told_once(found, str(self.setup.shelf.root)) + (self.lapsed.warnings if self.setup.house else ())

    def _between(self) -> Diagnostics:
        """Return what is wrong between briefings; where they stand as they stood, and nothing was, nothing is."""
        reading = self.reading
        if not (reading.rows.are_regrouped or reading.unread) and self.store.load("agree", default=False):
            return ()
        heads, record = reading.heads, reading.record
        found = (*check_slugs(heads, record), *check_aliases(heads, record))
        found += tuple(check_lists(heads, partial(place_in, self.setup.shelf)))
        if not reading.unread:  # a relation may lead to one of them
            found += tuple(check_related(heads, record))
        self.store.keep("agree", not found and not reading.unread)
        return found

    def write(
        self,
        writing: Writing,
        folder: Path,
        others: Others,
        spare: Collection[str] | None,
        links: Links = NO_LINKS,
    ) -> tuple[Result, Diagnostics]:
        """Bring the site up to date and put it in place; raises OSError, InPlaceError where the new site is there."""
        output = self.output or Output(folder, self.store)
        try:
            result, problems = writing.write(output, others, spare, links)
            if not problems:
                self.keep()
        except WorkerLostError as error:
            return Result(), (error.diagnostic,)
        except (OSError, StoreError) as error:
            if output.is_published:
                raise InPlaceError(*error.args) from error
            raise
        return result, told_once(problems, str(self.setup.shelf.root))

    def forget(self) -> None:
        """Let go of what lists need of each briefing: all lists are planned."""
        self.reading.rows.forget(heads=True)
        self.__dict__.pop("briefings", None)

    def keep(self) -> None:
        """Keep what was learned for the next time."""
        self.reading.save()
        theme = self.setup.templates
        if theme and len(theme.codes) > self._compiled:
            self.store.keep("templates", theme.codes)
        self.store.commit()
        if self.setup.site.cards:
            from .card_pictures import prune

            prune(self.setup.state / "cards", 2 * self.overview.published + 100)

    def close(self) -> None:
        """Let go of the store and of what waits."""
        if self.output:
            self.output.close()
        self.reading.close()
        self.store.close()

    def _world(self, inputs: Inputs) -> "World":
        from .card_pictures import CardPictures
        from .make import World
        from .saved import SavedSources

        setup = self.setup
        zone = setup.now.tzinfo or UTC
        saved = SavedSources(setup.shelf)
        if setup.templates:
            setup.templates.codes.update(self.store.load("templates", {}))
            self._compiled = len(setup.templates.codes)
        return World(
            setup.shelf,
            setup.site,
            zone,
            inputs.register,
            inputs.catalogue,
            saved,
            setup.templates,
            setup.keeps_evidence,
            self.reading.aside,
            of_converter(setup.site.convert),
            setup.house,
            CardPictures(setup.state / "cards") if setup.site.cards else None,
        )


def _empty(shelf: Shelf) -> Diagnostic:
    folders = ", ".join(f"content/{folder}" for folder in shelf.briefings)
    message = f"there is no briefing in {folders}; the site is built without any"
    help = f"{tool(shelf.root)} new 'A title' writes a first one"
    return Diagnostic(Code.EMPTY_SITE, message, Span(folders), help, Severity.WARNING)
