"""The table of the README: what the last run of the benchmark measured, ``bench/figures.json``."""

import json
import re
from pathlib import Path

ROWS = {
    "cold": "first build",
    "unchanged": "nothing has changed",
    "edit": "one briefing edited",
}
PLACE = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)


def render_figures(measured: str) -> str:
    """Return the seconds of every builder as a table in Markdown, from the JSON that ``invoke bench --json`` writes."""
    report = json.loads(measured)
    builders = report["builders"].values()
    head = [f"Seconds for {report['size']:,} briefings", *(each["title"] for each in builders)]
    rows = [[words, *(f"{each[name]['wall']:.1f}" for each in builders)] for name, words in ROWS.items()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["--"] * len(head), *rows)) + "\n"


def with_figures(readme: str, measured: str) -> str:
    """Return the README with the figures in their place."""
    return PLACE.sub(lambda place: f"{place[1]}{render_figures(measured)}{place[2]}", readme)


def read_readme(root: Path) -> str:
    """Return the README of a checkout as its figures have it."""
    measured = (root / "bench/figures.json").read_text("utf-8")
    return with_figures((root / "README.md").read_text("utf-8"), measured)
