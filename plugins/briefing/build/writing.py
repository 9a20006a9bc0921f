"""The second half of a build: which files the site shall have, and those that are not there as they should be."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Diagnostics
from ..exports.redirects import file_of, moved
from ..frozen import frozen, replace
from ..view.head import Head
from .abouts import Abouts
from .across import Across
from .executors import Pool, in_shards
from .fingerprint import digest
from .names import save_as
from .output import Output
from .plain_links import NO_LINKS, Links, PlainLinks

if TYPE_CHECKING:
    from ..view.record import NamedPlace
    from .placing import PlaceJob
    from .site_build import SiteBuild

MEMBERS = 240
"""Of files that are made from many briefings, how many members are sent to a worker at a time: eight pages of thirty.

What each member shows goes with them, ten kilobytes for some, and a page of the timeline has hundreds."""
READ = 32  # briefings that are put in their places at a time
Others = Mapping[str, tuple[str, Path]]
"""Files of the site that others made: by name, what each is made from, and where it waits."""


@frozen
class Result:
    """What a build did to the files of the site."""

    made: int = 0
    kept: int = 0
    removed: int = 0


class Writing:
    """The files of a site whose briefings were read; `targets` are the addresses of files that links may name.

    Where no briefing came, went or stands elsewhere, the last build's plan of the site holds, and only the files that
    show a changed briefing are looked for. Else every file is planned anew, and compared with what it was made from.
    """

    def __init__(
        self, build: "SiteBuild", targets: Mapping[str, str], ordinary: tuple[tuple[str, int], ...] = ()
    ) -> None:
        self.build, self.reading, self.store = build, build.reading, build.store
        self.targets, self.ordinary, self.links = targets, ordinary, PlainLinks(build)
        self.given_way: frozenset[str] = frozenset()
        """The names of small files that the site has of its own."""
        moment = (len(build.overview.embargoed), build.day, ordinary)
        self._planned_from = digest(self.reading.key, repr(moment), repr(sorted(targets.items())))
        known: str = self.store.load("planned", "")
        self._plan(is_known=not self.reading.rows.are_regrouped and known == self._planned_from)

    def _plan(self, *, is_known: bool) -> None:
        self.is_planned = is_known
        briefings = None if is_known else replace(self.build.briefings, ordinary=self.ordinary)
        self.abouts = Abouts(self.reading, briefings, self.targets)
        self.across = Across(self.reading, self.abouts, briefings)

    def is_new(self, theirs: tuple[tuple[str, str], ...]) -> bool:
        """Tell whether two files may have one address now: the site is planned anew, or others have other pages."""
        before: str = self.store.load("pages of others", "")
        now = digest(repr(theirs))
        if before != now:
            self.store.keep("pages of others", now)
        return not self.is_planned or before != now

    def ours(self, names: Collection[str]) -> Collection[str]:
        """Return our files among those of others that are wanted; where nothing is new there are none."""
        if not self.is_planned:
            own = (name for head in self.build.briefings.shown for name, _ in self._files_of(head, ""))
            return {name for name in chain(own, self.across.names) if name in names}.difference(self.given_way)
        new = frozenset(names).difference(self.store.load("others", {}), self.given_way)
        return {name for name in new if self.build.output and name in self.build.output.kept}

    @cached_property
    def _paths(self) -> dict[str, str]:
        """The briefing at each address."""
        overview = self.build.overview
        return {url: path for known in (overview.public, overview.drafts) for path, url in known.items()}

    def _wanted(self) -> Iterator[tuple[str, str]]:
        """Yield every file of ours that the site shall have, and what it is made from, where all are planned anew."""
        shown, rows = self.build.briefings.shown, self.reading.rows
        rows.load()
        yield from (each for each in self.across.made_from() if each[0] not in self.given_way)
        keys = {head.path: rows[head.path].key for head in shown}
        rows.forget()  # before the names of all files are there: the two together are what takes most memory
        for head in shown:
            yield from self._files_of(head, keys[head.path])

    def origins(self) -> Iterator[tuple[str, str]]:
        """Yield the file of every page of ours and where it comes from; of two at one address the later is to blame.

        Those at old addresses are `aliases`.
        """
        from .plan import MovedPlan

        names = (name for name in self.across.names if not isinstance(self.across.plan(name), MovedPlan))
        yield from ((n, f"the {'list' if n.endswith('.html') else 'file'} at '{n}'") for n in names)
        yield from ((save_as(head.url), head.file) for head in self.build.briefings.shown)

    def aliases(self) -> Iterator[tuple[str, "NamedPlace"]]:
        """Yield the file at each address that a briefing had before, and where that is written."""
        for path in {head.path: None for _, head in moved(self.build.briefings.shown)}:
            for place in self.reading.record(path).places["aliases"]:
                yield file_of(place.name) or place.name, place

    def write(
        self, output: Output, others: Others, spare: Collection[str] | None, links: Links = NO_LINKS
    ) -> tuple[Result, Diagnostics]:
        """Bring the site up to date, with the files that others made; return what was done, or what is wrong.

        `others` are files below the output, what each is made from, and where it waits; `links` are those that they
        have. Raises OSError.
        """
        changes, gone = self._changes(output, others)
        if spare is None and not changes and not gone and output.is_current():
            self._save_plan()
            return Result(kept=len(output.kept)), ()
        missing = output.missing(changes, gone)
        changes.clear()  # the rest may need the room
        problems = self._make([name for name in missing if name not in others], output)
        self.reading.pool.close()
        if problems:
            return Result(), problems
        for name in missing:
            if name in others:
                output.move(name, others[name][1])
        own = not self.is_planned or self.links.may_be_dead(missing)
        problems = tuple(self.links.check(output, gone, links, own=own))
        if problems:
            return Result(), problems
        removed = output.publish(gone, spare)
        output.save()
        self._save_plan()
        self.store.keep("others", {name: key for name, (key, _) in others.items()})
        return Result(len(missing), len(output.kept) - len(missing), len(removed)), ()

    def _changes(self, output: Output, others: Others) -> tuple[dict[str, str], set[str]]:
        """Return the files that are to be made from something else than they were, and those that shall be no more."""
        if self.is_planned and self.store.load("given way", ()) != tuple(sorted(self.given_way)):
            self._plan(is_known=False)
        theirs = {name: key for name, (key, _) in others.items()}
        known: dict[str, str] = self.store.load("others", {})
        gone = set(known).difference(theirs) if self.is_planned else set(output.kept)
        new = theirs.items() - known.items() if self.is_planned else theirs.items()
        changes: dict[str, str] = {}
        for name, key in chain(new, self._touched() if self.is_planned else self._wanted()):
            gone.discard(name)
            if output.kept.key(name) != key:
                changes[name] = key
        self.reading.rows.forget()
        return changes, gone

    def _touched(self) -> Iterator[tuple[str, str]]:
        """Yield the files that show something of a changed briefing, and what each is made from."""
        for head in map(self.reading.rows.head, self.reading.rows.before):
            if self.build.is_shown(head):
                yield from self._files_of(head, self.reading.rows[head.path].key)
        yield from self.across.made_anew().items()

    def _files_of(self, head: Head, key: str) -> Iterator[tuple[str, str]]:
        """Yield the files of a briefing, and what each is made from."""
        about = self.abouts.key(head.path)
        yield save_as(head.url), digest(key, about) if about else key
        if head.status == "published" and head.beside:
            links = self.abouts.links(head.path)
            key = digest(key, *links) if links else key
            yield from ((head.url + name, key) for name in head.beside)

    def _save_plan(self) -> None:
        if not self.is_planned:
            self.across.save()
            self.store.keep("planned", self._planned_from)
            self.store.keep("given way", tuple(sorted(self.given_way)))

    def _make(self, missing: Sequence[str], output: Output) -> Diagnostics:
        """Write pages of ours into the next site."""
        reading = self.reading
        of_briefings: dict[str, list[str]] = {}
        across: list[str] = []
        for name in missing:
            path = self._briefing_of(name)
            (of_briefings.setdefault(path, []) if path else across).append(name)
        problems = reading.make(dict.fromkeys(path for path in of_briefings if path not in reading.made))
        shown, joined = self._sorted(across)
        if not self.is_planned:
            _ = self.links.addressed  # while every head is at hand
        self.build.forget()
        broken = reading.template_problems | self._put_briefings(of_briefings, output)
        for name, text, problem in self._shown(shown):
            if problem:  # a broken template breaks every page of its kind: that is said once
                broken.setdefault((problem.span.path, problem.span.line), problem)
            output.put(name, text.encode("utf-8", "replace"))
        for name, lines in joined.items() if not broken else ():
            output.join(name, lines)
        return problems + tuple(broken.values())

    def _briefing_of(self, name: str) -> str | None:
        """Return the path of the briefing that a file is of, if it is."""
        folder, _, file = name.rpartition("/")
        path = self._paths.get(f"{folder}/")
        if path and (name == save_as(f"{folder}/") or file in self.reading.rows.head(path).beside):
            return path
        return None

    def _sorted(self, names: Sequence[str]) -> tuple[list[str], dict[str, tuple[str, ...]]]:
        """Return the files to show, and those that are others joined, with their names."""
        from ..exports.plans import DataPlan

        plans = {name: self.across.plan(name) for name in names}
        joined = {name: plan.lines for name, plan in plans.items() if isinstance(plan, DataPlan)}
        return [name for name in names if name not in joined], joined

    def _put_briefings(self, names: Mapping[str, Sequence[str]], output: Output) -> dict[tuple[str, int], Diagnostic]:
        """Put the files of briefings that were made; return what is wrong with the templates of their holes."""
        made = [path for path in names if path in self.reading.made]
        if not made:
            return {}
        from .placing import place_shard

        pool = (
            self.reading.pool if isinstance(self.reading.pool.workers, int) else Pool(1)
        )  # the site is on this machine
        jobs = ([self._place_job(path, names[path]) for path in shard] for shard in in_shards(made, READ))
        run = pool.run(self.reading.world, len(made))
        found = chain.from_iterable(run(partial(place_shard, output.next), jobs))
        return {(problem.span.path, problem.span.line): problem for problem in found}

    def _place_job(self, path: str, names: Sequence[str]) -> "PlaceJob":
        from .placing import PlaceJob

        waiting = self.reading.waiting(path)
        return PlaceJob(self.reading.rows.head(path), waiting, frozenset(names), self.abouts.of(path))

    def _shown(self, names: Sequence[str]) -> Iterator[tuple[str, str, Diagnostic | None]]:
        """Yield pages that are not a briefing's own."""
        if not names:
            return
        from .show import show_shard

        jobs = ([self.across.job(name) for name in shard] for shard in self._by_members(names))
        for done in self.reading.pool.run(self.reading.world, len(names))(show_shard, jobs):
            yield from ((page.save_as, page.text, page.problem) for page in done)

    def _by_members(self, names: Sequence[str]) -> Iterator[Sequence[str]]:
        """Cut names into pieces that have about as many members."""
        shard: list[str] = []
        members = 0
        for name in names:
            shard.append(name)
            members += len(self.across.plan(name).members) + 1
            if members >= MEMBERS:
                yield shard
                shard, members = [], 0
        if shard:
            yield shard
