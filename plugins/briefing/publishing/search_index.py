"""The search index of a built site, made by Pagefind, whose program comes in the extra ``search``."""

import json
import re
import shutil
import sys
from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from ..build.exchange import exchange
from ..build.extras import get_extra
from .programs import PublishError, run

FOLDER = "pagefind"
LEFT_OUT = (
    ".dateline, .label, .levels, .citing, .related, .citation, .badge, .note, .strip, .formats, .status, .uses, "
    ".translations, .visually-hidden, .legend, h2.rail, .as-written, .event-gap, .qualifier, .span-words, .horizon, "
    ".actor-tally, .term-meaning, .source-state, .source-level, .all-passages > summary, .in-source, .passage-number"
)
"""What stands on a briefing's page and is not its text: it would be found, and shown, instead of that."""
UNUSED = (
    *("pagefind-ui.js", "pagefind-ui.css", "pagefind-modular-ui.js", "pagefind-modular-ui.css"),
    *("pagefind-component-ui.js", "pagefind-component-ui.css", "pagefind-highlight.js"),
)
"""Forms to search with that Pagefind brings; our page has its own."""
LANG = re.compile(r"^lang:[ \t]*[\"']?([A-Za-z-]+)", re.MULTILINE)
UNSEEN = re.compile(r"^status:[ \t]*[\"']?(?:draft|hidden)\b", re.MULTILINE)
WITHOUT_SPACES = ("ja", "zh")
"""Languages whose words only the larger Pagefind can tell from one another."""


def check_indexer() -> None:
    """Raise PublishError where Pagefind is not installed."""
    if not (find_spec("pagefind") and (find_spec("pagefind_bin") or find_spec("pagefind_bin_extended"))):
        raise PublishError(f"the search index needs Pagefind; get it with: {get_extra('search')}")


def check_languages(langs: Iterable[str]) -> None:
    """Raise PublishError for a language in which nothing could be found."""
    lost = [lang for lang in langs if lang.partition("-")[0] in WITHOUT_SPACES]
    if lost and not find_spec("pagefind_bin_extended"):
        names = ", ".join(lost)
        raise PublishError(
            f"words of {names} can be told apart only by the larger Pagefind; get it with: "
            f"pip install 'pagefind[extended]=={version('pagefind')}', or go without: BRIEFING_SEARCH = False"
        )


def languages_of(files: Iterable[Path]) -> frozenset[str]:
    """Return the languages that briefings which readers may find name in their front matter, at a glance."""
    heads = (file.read_text("utf-8", "replace").partition("\n---")[0] for file in files)
    return frozenset(found[1] for head in heads if not UNSEEN.search(head) for found in LANG.finditer(head))


def index_site(site: Path, state: Path) -> None:
    """Index a site; the index takes the place of an older one when it is there in full."""
    check_indexer()
    new = state.absolute() / FOLDER
    shutil.rmtree(new, ignore_errors=True)
    command = (sys.executable, "-m", "pagefind", f"--site={site}", f"--output-path={new}", "--quiet")
    run((*command, f"--exclude-selectors={LEFT_OUT}"), "the search index cannot be made")
    if not (new / "pagefind.js").is_file():
        raise PublishError("the search index cannot be made: there is no page to index")
    check_languages(json.loads((new / "pagefind-entry.json").read_text("utf-8"))["languages"])
    for name in UNUSED:
        (new / name).unlink(missing_ok=True)
    exchange(new, site.absolute() / FOLDER)
    shutil.rmtree(new, ignore_errors=True)
