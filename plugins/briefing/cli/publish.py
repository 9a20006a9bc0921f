"""Build the site for its readers: strictly, with its search index, looked over, in a folder ready to upload."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..build.commands import tool
from ..build.settings import read_settings, shelf_of
from ..parsing.load import MARKDOWN_ENDINGS
from ..publishing import marker
from ..publishing.address import read_address
from ..publishing.changes import names_of
from ..publishing.programs import PublishError
from ..publishing.ready import check_site, redirects_alone
from ..publishing.search_index import FOLDER as INDEX
from ..publishing.search_index import check_indexer, check_languages, index_site, languages_of
from .project import add_settings, settings_of
from .refusal import refuse

SITE = "public"
MOST_PROBLEMS = 20
EXTRAS = ("BRIEFING_SEARCH", "BRIEFING_CARDS")


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing publish``."""
    parser.add_argument("--siteurl", default="", help="the address readers will use (default: $SITEURL, then SITEURL)")
    parser.add_argument("--into", type=Path, help=f"the folder to write to (default: {SITE}, beside the settings)")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Publish; return 1 where anything is wrong, and 2 where something is missing that must be there first."""
    settings = settings_of(options.settings)
    try:
        address = read_address(options.siteurl or os.environ.get("SITEURL", "") or settings.get("SITEURL", ""))
        wanted = extras(settings)
        if wanted["BRIEFING_SEARCH"]:
            check_indexer()
            check_languages(languages(settings))
    except PublishError as error:
        return refuse(str(error), 2)
    site: Path = options.into or beside(options.settings)
    marker.unset(site)
    status = run_build(pelican(options.settings, site, address, wanted))
    next_step = f"{tool(Path(options.settings).absolute().parent)} deploy"
    return status or _finish(site, address, next_step, searched=wanted["BRIEFING_SEARCH"])


def run_build(command: Sequence[str]) -> int:
    """Build; Ctrl-C is told to Pelican as a termination, which it answers in words from its first moment."""
    with subprocess.Popen(command, start_new_session=True) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            child.terminate()
            child.wait()
            raise


def beside(settings: str) -> Path:
    """Return the published folder of a project, by its settings file."""
    return Path(os.path.relpath(Path(settings).absolute().parent / SITE))


def _finish(site: Path, address: str, next_step: str, *, searched: bool) -> int:
    """Index and look over what was built; what is not ready then lies where nothing uploads it."""
    try:
        return _look_over(site, address, next_step, searched=searched)
    finally:
        if not marker.ready_for(site) and (aside := marker.set_aside(site)):
            print(f"What was built lies in {os.path.relpath(aside)}/, so that nobody uploads it.", file=sys.stderr)


def _look_over(site: Path, address: str, next_step: str, *, searched: bool) -> int:
    try:
        if searched:
            index_site(site, marker.state_of(site))
    except PublishError as error:
        return refuse(str(error), 1)
    problems = list(check_site(site, address))
    for problem in problems[:MOST_PROBLEMS]:
        print(problem, file=sys.stderr)
    if problems:
        return refuse(f"{site}/ is not ready: {_counted(len(problems), 'problem')} in what was built", 1)
    marker.set_ready(site, address)
    for line in summary(site, address):
        print(line)
    print(
        f"To see what would change at its host: {next_step} --to pages --dry-run (or rsync, s3, folder, with --target)"
    )
    return 0


def languages(settings: Mapping[str, Any]) -> list[str]:
    """Return the languages of a site, before it is built: its own, and those of its briefings."""
    shelf = shelf_of(settings, read_settings(settings)[0])
    there = (file for folder in shelf.briefings for file in (shelf.content / folder).rglob("*"))
    briefings = (file for file in there if file.suffix.lower() in MARKDOWN_ENDINGS and file.is_file())
    return sorted({settings["DEFAULT_LANG"], *languages_of(briefings)})


def extras(settings: Mapping[str, Any]) -> dict[str, bool]:
    """Return what is made for readers that an ordinary build leaves out, unless the settings say otherwise."""
    return {name: bool(settings.get(name, True)) for name in EXTRAS}


def pelican(settings: str, site: Path, address: str, extras: Mapping[str, bool]) -> list[str]:
    """Return the command that builds the site."""
    given = [f'SITEURL="{address}"', "BRIEFING_STRICT=true", *(f"{n}={str(v).lower()}" for n, v in extras.items())]
    return [sys.executable, "-m", "pelican", "-s", settings, "-o", str(site), "-e", *given]


def summary(site: Path, address: str) -> Iterator[str]:
    """Yield what is ready."""
    names = names_of(site)
    size = sum((site / name).stat().st_size for name in names)
    index = sum(name.startswith(f"{INDEX}/") for name in names)
    yield f"{site}/ is ready for {address}/: {_counted(len(names), 'file')}, {size / 1e6:.1f} MB" + (
        f", {_counted(index, 'file')} of the search index among them." if index else "."
    )
    if bare := [*redirects_alone(site, address)]:
        yield (
            f"{_counted(len(bare), 'old address', 'es')} can have no page, and leads on only at hosts that read "
            f"_redirects (Netlify, Cloudflare Pages): {', '.join(bare[:3])}"
        )
    drafts = [n for n in names if n.endswith("/index.html") and "drafts" in n.split("/")[:2]]
    if drafts:
        yield f"{_counted(len(drafts), 'draft')} in it, which nothing leads to: {', '.join(drafts[:3])}"


def _counted(number: int, what: str, many: str = "s") -> str:
    return f"{number:,} {what}{'' if number == 1 else many}"
