"""The sites that are audited: this repository's own, and those of the tests in this theme, below one served folder."""

import os
import subprocess
import sys
from pathlib import Path

from .site import Site, load_site

ROOT = Path(__file__).parents[1]
MOMENT = "1717243200"  # 1 June 2024, as in tests/sites: what is dated later is under embargo
OWN = "demonstration"
# Every kind of page is in one of them. Links lead from page to page in our own, from the site's address in the others.
SITES = {
    OWN: "pelican.conf.py",
    "whole_page": "tests/sites/whole_page/settings.py",
    "ordinary_content": "tests/sites/ordinary_content/settings.py",
    "translations": "tests/sites/translations/settings.py",
    "languages": "tests/sites/languages/settings.py",
    "unlisted": "tests/sites/unlisted/settings.py",
    "nothing": "tests/sites/nothing/settings.py",
}


def build_sites(served: Path, address: str) -> list[Site]:
    """Build every site into a folder of its own, which is served below this address."""
    return [build_site(name, ROOT / settings, served / name, f"{address}/{name}") for name, settings in SITES.items()]


def build_site(name: str, settings: Path, folder: Path, address: str) -> Site:
    """Build one site with the real Pelican; raises CalledProcessError with what it said."""
    relative = name == OWN
    patterns = ["-e", 'BRIEFING_PATTERNS="tests/components"', "BRIEFING_SEARCH=true"]
    known = patterns if relative else ["-e", f'SITEURL="{address}"', "RELATIVE_URLS=false"]
    command = [sys.executable, "-m", "pelican", "-s", str(settings), "-t", str(ROOT / "theme"), "-o", str(folder)]
    variables = os.environ | {"SOURCE_DATE_EPOCH": MOMENT}
    subprocess.run([*command, *known], cwd=ROOT, env=variables, check=True, capture_output=True, text=True)
    if relative:
        index = [sys.executable, "-m", "briefing", "index", f"--site={folder}"]
        subprocess.run(index, cwd=ROOT, env=variables, check=True, capture_output=True, text=True)
    return load_site(name, folder, f"{address}/", relative=relative)
