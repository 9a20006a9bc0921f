"""The forms in which feeds are written: a line each."""

from collections.abc import Callable, Mapping, Sequence

from ..frozen import frozen
from ..view.later import fill
from ..view.site import Site
from .atom import Feed, atom_entry, render_atom
from .characters import json_text, xml
from .entry_text import EntryText
from .feed_entries import FeedEntry
from .json_feed import json_item, render_json_feed


@frozen
class FeedForm:
    """A form of a feed: a file beside the page it follows."""

    name: str
    """Of the file."""
    media_type: str
    title: str
    entry: Callable[[FeedEntry, Site], EntryText]
    render: Callable[[Feed, Sequence[EntryText], Site], str]
    text: Callable[[str], str]
    """How a text stands in it within another."""
    is_absolute: bool
    """Whether links lead from anywhere, or from the page of their entry."""

    def filled(self, entry: EntryText, token: str, parts: Mapping[str, str]) -> EntryText:
        """Return an entry whose holes are filled, with HTML as text."""
        given = {name: self.text(part) for name, part in parts.items()}
        pieces = tuple(fill(piece, token, given)[0].decode() for piece in entry.pieces)
        return EntryText(entry.id, entry.published, entry.updated, pieces)


FORMS = {
    "atom": FeedForm("atom.xml", "application/atom+xml", "Atom", atom_entry, render_atom, xml, is_absolute=False),
    "json": FeedForm(
        "feed.json",
        "application/feed+json",
        "JSON Feed",
        json_item,
        render_json_feed,
        lambda text: json_text(text)[1:-1],
        is_absolute=True,
    ),
}
