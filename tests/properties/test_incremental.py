"""Random edits, built one after the other: after each, the site is byte for byte what a clean build makes of it."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from briefing.build.render import Theme
from briefing.build.site_build import Setup, SiteBuild
from briefing.build.writing import Writing
from briefing.diagnostics import errors_in
from briefing.parsing.load import Shelf
from briefing.view.site import Site
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).parents[2] / "theme" / "templates"
NOW = datetime(2025, 1, 1, tzinfo=UTC)
SLUGS = st.sampled_from("aabcd")
TITLES = st.sampled_from(("Rain", "Snow", "“Wind”", "Fog & <ice>"))
TEXT = """---
title: {title}
date: {date}
summary: What {name} saw.
category: {category}
actors: [ann]
sources: [gazette]
related: [{related}]
{more}
---
{prose}
"""
PROSE = ("Nothing.", 'It rained.[@gazette "It rained on the island"]', "> It rained on the island\n")


def build(folder: Path, state: Path, output: Path, theme: Path, workers: int = 1) -> bool:
    """Build a project; tell whether that succeeded."""
    templates = Theme(Environment(loader=FileSystemLoader(theme), autoescape=True))
    key = "".join(p.read_text() for p in sorted(theme.rglob("*.html")))
    shelf = Shelf(folder, folder / "content")
    made = SiteBuild(Setup(shelf, Site(), NOW, state, key, templates, workers))
    try:
        problems = made.read()
        if errors_in(problems):
            return False
        pages = {h.path: h.url for h in made.briefings.shown}
        _, problems = made.write(Writing(made, pages), output, {}, None)
        return not errors_in(problems)
    finally:
        made.close()


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class Editor(RuleBasedStateMachine):
    """Somebody who edits, and now and then tampers with the site."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="incremental-"))
        self.output, self.theme = self.folder / "output", self.folder / "theme"
        shutil.copytree(THEME, self.theme)
        for name in ("content/briefings", "content/actors", "content/sources", "seeds"):
            (self.folder / name).mkdir(parents=True)
        self.actor("Ann Lee")
        self.source("The Gazette", "It rained on the island.\n")
        self.written: set[str] = set()
        self.write("a", "Rain", 0, "2024-01-01", ("World", ""), "")
        self.write("b", "Snow", 0, "2024-01-02", ("World", "a"), "")

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @rule(
        name=SLUGS,
        title=TITLES,
        prose=st.integers(0, 2),
        date=st.sampled_from(("2024-01-01", "2023-05-06 10:00", "2026-01-01")),
        filed=st.sampled_from((("World", ""), ("Trade", "a"), ("''", "a"))),
        more=st.sampled_from(("", "status: draft", "status: hidden", "lang: fr\nslug: a")),
    )
    def write(self, name: str, title: str, prose: int, date: str, filed: tuple[str, str], more: str) -> None:
        if name == "a":  # others link to it, and name it as related
            date, more = "2024-01-01", ""
        if "slug" in more and name != "b":  # one translation of a page in a language
            more = ""
        category, related = filed
        fields = {"name": name, "title": title, "date": date, "category": category, "related": related}
        text = TEXT.format(**fields, more=more, prose=PROSE[prose])
        self.path(name).write_text(text)
        self.written.add(name)

    @rule(name=SLUGS)
    def link(self, name: str) -> None:
        self.write(name, "Rain", 0, "2024-01-01", ("World", ""), "")
        with self.path(name).open("a") as file:
            file.write("\nSee [a]({filename}a.md).\n")

    @rule(name=SLUGS)
    def remove(self, name: str) -> None:
        if name != "a":
            self.path(name).unlink(missing_ok=True)
            self.written.discard(name)

    @rule(name=SLUGS)
    def break_(self, name: str) -> None:
        if name in self.written and name != "a":
            before = self.path(name).read_text()
            self.path(name).write_text(before.replace("summary", "sumary"))
            assert not self.build()
            self.path(name).write_text(before)

    @rule(name=st.sampled_from(("Ann Lee", "Ann Li")))
    def actor(self, name: str) -> None:
        (self.folder / "content/actors/ann.yaml").write_text(f"name: {name}\n")

    @rule(title=st.sampled_from(("The Gazette", "The Times")), text=st.sampled_from(("", "\nAnd more.\n")))
    def source(self, title: str, text: str) -> None:
        (self.folder / "seeds/g.txt").write_text(f"It rained on the island.\n{text}")
        shown = "publish: true\n" if "Times" in title else ""
        (self.folder / "content/sources/gazette.yaml").write_text(f"title: {title}\nfile: seeds/g.txt\n{shown}")

    @rule(word=st.sampled_from(("", "<!-- x -->")))
    def restyle(self, word: str) -> None:
        (self.theme / "briefings.html").write_text((THEME / "briefings.html").read_text() + word)

    @rule()
    def lose_the_store(self) -> None:
        (self.folder / ".output-build/store.sqlite").unlink(missing_ok=True)
        shutil.rmtree(self.output, ignore_errors=True)  # of a site that no store knows the old pages are somebody's own

    @rule(twin=st.booleans())
    def carry(self, twin: bool) -> None:
        """Do as a cache does that brings a site to another machine: every file is another, with the same in it."""
        copied = self.folder / "copied"
        if self.output.exists():
            shutil.copytree(self.output, copied, copy_function=shutil.copyfile)
            shutil.rmtree(self.output)
            copied.rename(self.output)
        if not twin:
            shutil.rmtree(self.folder / ".output-build/next", ignore_errors=True)

    @rule(number=st.integers(0, 50), text=st.sampled_from(("", "X")))
    def tamper(self, number: int, text: str) -> None:
        pages = sorted(self.output.rglob("*.html"))
        if pages:
            page = pages[number % len(pages)]
            page.write_text(text) if text else page.unlink()

    @invariant()
    def the_site_is_what_a_clean_build_makes(self) -> None:
        if not hasattr(self, "written"):
            return
        assert self.build()
        clean = Path(tempfile.mkdtemp(prefix="clean-"))
        try:
            assert build(self.folder, clean / "state", clean / "output", self.theme)
            assert files(self.output) == files(clean / "output")
        finally:
            shutil.rmtree(clean)

    def build(self) -> bool:
        return build(self.folder, self.folder / ".output-build", self.output, self.theme)

    def path(self, name: str) -> Path:
        return self.folder / f"content/briefings/{name}.md"


Editor.TestCase.settings = settings(
    max_examples=8, stateful_step_count=6, deadline=None, suppress_health_check=list(HealthCheck)
)
TestIncremental = Editor.TestCase
