"""The files that are made of many briefings: their plans, what each is made from, and the work of making one."""

import marshal
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..view.later import link_parts
from .fingerprint import digest
from .reading import Reading
from .sorting import ALONE, Neighbours, Sorted

if TYPE_CHECKING:  # planned only where a briefing has changed
    from ..exports.shared import Traits
    from .plan import Plan
    from .show import Fills, ShowJob


class Across:
    """Every file that is not a briefing's own; `neighbours` says where the links of each briefing lead."""

    def __init__(self, reading: Reading, briefings: Sorted, neighbours: Mapping[str, Neighbours]) -> None:
        self.reading, self.briefings, self.neighbours = reading, briefings, neighbours
        self._plans: dict[str, Plan] | None = None
        self._keys: dict[str, str] | None = None

    @property
    def plans(self) -> "dict[str, Plan]":
        """What each file shows, by its name."""
        if self._plans is None:
            from .plan import plan_pages

            self._plans = plan_pages(self.briefings, self.traits, self.reading.world.site)
        return self._plans

    @property
    def traits(self) -> "dict[str, Traits]":
        """What tells of each briefing in which files it stands, by path."""
        return {path: shared.traits for path, shared in self.reading.shared.items()}

    def made_from(self) -> dict[str, str]:
        """Return what each file is made from; planned anew only where a briefing has changed."""
        if self._keys is None:
            self._keys = self._known() or self._planned()
        return self._keys

    def job(self, name: str) -> "ShowJob":
        """Return the work of making a file."""
        from ..exports.plans import FeedPlan
        from .plan import PartsPlan
        from .show import ShowJob

        plan, reading = self.plans[name], self.reading
        members = dict.fromkeys(plan.members)
        if isinstance(plan, PartsPlan):
            parts = tuple(reading.raw_part(path, plan.kind, plan.id) for path in members)
            return ShowJob(name, plan, parts, self._fills(members) if isinstance(plan, FeedPlan) else {})
        return ShowJob(name, plan, tuple(map(reading.raw_record, members)), {})

    def _fills(self, paths: Mapping[str, None]) -> "Fills":
        """Return what fills the holes in the text of each member that has some."""
        rows, site = self.reading.rows, self.reading.world.site
        linked = ((path, self.neighbours[path].links) for path in paths if path in self.neighbours)
        return {
            rows[path].digest[:16]: link_parts(links, site.root(rows[path].head.url)) for path, links in linked if links
        }

    @property
    def _base(self) -> str:
        """All that plans and parts are made from."""
        rows, neighbours = self.reading.rows, self.neighbours
        shown = (f"{h.path}\0{rows[h.path].key}" for h in self.briefings.shown)
        links = (f"{path}\0{about.links}" for path, about in neighbours.items() if about.links)
        return digest(
            self.reading.key,
            repr((self.briefings.today, self.briefings.day, self.briefings.ordinary)),
            "\n".join(shown),
            "\n".join(links),
        )

    def _known(self) -> dict[str, str]:
        kept = self.reading.store.fact("lists")
        base, keys = marshal.loads(kept) if kept else ("", {})  # noqa: S302 - our own store
        return keys if base == self._base else {}

    def _planned(self) -> dict[str, str]:
        world = self.reading.key
        keys = {name: digest(world, repr(plan), *self._member_keys(plan)) for name, plan in self.plans.items()}
        self.reading.store.state("lists", marshal.dumps((self._base, keys)))
        return keys

    def _member_keys(self, plan: "Plan") -> Iterator[str]:
        """Yield what a file shows of its members: one part of each, its record, or everything."""
        from ..exports.plans import DataPlan, FeedPlan
        from .plan import PartsPlan, SourcePlan

        rows, shared = self.reading.rows, self.reading.shared
        if isinstance(plan, PartsPlan):
            # One with an error gives nothing; then nothing is written, but addresses are still compared.
            yield from (shared[path].keys.get((plan.kind, plan.id), "") for path in plan.members)
        elif isinstance(plan, SourcePlan | DataPlan):
            yield from (rows[path].key for path in plan.members)
        else:
            yield from (rows[path].record_key for path in plan.members)
        if isinstance(plan, FeedPlan | DataPlan):
            yield from (link for path in plan.members for link in self.neighbours.get(path, ALONE).links)
