"""The stylesheet: small, self-contained, and in step with the templates."""

import gzip
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from briefing.build.stylesheet import IMPORT, joined
from briefing.view import values

BUDGET = 15_000  # bytes gzipped
MADE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# Hooks that need no style of their own: they name what a test, a script or a reader's own stylesheet may want.
HOOKS = {
    "actor-note",
    "answer-of",
    "as-of",
    "briefing",
    "date",
    "event-location",
    "expert-head",
    "not-found",
    "related-list",
    "span-end",
    "span-start",
    "strip-label",
    "update-text",
    "views",
    "watch-body",
    "missing-voices",
}


def sheet(theme: Path) -> str:
    """Return the stylesheet as a site has it."""
    folder = theme / "static/css"
    text = (folder / "main.css").read_text("utf-8")
    return joined(text, {m["part"]: (folder / m["part"]).read_text("utf-8") for m in IMPORT.finditer(text)})


def css(theme: Path) -> str:
    return re.sub(r"\"[^\"]*\"", "", sheet(theme))


def styled(theme: Path) -> set[str]:
    both = css(theme) + (theme / "static/css/patterns.css").read_text("utf-8").replace(".css", "")
    return set(re.findall(r"\.([a-z][\w-]*)", both))


def used(theme: Path) -> set[str]:
    """Return every class the templates write out; those made from a value are known from its type."""
    found: set[str] = set()
    for path in (theme / "templates").rglob("*.html"):
        for attribute in re.findall(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"', path.read_text(encoding="utf-8")):
            found |= set(MADE.sub(" ", re.sub(r"[\w-]*\{\{.*?\}\}", " ", attribute)).split())
    return found


def from_values() -> set[str]:
    literals = [
        (values.EventView, "marker"),
        (values.GridCell, "position"),
        (values.WatchItemView, "status"),
        (values.StripDot, "kind"),
    ]
    names = {name for view, field in literals for name in get_args(get_type_hints(view)[field])}
    return (
        names
        | {f"level-{level}" for level in ("exact", "layout", "typography", "edited")}
        | {f"step-{n}" for n in range(13)}
        | {f"importance-{n}" for n in (1, 2, 3)}
    )


def test_every_class_of_the_templates_is_styled_or_a_known_hook(theme: Path) -> None:
    assert used(theme) - styled(theme) - HOOKS == set()


def test_every_style_is_for_a_class_that_a_template_writes(theme: Path) -> None:
    assert styled(theme) - used(theme) - from_values() == set()


def test_hooks_are_still_in_use_and_still_unstyled(theme: Path) -> None:
    assert used(theme) >= HOOKS
    assert not HOOKS & styled(theme)


def test_every_component_has_a_stylesheet_of_its_own_and_every_stylesheet_is_imported(theme: Path) -> None:
    folder = theme / "static/css"
    alone = {"main.css", "patterns.css", "pdf.css", "pdf_pictures.css"}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.css")} - alone
    assert {m["part"] for m in IMPORT.finditer((folder / "main.css").read_text("utf-8"))} == files
    macros = {path.stem for path in (theme / "templates/components").glob("*.html")}
    assert {path.stem for path in (folder / "components").glob("*.css")} == macros


def test_weight_is_within_the_budget(theme: Path) -> None:
    assert len(gzip.compress(sheet(theme).encode())) <= BUDGET


def test_nothing_is_fetched_from_anywhere(theme: Path) -> None:
    assert not re.search(r"url\(|@import|@font-face|https?:", css(theme))


def test_white_words_are_dark_on_paper_whose_grounds_are_not_printed(theme: Path) -> None:
    folder = theme / "static/css"
    printed = (folder / "print.css").read_text("utf-8")
    rules = re.findall(r"^([^@{}\n]+) \{[^}]*(?<![-\w])color: var\(--paper\)", sheet(theme), re.MULTILINE)
    assert rules
    assert [one for rule in rules for one in rule.split(", ") if one.strip() not in printed] == []


def test_only_logical_directions_are_used(theme: Path) -> None:
    side, property = r"(?:left|right)", r"(?:margin|padding|border|inset)"
    physical = rf"{property}-{side}|(?:^|[\s;{{]){side}\s*:|(?:text-align|float|clear):\s*{side}"
    assert re.findall(physical, css(theme)) == []


def tokens(theme: Path) -> list[dict[str, str]]:
    """Return the colours of the light scheme, the dark one and paper."""
    blocks = re.findall(r":root \{([^}]*--paper[^}]*)\}", sheet(theme))
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block)) for block in blocks]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "paper"])
@pytest.mark.parametrize("surface", ["paper", "back"])
@pytest.mark.parametrize("colour", ["ink", "ink-2", "evidence", "pending"])
def test_text_has_the_contrast_of_wcag_aa(theme: Path, scheme: int, surface: str, colour: str) -> None:
    found = tokens(theme)[scheme]
    assert contrast(found[colour], found[surface]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
