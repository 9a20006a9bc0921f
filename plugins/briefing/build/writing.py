"""The second half of a build: which files the site shall have, and those that are not there as they should be."""

import marshal
import pickle
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from ..diagnostics import Diagnostic, Diagnostics, Span
from ..exports.redirects import file_of, moved
from ..view.later import refill
from .across import Across
from .addresses import Files, Leading, check_addresses
from .executors import executor_for, in_shards
from .fingerprint import digest
from .kin import Kin
from .names import save_as
from .output import Kept, Output
from .reading import Reading
from .sorting import ALONE, Neighbours, Sorted, neighbours
from .store import Store

SHARD = 8  # pages


@dataclass(frozen=True, slots=True)
class Result:
    """What a build did to the files of the site."""

    made: int = 0
    kept: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Links:
    """The plain links of what others wrote, and the beginnings of addresses of this host that others serve."""

    written: tuple[Leading, ...] = ()
    elsewhere: tuple[str, ...] = ()


NO_LINKS = Links()


class Writing:
    """The pages of the briefings that were read; `targets` are the addresses of files that links may name."""

    def __init__(self, reading: Reading, briefings: Sorted, targets: Mapping[str, str]) -> None:
        self.reading, self.briefings, self.store = reading, briefings, reading.store
        self.heads = {save_as(h.url): h for h in briefings.shown}
        self.files = self.heads | {h.url + name: h for h in briefings.published for name in h.beside}
        self.neighbours = neighbours(briefings, targets, reading.lang)
        self.kin = Kin(reading, briefings)
        self.given_way: frozenset[str] = frozenset()
        """The names of small files that the site has of its own."""
        self.across = Across(reading, briefings, self.neighbours)

    def wanted(self) -> dict[str, str]:
        """Return every file of ours that the site shall have, and what each is made from."""
        rows, kin = self.reading.rows, self.kin.keys
        keys = {}
        for name, head in self.heads.items():
            about = self.neighbours.get(head.path, ALONE).key + kin.get(head.path, "")
            keys[name] = digest(rows[head.path].key, about) if about else rows[head.path].key
        for head in self.briefings.published:
            links = self.neighbours.get(head.path, ALONE).links
            key = digest(rows[head.path].key, *links) if links else rows[head.path].key
            keys.update((head.url + name, key) for name in head.beside)
        keys |= self.across.made_from()
        for name in self.given_way:
            keys.pop(name, None)
        return keys

    def origins(self) -> Iterator[tuple[str, str]]:
        """Yield the file of every page of ours and where it comes from; of two at one address the later is to blame."""
        moved_from = {file_of(alias): head.file for alias, head in moved(self.briefings.shown)}
        yield from ((name, moved_from.get(name, f"the list at '{name}'")) for name in self.across.made_from())
        yield from ((name, head.file) for name, head in self.heads.items())

    def write(
        self,
        folder: Path,
        others: Mapping[str, tuple[str, Path]],
        spare: Collection[str] | None,
        links: Links = NO_LINKS,
    ) -> tuple[Result, Diagnostics]:
        """Bring the site up to date, with the files that others made; return what was done, or what is wrong.

        `others` are files below the output, what each is made from, and where it waits; `links` are those that they
        have. Raises OSError.
        """
        wanted = self.wanted()
        all_wanted = wanted | {name: key for name, (key, _) in others.items()}
        output = Output(folder, self.store.path.parent, load_kept(self.store), load_strangers(self.store))
        before = dict(output.kept)
        if spare is None and output.is_current(all_wanted):
            return Result(kept=len(all_wanted)), ()
        missing = output.missing(all_wanted)
        problems = self._make([name for name in missing if name not in others], wanted, output)
        if problems:
            return Result(), problems
        for name in missing:
            if name in others:
                output.move(name, *others[name])
        files = Files(all_wanted, lambda name: (folder / name).is_file(), lambda name: _text(output.next / name))
        problems = tuple(check_addresses(chain(self._links(), links.written), files, links.elsewhere))
        if problems:
            return Result(), problems
        removed = output.publish(all_wanted, spare)
        save_kept(self.store, before, output)
        return Result(len(missing), len(all_wanted) - len(missing), len(removed)), ()

    def _links(self) -> Iterator[Leading]:
        """Yield the plain links of all briefings."""
        for head in self.briefings.shown:
            for n, address in enumerate(head.addresses):
                yield Leading(address, partial(self._place, head.path, n))

    def _place(self, path: str, number: int) -> Span:
        return self.reading.record(path).places["addresses"][number].span

    def _make(self, missing: Sequence[str], wanted: Mapping[str, str], output: Output) -> Diagnostics:
        """Write pages of ours into the next site."""
        reading = self.reading
        heads = {name: self.files[name] for name in missing if name in self.files}
        problems = reading.make(dict.fromkeys(h.path for h in heads.values() if h.path not in reading.made))
        broken = reading.template_problems | self._put_briefings({h.path for h in heads.values()}, wanted, output)
        shown, joined = self._sorted([name for name in missing if name not in heads])
        for name, text, problem in self._shown(shown):
            if problem:  # a broken template breaks every page of its kind: that is said once
                broken.setdefault((problem.span.path, problem.span.line), problem)
            output.put(name, wanted[name], text.encode("utf-8", "replace"))
        for name, lines in joined.items() if not broken else ():
            output.join(name, wanted[name], lines)
        return problems + tuple(broken.values())

    def _sorted(self, names: Sequence[str]) -> tuple[list[str], dict[str, tuple[str, ...]]]:
        """Return the files to show, and those that are others joined, with their names."""
        from ..exports.plans import DataPlan

        plans = {name: self.across.plans[name] for name in names}
        joined = {name: plan.lines for name, plan in plans.items() if isinstance(plan, DataPlan)}
        return [name for name in names if name not in joined], joined

    def _put_briefings(
        self, paths: Collection[str], wanted: Mapping[str, str], output: Output
    ) -> dict[tuple[str, int], Diagnostic]:
        """Put the files of briefings that were made; return what is wrong with the templates of their holes."""
        broken = {}
        for path in self.reading.made.keys() & paths:
            sheets, about = self.reading.made[path], self._about(path)
            parts: Mapping[str, str] = {}
            if about:
                from .linking import later_texts

                parts, problem = later_texts(self.reading.record(path), about, self.reading.world)
                if problem:
                    broken[problem.span.path, problem.span.line] = problem
            for sheet in sheets:
                if (about and sheet.holes) or isinstance(sheet.content, bytes):
                    output.put(sheet.name, wanted[sheet.name], refill(sheet.read(), sheet.holes, parts))
                else:
                    output.move(sheet.name, wanted[sheet.name], sheet.content)
        return broken

    def _about(self, path: str) -> Neighbours | None:
        """Return what a briefing's page says of others, if anything."""
        about, kin = self.neighbours.get(path), self.kin.of(path)
        if not kin:
            return about
        names = pickle.loads(self.reading.raw_part(path, "names", "")) if any(k.kinship.actors for k in kin) else {}  # noqa: S301 - our own store
        return replace(about or ALONE, kin=tuple((k.head, k.kinship) for k in kin), names=names)

    def _shown(self, names: Sequence[str]) -> Iterator[tuple[str, str, Diagnostic | None]]:
        """Yield pages that are not a briefing's own."""
        if not names:
            return
        from .show import show_shard

        shards = in_shards(names, SHARD)
        with executor_for(self.reading.workers, self.reading.world, len(names)) as run:
            for done in run(show_shard, ([self.across.job(name) for name in shard] for shard in shards)):
                yield from ((page.save_as, page.text, page.problem) for page in done)


def load_kept(store: Store) -> dict[str, Kept]:
    """Return the files of the site as the last build wrote them."""
    return {
        name: (key, (size, mtime, ctime, inode))
        for name, key, size, mtime, ctime, inode in store.rows("SELECT * FROM files")
    }


def load_strangers(store: Store) -> Collection[str]:
    """Return the files of the site that no build wrote, as they were last seen."""
    kept = store.fact("strangers")
    return frozenset(marshal.loads(kept)) if kept else frozenset()  # noqa: S302 - our own store


def save_kept(store: Store, before: Mapping[str, Kept], output: Output) -> None:
    """Keep what has changed among the files of the site."""
    after = output.kept
    store.drop("files", (name for name in before if name not in after))
    store.put("files", ((name, key, *seen) for name, (key, seen) in after.items() if before.get(name) != (key, seen)))
    store.state("strangers", marshal.dumps(sorted(output.strangers)))


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.is_file() else ""
