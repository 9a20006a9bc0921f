"""The architecture in one picture: the rooms of the plugin by the contract that holds their imports."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

WIDTH, ROW, GAP, MARGIN = 960, 74, 10, 8
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #14181e }
.name { font: 600 15px ui-monospace, monospace }
rect { fill: #f0f2f4; stroke: #4b535e }
.arrow { fill: #4b535e }
@media (prefers-color-scheme: dark) {
  text { fill: #e8e6e0 } rect { fill: #171c23; stroke: #a9b0ba } .arrow { fill: #a9b0ba }
}
"""
WORDS = {
    "__main__": "python -m briefing",
    "pelican_ext": "Pelican’s signals and settings",
    "cli": "the commands",
    "build": "which pages are made, in which process, and how they replace the old ones",
    "exports": "data, feeds, calendars, citations",
    "publishing": "a search index, the last checks, the hosts",
    "drafting": "a draft from a saved article",
    "report": "diagnostics as text and data",
    "checks": "the rules, the proof, house rules",
    "view": "what a template shows of a briefing",
    "evidence": "is this quotation in that source?",
    "parsing": "text in, model out, every value knowing its line and column",
    "model": "what a briefing is: frozen dataclasses",
    "diagnostics": "what can be wrong, and what it means",
    "frozen": "values that are made quickly",
    "origin": "where in a program an error arose",
}


def layers(pyproject: str) -> list[list[str]]:
    """Return the rooms of the contract "Imports run one way only", from the top."""
    contracts = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    rows: list[str] = next(each["layers"] for each in contracts if each["type"] == "layers")
    return [[room.strip("() ") for room in row.split("|")] for row in rows]


def render_architecture(rows: Sequence[Sequence[str]]) -> str:
    """Return the rooms as SVG: a room imports only from rooms below it."""
    height = len(rows) * (ROW + GAP) + 2 * MARGIN + 14
    title = "The rooms of the plugin: each imports only from rooms below it"
    svg = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", role="img")
    ET.SubElement(svg, "title").text = title
    ET.SubElement(svg, "style").text = STYLE
    for number, row in enumerate(rows):
        svg.extend([*_row(row, MARGIN + number * (ROW + GAP))])
    caption = ET.SubElement(svg, "text", x=str(MARGIN), y=str(height - MARGIN))
    caption.text = "A room imports only from rooms below it; rooms of one row do not know each other."
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _row(rooms: Sequence[str], top: int) -> Iterator[ET.Element]:
    width = (WIDTH - 2 * MARGIN - GAP * (len(rooms) - 1)) / len(rooms)
    for number, room in enumerate(rooms):
        left = MARGIN + number * (width + GAP)
        box = {"x": f"{left:.0f}", "y": str(top), "width": f"{width:.0f}", "height": str(ROW), "rx": "4"}
        yield ET.Element("rect", box)
        name = ET.Element("text", {"class": "name", "x": f"{left + 14:.0f}", "y": str(top + 30)})
        name.text = room
        yield name
        words = ET.Element("text", {"x": f"{left + 14:.0f}", "y": str(top + 54)})
        words.text = WORDS[room]
        yield words


def read_architecture(root: Path) -> str:
    """Return the picture as the contract of a checkout has it."""
    return render_architecture(layers((root / "pyproject.toml").read_text("utf-8")))
