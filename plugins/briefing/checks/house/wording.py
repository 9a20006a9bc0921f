"""How a briefing is written."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from .copy import PROSE, Copy, Remark

IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\][(\[]|<img\b[^>]*>", re.IGNORECASE)


def summary_is_short(copy: Copy) -> Iterator[Remark]:
    """A summary is read in one breath."""
    words = len(copy.briefing.summary.split())
    if words > copy.summary_words:
        message = f"the summary has {words} words; {copy.summary_words} are the most"
        yield "summary", message, "keep what happened, and move the rest into the key points"


def images_are_described(copy: Copy) -> Iterator[Remark]:
    """Who cannot see a picture is told what it shows."""
    prose = copy.resolved.manuscript.prose
    text = prose.file.text
    may_have = "![" in text or ("<" in text and "<img" in text.lower())
    for image in IMAGE.finditer(copy.prose, prose.start) if may_have else ():
        alt = image["alt"] if image["alt"] is not None else _alt_of(image[0])
        if not alt.strip():
            help = "write what it shows: ![Two leaders at a table](…)"
            yield (PROSE, *image.span()), "this image has no text for those who cannot see it", help


def _alt_of(tag: str) -> str:
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
            found.append(dict(attributes).get("alt") or "")

    Reader().feed(tag)
    return "".join(found)
