"""An entry of a feed as text: made once, with its briefing, for all the feeds in which it stands."""

from datetime import datetime

from ..frozen import frozen


@frozen
class EntryText:
    """An entry as one form of feeds has it."""

    id: str
    published: datetime
    """In UTC, as `updated`."""
    updated: datetime
    pieces: tuple[str, ...]
    """Its text; between each two belongs what leads from a feed to the site's root. Links to others are holes."""
