"""What a page says of other pages: a hole when the page is made, filled when every page is known.

So a briefing's page is made from the briefing alone, wherever and whenever; and a change of another page's title or
address changes only what fills the hole. The text of a hole holds a token that no editor can have written: the
digest of the file it would have to stand in.
"""

import re
from collections.abc import Mapping

from .values import Html

NAMES = ("alternates", "related")
"""The holes of a page, each filled by the template ``later/NAME.html``; a link of the prose has its number."""
HOLE = re.compile("\ue002([0-9a-f]*)-([a-z0-9]+)\ue003")


def hole(token: str, name: str | int) -> Html:
    """Return what stands in a page for something that is not known yet."""
    return Html(f"\ue002{token}-{name}\ue003")


def holes(token: str) -> dict[str, Html]:
    """Return every hole by its name."""
    return {name: hole(token, name) for name in NAMES}


def fill(text: str, token: str, parts: Mapping[str, str]) -> str:
    """Put in what belongs into the holes of a page; what only looks like one stays as it is."""
    return HOLE.sub(lambda m: parts[m[2]] if m[1] == token and m[2] in parts else m[0], text)
