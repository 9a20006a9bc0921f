"""A build of a whole site, step by step, for `pelican content` and for the commands that only check."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..checks.house.policy import HousePolicy
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..parsing.load import Shelf
from ..view.site import Site
from .between import check_aliases, check_related, check_slugs
from .executors import WorkerLostError, Workers
from .fingerprint import digest, of_converter
from .inputs import Inputs
from .lapsed import check_lapsed
from .listed import check_lists, place_in
from .reading import Progress, Reading, quiet
from .render import Theme
from .sorting import Sorted, sort_out
from .store import Store
from .writing import NO_LINKS, Links, Result, Writing

if TYPE_CHECKING:  # made only where something must be made
    from .make import World


@dataclass(frozen=True, slots=True)
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
        self.store = Store(setup.state / "store.sqlite")
        key = digest(setup.key, setup.site.key, str(setup.now.tzinfo))
        self.reading = Reading(self.store, setup.shelf, setup.site.lang, key, self._world, setup.workers)
        self.briefings = Sorted()

    def read(self, progress: Progress = quiet) -> Diagnostics:
        """Read and check everything that is not as it was."""
        try:
            found = self.reading.read(progress)
        except WorkerLostError as error:
            return (error.diagnostic,)
        heads, record = self.reading.heads, self.reading.record
        found += tuple(check_slugs(heads, record))
        found += tuple(check_aliases(heads, record))
        found += tuple(check_lists(heads, partial(place_in, self.setup.shelf)))
        if not self.reading.unread:  # a relation may lead to one of them
            found += tuple(check_related(heads, record))
        if not self.reading.files:
            found += (_empty(self.setup.shelf),)
        now, house = self.setup.now, self.setup.house
        self.briefings = replace(sort_out(heads, now.timestamp()), today=(now.month, now.day), day=now.toordinal())
        return found + (tuple(check_lapsed(self.briefings, record, house, are_notes=False)) if house else ())

    def write(
        self,
        writing: Writing,
        folder: Path,
        others: Mapping[str, tuple[str, Path]],
        spare: Collection[str] | None,
        links: Links = NO_LINKS,
    ) -> tuple[Result, Diagnostics]:
        """Bring the site up to date and put it in place; raises OSError."""
        try:
            result, problems = writing.write(folder, others, spare, links)
        except WorkerLostError as error:
            return Result(), (error.diagnostic,)
        if not problems:
            self.keep()
        return result, problems

    def keep(self) -> None:
        """Keep what was learned for the next time."""
        self.reading.save()
        self.store.commit()

    def close(self) -> None:
        """Let go of the store and of what waits."""
        self.reading.close()
        self.store.close()

    def _world(self, inputs: Inputs) -> "World":
        from .make import World
        from .saved import SavedSources

        setup = self.setup
        zone = setup.now.tzinfo or UTC
        saved = SavedSources(setup.shelf)
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
        )


def _empty(shelf: Shelf) -> Diagnostic:
    folders = ", ".join(f"content/{folder}" for folder in shelf.briefings)
    message = f"there is no briefing in {folders}; the site is built without any"
    return Diagnostic(
        Code.EMPTY_SITE, message, Span(folders), "invoke new 'A title' writes a first one", Severity.WARNING
    )
