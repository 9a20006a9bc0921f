"""Markup, links and dates: what the other values are made of."""

from typing import Literal

from ..frozen import frozen

Direction = Literal["ltr", "rtl"]


class Html(str):
    """Sanitised markup, which templates print as it is (the ``__html__`` protocol of MarkupSafe)."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the markup itself."""
        return str(self)


@frozen
class LinkView:
    """A place to go: a page of the site, or ``#anchor`` on this page."""

    text: str
    url: str
    lang: str = ""
    """The language of the text, where it is not the page's."""


@frozen
class TermUse:
    """A word of the glossary where it is used first, with its meaning at hand."""

    id: str
    """The anchor of its entry: ``term-quad``."""
    words: str
    definition: str


@frozen
class DateView:
    """A date as a reader sees it."""

    words: str
    """``7–8 May 2023``"""
    iso: str = ""
    """For ``<time datetime>``; empty where HTML cannot say it (spans, seasons)."""
    qualifiers: tuple[str, ...] = ()
    """``year inferred``, ``day not given`` …"""
