"""Every address out of the site that any file has, asked for and judged."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ..checks.outside import outside_links, verdict
from ..diagnostics import Diagnostic
from ..parsing.load import load_text
from .asking import OUTSIDE_LINKS, Manners, ask_all, heard, remember
from .project import Opened


def outside(opened: Opened, manners: Manners | None = None) -> Iterator[Diagnostic]:
    """Ask for every address out of the site that any file has; yield what is wrong with them."""
    shelf, name = opened.shelf, opened.settings.get("SITENAME", "a site of briefings")
    folders = (*shelf.briefings, shelf.actors, shelf.sources)
    paths = [path for folder in folders for path in sorted((shelf.content / folder).rglob("*")) if path.is_file()]
    texts = (load_text(shelf, path)[0] for path in paths)
    links = [link for text in texts if text for link in outside_links(text)]
    kept, today = shelf.root / OUTSIDE_LINKS, datetime.now(UTC).date().isoformat()
    known = {url: answer for url, (answer, day) in heard(kept).items() if day == today}
    asked = ask_all((url for url, _ in links if url not in known), manners or Manners(f"Briefing link check of {name}"))
    if asked:
        remember(kept, today, asked, {url for url, _ in links})
    answers = known | asked
    yield from filter(None, (verdict(url, answers[url], span) for url, span in links))
