"""The files that are made of many briefings: their plans, what each is made from, and the work of making one.

Which files there are, and whose records or parts each shows, is found when a briefing comes, goes, or stands
elsewhere; else it is kept, and an edit touches only the files in which the briefing shows something else.
"""

import marshal
import pickle
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..view.later import link_parts
from .fingerprint import digest
from .rows import Row, pickled

if TYPE_CHECKING:  # planned only where a briefing has changed
    from ..exports.plans import FeedPlan
    from .abouts import Abouts
    from .plan import Plan
    from .reading import Reading
    from .show import Fills, ShowJob
    from .sorting import Sorted

MANY = 24
"""Changed briefings from which on all rows are fetched at once."""
RECORD, WHOLE = "record", "whole"
"""What a file shows of a briefing where it is none of its parts: what lists show, or everything."""


class Slot(NamedTuple):
    """What a file shows of each of its members: a part of a kind and an id, its record, or everything."""

    name: str
    kind: str
    id: str = ""

    def key(self, row: Row) -> str | bytes:
        """Return what the file is made from of a member."""
        if self.kind == RECORD:
            return row.record_key
        if self.kind == WHOLE:
            return row.key
        # One with an error gives nothing; then nothing is written, but addresses are still compared.
        return row.shared.key(self.kind, self.id)


class Across:
    """Every file that is not a briefing's own: planned anew for `briefings`, or as the last build planned it."""

    def __init__(self, reading: "Reading", abouts: "Abouts", briefings: "Sorted | None") -> None:
        self.reading, self.abouts, self.store = reading, abouts, reading.store
        self._plans: dict[str, Plan] = {}
        self._kept: dict[str, str] = {}
        if briefings is not None:
            from .plan import plan_pages

            reading.rows.load()
            traits = {path: reading.rows[path].shared.traits for path in reading.rows}
            self._plans = plan_pages(briefings, traits, reading.world.site)

    @property
    def names(self) -> Collection[str]:
        """The names of all that were planned anew."""
        return self._plans.keys()

    def made_from(self) -> Iterator[tuple[str, str]]:
        """Yield what each file is made from, of all that were planned anew."""
        yield from ((name, self._key(name)) for name in self._plans)

    def made_anew(self) -> dict[str, str]:
        """Return the same of the files that show something else of a changed briefing, where the plans are kept."""
        rows = self.reading.rows
        if len(rows.before) > MANY:
            rows.load()
        changed = (n for path, old in rows.before.items() if old for n in self._touched(path, old))
        return {name: self._key(name) for name in dict.fromkeys(changed)}

    def plan(self, name: str) -> "Plan":
        """Return what a file shows."""
        if name not in self._plans:
            (plan,) = self.store.row("SELECT plan FROM lists WHERE path = ?", name)
            self._plans[name] = pickle.loads(plan)  # noqa: S301 - our own store
        return self._plans[name]

    def job(self, name: str) -> "ShowJob":
        """Return the work of making a file."""
        from ..exports.plans import FeedPlan
        from .plan import PartsPlan
        from .show import ShowJob

        plan, reading = self.plan(name), self.reading
        members = tuple(dict.fromkeys(plan.members))
        if isinstance(plan, PartsPlan):
            parts = reading.raw_parts(members, plan.kind, plan.id)
            return ShowJob(name, plan, parts, self._fills(plan) if isinstance(plan, FeedPlan) else {})
        return ShowJob(name, plan, tuple(map(reading.raw_record, members)), {})

    def save(self) -> None:
        """Keep what was planned anew."""
        before = dict(self.store.rows("SELECT path, key FROM lists"))
        stands: dict[str, list[str]] = {}
        for name, plan in self._plans.items():
            for path in dict.fromkeys(plan.members):
                stands.setdefault(path, []).append(name)
        self.store.clear("stands")
        self.store.put("stands", ((path, marshal.dumps(names)) for path, names in stands.items()))
        self.store.drop("lists", (name for name in before if name not in self._plans))
        new = {name: plan for name, plan in self._plans.items() if before.get(name) != self._kept[name]}
        self.store.put("lists", ((n, self._kept[n], *_slot(n, plan)[1:], pickled(plan)) for n, plan in new.items()))

    def _key(self, name: str) -> str:
        from ..exports.plans import DataPlan, FeedPlan

        plan, rows = self.plan(name), self.reading.rows
        slot = _slot(name, plan)
        members = (slot.key(rows[path]) for path in plan.members)
        leads = isinstance(plan, FeedPlan | DataPlan)
        links = (link for path in plan.members for link in self.abouts.links(path)) if leads else ()
        if name not in self._kept:
            self._kept[name] = digest(pickled(plan))
        return digest(self.reading.key, self._kept[name], *members, *links)

    def _touched(self, path: str, old: Row) -> Iterator[str]:
        """Yield the files that show something else of a briefing than they did."""
        row = self.reading.rows[path]
        for slot in self._slots(path):
            if slot.key(row) != slot.key(old):
                yield slot.name

    def _slots(self, path: str) -> Iterator[Slot]:
        """Yield what each file in which a briefing stands shows of it."""
        for (names,) in self.store.rows("SELECT names FROM stands WHERE path = ?", path):
            for name in marshal.loads(names):  # noqa: S302 - our own store
                yield Slot(name, *self.store.row("SELECT kind, id FROM lists WHERE path = ?", name))

    def _fills(self, plan: "FeedPlan") -> "Fills":
        """Return what fills the holes in the text of each member that has some."""
        from ..exports.addresses import absolute

        rows, site = self.reading.rows, self.reading.world.site
        fills = {}
        for path in plan.members:
            if links := self.abouts.links(path):
                root = absolute(site, "").rstrip("/") if plan.form.is_absolute else site.root(rows.head(path).url)
                fills[rows[path].digest[:16]] = link_parts(links, root)
        return fills


def _slot(name: str, plan: "Plan") -> Slot:
    """Return what a file shows of its members: one part of each, its record, or everything."""
    from ..exports.plans import DataPlan
    from .plan import PartsPlan, SourcePlan

    if isinstance(plan, PartsPlan):
        return Slot(name, plan.kind, plan.id)
    return Slot(name, WHOLE if isinstance(plan, SourcePlan | DataPlan) else RECORD)
