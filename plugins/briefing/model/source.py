"""Where a briefing's facts come from, and the words it takes from there."""

from typing import Annotated

from .dates import EdtfDate
from .shape import OneOrMany, Shorthand, record


@record
class Passage:
    """A source's own words, verbatim: the W3C Web Annotation TextQuoteSelector, with the source's id."""

    exact: str
    """The words, exactly as the source has them."""
    source: str = ""
    """The id of the source; may be left out when the briefing has one source."""
    prefix: str = ""
    """Words just before, when the passage stands more than once in the source."""
    suffix: str = ""
    """Words just after, likewise."""


Passages = Annotated[tuple[Annotated[Passage, Shorthand("exact")], ...], OneOrMany()]


@record
class Source:
    """An article, document or recording a briefing rests on (CSL-JSON; schema.org creditText, archivedAt, sha256)."""

    id: str
    """The name by which passages cite it."""
    type: str = ""
    """What it is: article-newspaper, report, interview … (CSL types)."""
    title: str = ""
    """Its title as printed."""
    author: tuple[str, ...] = ()
    """Its authors as printed."""
    publisher: str = ""
    """Who published it."""
    date: EdtfDate | None = None
    """When it was published."""
    url: str = ""
    """Its address on the web."""
    archive_url: str = ""
    """The address of an archived copy."""
    accessed: EdtfDate | None = None
    """When it was last read at its address."""
    file: str = ""
    """The saved copy, from the project's root; needed where words are taken from it."""
    sha256: str = ""
    """The checksum of the saved copy, which pins it."""
    publish: bool = False
    """Whether its whole text may be shown on the site: only where its rights allow it."""
    lang: str = ""
    """Its language, as a BCP 47 tag."""
    translated_from: str = ""
    """The language it was translated from, where that is known."""
    credit: str = ""
    """The credit line as printed."""
    quality: tuple[str, ...] = ()
    """What a reader should know about its quality."""
    fiction: bool = False
    """Whether it is invented; only fiction may rest on it."""
