"""The pictures of the guide: real pages of the real site, with the briefing that the guide has its reader write."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser

from audit.browser import browsing, serving

from .blocks import blocks, commands

COPIED = ("content", "seeds", "docs", "pelican.conf.py", "pelicanconf.py", "CHANGELOG.md", "CONTRIBUTING.md")
NEEDED = ("briefing", "plugins", "theme")
COLOURS = 24  # a page has few, rare ones among them: letters stay sharp, and the file small
IMAGES = "content/images/handbook"


class Screen(NamedTuple):
    """A page, the size of its window, and how far it is scrolled."""

    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


AS_IT_COMES: Mapping[str, Screen] = {
    "home": Screen("index.html", 1180, 720),
    "page": Screen("briefings/kishida-in-seoul/index.html", 1280, 800),
    "arabic": Screen("ar/briefings/sea-gate/index.html", 1180, 700, "dark"),
}
WRITTEN: Mapping[str, Screen] = {"briefing": Screen("briefings/nimber-gets-a-footbridge/index.html", 1280, 860)}


def copy_project(root: Path, place: Path) -> None:
    """Make a project to try things in: its own texts, this checkout's plugin and theme."""
    for name in COPIED:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copyfile
        copy(root / name, place / name)
    for name in (*NEEDED, "arguments.py", "provision.py", "tasks.py"):
        (place / name).symlink_to(root / name)


def take_pictures(root: Path, chromium: str) -> dict[str, bytes]:
    """Return pictures as WebP by their names: the site as it comes, then with what the guide has its reader write."""
    with TemporaryDirectory() as folder, browsing(chromium) as browser:
        place = Path(folder)
        copy_project(root, place)
        taken = _screens(place, browser, AS_IT_COMES)
        _follow((root / "docs/guide.md").read_text("utf-8"), place)
        return taken | _screens(place, browser, WRITTEN)


def _screens(place: Path, browser: Browser, screens: Mapping[str, Screen]) -> dict[str, bytes]:
    subprocess.run([sys.executable, "-m", "pelican", "content", "--quiet"], cwd=place, check=True)
    taken = {}
    with serving(place / "output") as address:
        for name, screen in screens.items():
            window: Any = {"width": screen.width, "height": screen.height}
            page = browser.new_page(viewport=window, color_scheme=screen.scheme)
            page.goto(f"{address}/{screen.page}")
            taken[name] = _webp(page.screenshot())
            page.close()
    return taken


def _follow(guide: str, place: Path) -> None:
    """Do what the guide tells its reader to: save its files, and have the article drafted."""
    for block in blocks(guide):
        if block.file:
            (place / block.file).write_text(block.text, "utf-8")
        for command in commands(block) if block.language == "console" else ():
            if command.line.startswith("invoke new "):
                words = command.line.removeprefix("invoke ").split()
                subprocess.run([sys.executable, "-m", "briefing", *words], cwd=place, check=True, capture_output=True)


def _webp(png: bytes) -> bytes:
    written = BytesIO()
    few = (
        Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    )
    few.convert("RGB").save(written, "WEBP", lossless=True, quality=100, method=6)
    return written.getvalue()
