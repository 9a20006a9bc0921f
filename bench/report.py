"""What was measured as a table for a person, as JSON for a program, and as ratios: this project over each peer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from measure import Cost
from scenarios import TITLES

Costs = Mapping[str, Cost]
"""By scenario."""


@dataclass(frozen=True)
class Measured:
    """What a builder costs in each scenario, and the mean size of a briefing's page in bytes."""

    name: str
    title: str
    costs: Costs
    page_bytes: int
    files: int = 0
    """All that it wrote."""
    bytes: int = 0
    """In all of them."""


@dataclass(frozen=True)
class Report:
    """A run of the benchmark; the first of the builders is this project."""

    size: int
    seed: int
    rounds: int
    builders: Sequence[Measured] = field(default_factory=tuple)

    @property
    def ratios(self) -> dict[str, dict[str, dict[str, float]]]:
        """Return this project's figures as multiples of each peer's, by peer and scenario."""
        ours, *peers = self.builders
        return {peer.name: {name: ours.costs[name].over(cost) for name, cost in peer.costs.items()} for peer in peers}

    def as_json(self) -> dict[str, Any]:
        """Return everything as plain values."""
        builders = {
            b.name: {
                "title": b.title,
                "page_bytes": b.page_bytes,
                "files": b.files,
                "bytes": b.bytes,
                **{name: asdict(cost) for name, cost in b.costs.items()},
            }
            for b in self.builders
        }
        head = {"size": self.size, "seed": self.seed, "rounds": self.rounds}
        return {**head, "builders": builders, "ratios": self.ratios}


def table(report: Report) -> str:
    """Return everything as lines of text."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    times = f"medians of {report.rounds} rounds" if report.rounds > 1 else "one round"
    yield f"{report.size:,} invented briefings, {times}"
    for b in report.builders:
        made = f"pages of {b.page_bytes / 1000:.1f} KB, {b.files:,} files of {b.bytes / 1_000_000:,.0f} MB"
        yield f"\n{b.title:45}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}   {made}"
        for name, cost in b.costs.items():
            yield f"  {TITLES[name]:43}{cost.wall:10.2f}{cost.cpu:10.2f}{cost.memory:10.0f}"
    for peer in report.builders[1:]:
        yield f"\n{f'this project over {peer.title}':45}{'wall':>10}{'CPU':>10}{'peak':>10}"
        for name, ratio in report.ratios[peer.name].items():
            yield f"  {TITLES[name]:43}{ratio['wall']:10.3f}{ratio['cpu']:10.3f}{ratio['memory']:10.3f}"
