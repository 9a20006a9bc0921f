"""The search index of a built site, made by Pagefind, whose program comes in the extra ``search``."""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from ..build.exchange import exchange
from .programs import PublishError, run

FOLDER = "pagefind"
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
    command = (sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(new), "--quiet")
    run(command, "the search index cannot be made")
    if not (new / "pagefind.js").is_file():
        raise PublishError("the search index cannot be made: there is no page to index")
    exchange(new, site.absolute() / FOLDER)
    shutil.rmtree(new, ignore_errors=True)
