"""Get the browser form for editors: Sveltia CMS from its npm package, pinned, for sites whose settings ask for it."""

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..build.admin import KEPT
from ..exports.admin import ICONS, LICENSE, SCRIPT
from .project import add_settings
from .refusal import refuse
from .written import NewFile, write_all

PINNED = Path(__file__).with_name("npm")
CMS = "node_modules/@sveltia/cms"
ICON_FONT = "node_modules/@fontsource-variable/material-symbols-outlined"
ICONS_ELSEWHERE = "https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2"
"""Where the form would ask for its icons; they lie beside it instead, so that nobody else is asked for anything."""


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing cms``."""
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Get the files into the project's folder ``cms/``; return 1 where that fails."""
    if not shutil.which("npm"):
        return refuse("npm is needed to get the form; on Debian, as root: apt-get install npm", 1)
    into = Path(options.settings).absolute().parent / KEPT
    with tempfile.TemporaryDirectory(prefix="briefing-cms-") as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(PINNED / name, Path(folder) / name)
        npm = ["npm", "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        if subprocess.run(npm, check=False).returncode:
            return refuse("npm could not get the form, see above", 1)
        files = _files(Path(folder))
    write_all(
        NewFile(into / n, raw, (into / n).read_bytes() if (into / n).is_file() else None) for n, raw in files.items()
    )
    size = sum(map(len, files.values())) / 1e6
    print(f"{KEPT}/: the form for editors is there ({size:.1f} MB); BRIEFING_ADMIN puts it at /admin/")
    return 0


def _files(installed: Path) -> dict[str, bytes]:
    script = (installed / CMS / "dist/sveltia-cms.js").read_text("utf-8")
    return {
        SCRIPT: script.replace(ICONS_ELSEWHERE, ICONS).encode(),
        ICONS: (installed / ICON_FONT / "files/material-symbols-outlined-latin-wght-normal.woff2").read_bytes(),
        LICENSE: b"\n\n".join(
            (installed / name).read_bytes() for name in (f"{CMS}/LICENSE.txt", f"{ICON_FONT}/LICENSE")
        ),
    }
