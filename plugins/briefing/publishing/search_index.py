"""The search index of a built site, made by Pagefind, whose program comes in the extra ``search``."""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from ..build.exchange import exchange
from .programs import PublishError, run

FOLDER = "pagefind"
LEFT_OUT = (
    ".dateline, .label, .levels, .citing, .related, .citation, .badge, .note, .strip, .formats, .status, .uses, "
    ".translations"
)
"""What stands on a briefing's page and is not its text: it would be found, and shown, instead of that."""
NO_EXTRA = "the search index needs Pagefind; get it with: pip install 'pelican-briefing[search]'"


def check_indexer() -> None:
    """Raise PublishError where Pagefind is not installed."""
    if not (find_spec("pagefind") and find_spec("pagefind_bin")):
        raise PublishError(NO_EXTRA)


def index_site(site: Path, state: Path) -> None:
    """Index a site; the index takes the place of an older one when it is there in full."""
    check_indexer()
    new = state.absolute() / FOLDER
    shutil.rmtree(new, ignore_errors=True)
    command = (sys.executable, "-m", "pagefind", f"--site={site}", f"--output-path={new}", "--quiet")
    run((*command, f"--exclude-selectors={LEFT_OUT}"), "the search index cannot be made")
    if not (new / "pagefind.js").is_file():
        raise PublishError("the search index cannot be made: there is no page to index")
    exchange(new, site.absolute() / FOLDER)
    shutil.rmtree(new, ignore_errors=True)
