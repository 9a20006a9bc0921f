"""The page about the site."""

from ...frozen import frozen
from ..text import Html, LinkView


@frozen
class AboutSection:
    """What the site says of itself under one heading."""

    id: str
    heading: str
    text: Html
    link: LinkView | None = None


@frozen
class AboutView:
    """Everything the site says of itself."""

    title: str
    sections: tuple[AboutSection, ...]
