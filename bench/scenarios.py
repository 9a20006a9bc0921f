"""What happens between two builds: nothing, an edit, an actor who is called otherwise, another theme."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"^name: .*$", re.MULTILINE)
FOOT = "</body>"


@dataclass(frozen=True)
class Change:
    """What was done: `shown` must then be on the page of a briefing, and in `others` where every form is written."""

    shown: str = ""
    page: str = ""
    others: tuple[str, ...] = ()

    def places(self, whole: bool) -> tuple[str, ...]:
        """Return the files that must show it."""
        page = (f"briefings/{self.page}/index.html",) if self.shown else ()
        return (*page, *self.others) if whole else page


def nothing(_corpus: Path, _themes: Sequence[Path], _number: int) -> Change:
    """Leave everything as it is."""
    return Change()


def edit(corpus: Path, _themes: Sequence[Path], number: int) -> Change:
    """Add a paragraph to one briefing, another one each time."""
    briefings = sorted((corpus / "content/briefings").iterdir())
    briefing, shown = briefings[(number * 7 + len(briefings) // 2) % len(briefings)], f"Edited for the time {number}."
    briefing.write_text(f"{briefing.read_text(encoding='utf-8')}\n{shown}\n", encoding="utf-8")
    return Change(shown, slug_of(briefing), (f"briefings/{slug_of(briefing)}/briefing.json",))


def actor(corpus: Path, _themes: Sequence[Path], number: int) -> Change:
    """Give an actor of one briefing another name in the register."""
    briefings = sorted((corpus / "content/briefings").iterdir())
    briefing = briefings[(number * 11 + len(briefings) // 3) % len(briefings)]
    id = re.findall(r"^- id: ((?!lantern)[\w-]+)$", briefing.read_text(encoding="utf-8"), re.MULTILINE)[4]
    entry, shown = corpus / f"content/actors/{id}.yaml", f"{id.title().replace('-', ' ')} the {number}th"
    entry.write_text(NAME.sub(f"name: {shown}", entry.read_text(encoding="utf-8")), encoding="utf-8")
    data, own = f"briefings/{slug_of(briefing)}/briefing.json", f"actors/{id}"
    return Change(shown, slug_of(briefing), (data, "actors/index.html", f"{own}/index.html", f"{own}/atom.xml"))


def theme(corpus: Path, themes: Sequence[Path], number: int) -> Change:
    """Change the template that every page is made with."""
    shown = f"<p>Theme {number}</p>"
    for base in themes:
        text = base.read_text(encoding="utf-8")
        base.write_text(text.replace(FOOT, f"{shown}\n{FOOT}", 1), encoding="utf-8")
    return Change(shown, slug_of(min((corpus / "content/briefings").iterdir())), ("actors/index.html",))


SCENARIOS: dict[str, Callable[[Path, Sequence[Path], int], Change]] = {
    "cold": nothing,
    "unchanged": nothing,
    "edit": edit,
    "actor": actor,
    "theme": theme,
}
"""Each in turn; before the first the output and everything kept is removed."""
TITLES = {
    "cold": "cold",
    "unchanged": "unchanged",
    "edit": "one edit",
    "actor": "one actor renamed",
    "theme": "theme changed",
}


def slug_of(briefing: Path) -> str:
    """Return the slug of a briefing's file: its name without the date."""
    return briefing.stem[len("2000-12-01-") :]
