"""Write briefings as PDF, a paper each, from the built site."""

import argparse
import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..build.extras import get_extra
from ..build.names import save_as
from ..exports.paper import NoLayoutError, NoStyleError, render_paper
from ..view.head import Head
from .project import add_settings, open_project
from .refusal import refuse
from .written import NewFile, write_all

NO_LIBRARIES = (
    "PDF needs Pango, a library of the system; on Debian, as root: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing pdf``."""
    parser.add_argument("briefings", nargs="*", metavar="BRIEFING", help="a slug or a file (default: all published)")
    parser.add_argument("--into", type=Path, default=Path("pdf"), help="the folder to write to (default: %(default)s)")
    parser.add_argument("--site", type=Path, help="the folder of the built site (default: as the settings say)")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Write the papers; return 1 where one could not be written."""
    if missing := _missing():
        return refuse(missing, 1)
    opened = open_project(options.settings)
    site = options.site or Path(options.settings).parent / opened.settings.get("OUTPUT_PATH", "output")
    heads, unknown = _chosen(options.briefings, opened.project.briefings.published, opened.project.briefings.shown)
    failed = [refuse(f"there is no briefing {name}", 1) for name in unknown]
    root = str(opened.settings.get("SITEURL", "")).rstrip("/")
    for head in heads:
        failed += [refuse(problem, 1) for problem in _write(head, site, root, options.into / _name(head))]
    return int(bool(failed))


def _chosen(names: list[str], published: Iterable[Head], shown: Iterable[Head]) -> tuple[list[Head], list[str]]:
    """Return the briefings that are meant, and the names that mean none; a slug may mean several languages."""
    if not names:
        return list(published), []
    by_name: dict[str, list[Head]] = {}
    for head in shown:
        for name in (head.slug, Path(head.file).name):
            by_name.setdefault(name, []).append(head)
    meant = [head for name in names for head in by_name.get(Path(name).name, [])]
    return list(dict.fromkeys(meant)), [name for name in names if Path(name).name not in by_name]


def _write(head: Head, site: Path, root: str, path: Path) -> Iterator[str]:
    """Write one paper; yield why it could not be written."""
    page = site / save_as(head.url)
    if not page.is_file():
        yield f"{page} is not there; build the site first"
        return
    try:
        paper = render_paper(page.read_text("utf-8"), head.url, root, lambda file: (site / file).read_bytes())
    except NoStyleError as error:
        yield f"{page}: there is no style sheet {error} in {site}; build the site with the same settings"
        return
    except NoLayoutError as error:
        yield f"{page} cannot be set on paper: WeasyPrint, which does it, failed ({error})"
        return
    write_all([NewFile(path, paper.pdf, path.read_bytes() if path.is_file() else None)])
    print(f"{path}: {paper.pages} {'page' if paper.pages == 1 else 'pages'}", flush=True)


def _name(head: Head) -> str:
    """The name of a paper: the slug, after the language where it is not the site's, and "drafts" for a draft."""
    return f"{head.url.replace('briefings/', '').strip('/').replace('/', '-')}.pdf"


def _missing() -> str:
    """What PDF needs and this machine does not have."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it has a word for every rule that is for screens
    try:
        import bs4  # noqa: F401, PLC0415  # the extra may not be installed
        import weasyprint  # noqa: F401, PLC0415  # likewise
    except ModuleNotFoundError:
        return f"PDF needs WeasyPrint and Beautiful Soup; get them with: {get_extra('pdf')}"
    except OSError:
        return NO_LIBRARIES
    return ""
