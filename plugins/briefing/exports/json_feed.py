"""JSON Feed 1.1: the same entries as Atom's, for readers that like JSON.

Without a site's address an entry has no ``url``, and links of its text within the site are dropped: JSON Feed has
nothing to which they could be relative.
"""

from collections.abc import Sequence
from typing import Any

from ..view.site import Site
from .addresses import absolute, rebased
from .atom import Feed
from .characters import json_text, language, one_line
from .entry_text import EntryText
from .feed_entries import FeedEntry
from .published import rfc3339

VERSION = "https://jsonfeed.org/version/1.1"


def render_json_feed(feed: Feed, items: Sequence[EntryText], site: Site) -> str:
    """Return the feed of the items in the order given."""
    facts = {
        "home_page_url": absolute(site, feed.page),
        "feed_url": absolute(site, feed.url),
        "language": language(feed.lang or site.lang),
        "authors": [{"name": one_line(site.name) or "Briefings"}],
    }
    head = json_text({"version": VERSION, "title": one_line(feed.title), **_given(facts)}).removesuffix("}")
    return f'{head},"items":[{",".join("".join(item.pieces) for item in items)}]}}\n'


def json_item(entry: FeedEntry, site: Site) -> EntryText:
    """Return an entry as JSON Feed has it."""
    address = absolute(site, entry.url)
    facts = _given(
        {
            "id": f"urn:uuid:{entry.id}",
            "url": address,
            "title": entry.title,
            "content_html": rebased(entry.html, address.partition("#")[0]) or "<p></p>",
            "summary": entry.summary,
            "date_published": rfc3339(entry.published),
            "date_modified": rfc3339(entry.updated),
            "authors": [{"name": name} for name in entry.authors],
            "tags": list(entry.terms),
            "language": entry.lang,
        }
    )
    return EntryText(entry.id, entry.published, entry.updated, (json_text(facts),))


def _given(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}
