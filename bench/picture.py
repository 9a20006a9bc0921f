"""What was measured as a picture: one bar for each builder and scenario, on a scale of seconds. No script in it."""

from collections.abc import Iterator
from html import escape
from math import log10

from report import Report
from scenarios import TITLES

LEFT, WIDTH, LINE, BAR, GAP = 190, 470, 20, 13, 18
SHORTEST = 0.1  # seconds: where the scale begins
COLOURS = ("#8a1c1c", "#4c5a67", "#8fa0ae", "#2f6f8f", "#1d3f57", "#b08a3e")
STYLE = "text{font:12px system-ui,sans-serif;fill:#222}.title{font-weight:600}.faint{fill:#666}line{stroke:#ddd}"


def picture(report: Report) -> str:
    """Return an SVG of the wall time, on a logarithmic scale: a minute and a tenth of a second side by side."""
    longest = max(cost.wall for b in report.builders for cost in b.costs.values())
    scale = WIDTH / log10(max(longest * 1.2, 1) / SHORTEST)
    groups = list(report.builders[0].costs)
    height = 60 + len(groups) * (len(report.builders) * LINE + GAP + LINE)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 90} {height}" role="img">',
            f"<title>Seconds to build {report.size:,} briefings</title>",
            f"<style>{STYLE}</style>",
            '<rect width="100%" height="100%" fill="#fff"/>',
            f'<text class="title" x="12" y="24">Seconds to build {report.size:,} briefings</text>',
            '<text class="faint" x="12" y="42">A shorter bar is better; each mark is ten times the one before.</text>',
            *_marks(longest, scale, height),
            *_groups(report, scale),
            "</svg>\n",
        )
    )


def _marks(longest: float, scale: float, height: int) -> Iterator[str]:
    mark = SHORTEST
    while mark <= longest * 1.2:
        x = LEFT + scale * log10(mark / SHORTEST)
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="54" y2="{height - 22}"/>'
        yield f'<text class="faint" x="{x:.1f}" y="{height - 8}" text-anchor="middle">{mark:g} s</text>'
        mark *= 10


def _groups(report: Report, scale: float) -> Iterator[str]:
    y = 70
    for name in report.builders[0].costs:
        yield f'<text class="title" x="12" y="{y}">{TITLES[name]}</text>'
        for builder, colour in zip(report.builders, COLOURS, strict=False):
            y += LINE
            wall = builder.costs[name].wall
            length = max(scale * log10(max(wall, SHORTEST) / SHORTEST), 1)
            yield f'<text x="{LEFT - 8}" y="{y}" text-anchor="end">{escape(builder.title)}</text>'
            yield f'<rect x="{LEFT}" y="{y - BAR + 2}" width="{length:.1f}" height="{BAR}" fill="{colour}"/>'
            yield f'<text x="{LEFT + length + 6:.1f}" y="{y}">{wall:.2f}</text>'
        y += LINE + GAP
