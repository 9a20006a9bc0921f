"""A second reader for saved pages in which ours finds no article: trafilatura, where the extra `html` is installed."""

from importlib import import_module
from importlib.util import find_spec

FEWEST_WORDS = 40
"""A shorter text is more likely the stub of a paywall than an article."""


def paragraphs_of(html: str) -> list[str]:
    """The paragraphs that trafilatura finds on a page, each on one line; none without it, or where it finds little."""
    if find_spec("trafilatura") is None:
        return []
    try:
        text = import_module("trafilatura").extract(html, include_comments=False, include_tables=False) or ""
    except Exception:  # noqa: BLE001  another's code on hostile input: whatever it raises, there is no article
        return []
    paragraphs = [" ".join(line.split()) for line in text.splitlines()]
    kept = [paragraph for paragraph in paragraphs if paragraph]
    return kept if sum(len(paragraph.split()) for paragraph in kept) >= FEWEST_WORDS else []
