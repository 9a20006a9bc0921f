"""The benchmark: ``invoke bench``, or this folder run by a Python that has bench/requirements.txt installed."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from subprocess import check_output
from typing import Any

from builders import BRIEFING, BUILDERS, ROOT, Builder, page_sizes
from corpus import write_corpus
from measure import Cost, FailedError, cost_of

TYPICAL = ROOT / "content/briefings/2023-05-08-kishida-in-seoul.md"
# The hash seed too: sets and dictionaries in one order, so that runs differ in nothing but luck.
VARIABLES = {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT / "plugins")}


def main() -> int:
    """Measure, print, and write what was measured where that was asked for."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        try:
            measured = measure(Path(folder), options.size, options.rounds, options.seed)
        except FailedError as error:
            print(error, file=sys.stderr)
            return 1
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    return 0


def measure(folder: Path, size: int, rounds: int, seed: int) -> dict[str, Any]:
    """Return everything measured, printed as it comes."""
    corpus = folder / "corpus"
    write_corpus(corpus, size, seed)
    parsed = measure_parsing(sorted(corpus.glob("content/briefings/*.md"))[size // 2])
    print_parsing(parsed)
    print(f"\npelican content on {size:,} invented briefings, cold; medians of {rounds} interleaved runs")
    built = measure_builds(folder, size, rounds)
    ratios = {b.name: {"cold": built[BRIEFING][0].over(built[b][0])} for b in BUILDERS if b is not BRIEFING}
    print_builds(built, ratios)
    return {
        "size": size,
        "seed": seed,
        "rounds": rounds,
        "parsing": parsed,
        "builders": {b.name: {"cold": vars(cost), "page_bytes": page} for b, (cost, page) in built.items()},
        "ratios": ratios,
    }


def measure_parsing(generated: Path) -> dict[str, dict[str, float]]:
    """Return what the front matter of a real and of an invented briefing costs to read."""
    command = (sys.executable, str(ROOT / "bench/parse_cost.py"), str(TYPICAL), str(generated))
    costs = json.loads(check_output(command, env=VARIABLES))
    return {Path(path).name: cost for path, cost in costs.items()}


def measure_builds(folder: Path, size: int, rounds: int) -> dict[Builder, tuple[Cost, int]]:
    """Return for each builder its cost and the mean size of its pages; the builders take turns."""
    costs: dict[Builder, list[Cost]] = {b: [] for b in BUILDERS}
    sizes = dict.fromkeys(BUILDERS, 0)
    for _ in range(rounds):
        for builder in BUILDERS:
            site = folder / builder.name
            shutil.rmtree(site, ignore_errors=True)
            site.mkdir()
            command = builder.command(folder / "corpus/content", site / "output")
            costs[builder].append(cost_of(command, site, VARIABLES))
            pages = page_sizes(site / "output")
            if len(pages) != size:  # Pelican leaves out what it cannot read, and succeeds
                raise FailedError(f"{builder.title} made {len(pages)} of {size} pages")
            sizes[builder] = round(mean(pages))
    return {b: (Cost.middle(costs[b]), sizes[b]) for b in BUILDERS}


def print_parsing(parsed: Mapping[str, Mapping[str, float]]) -> None:
    print("Front matter and validation of one briefing, in µs\n")
    print(f"{'':44}{'bytes':>9}{'yaml':>9}{'pydantic':>9}{'both':>9}")
    for name, cost in parsed.items():
        print(f"{name:44}{cost['bytes']:9,.0f}{cost['yaml']:9.0f}{cost['pydantic']:9.0f}{cost['both']:9.0f}")


def print_builds(built: Mapping[Builder, tuple[Cost, int]], ratios: Mapping[str, Any]) -> None:
    print(f"\n{'':44}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'page KB':>9}")
    for builder, (cost, page) in built.items():
        print(f"{builder.title:44}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory:9.0f}{page / 1000:9.1f}")
    for name, scenarios in ratios.items():
        ratio = scenarios["cold"]
        print(f"{'this project over ' + name:44}{ratio['wall']:9.2f}{ratio['cpu']:9.2f}{ratio['memory']:9.2f}")


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="invoke bench", description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="how many briefings")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builder runs")
    parser.add_argument("--seed", type=int, default=1, help="which briefings")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
