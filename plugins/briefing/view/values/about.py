"""The page about the site."""

from dataclasses import dataclass

from ..text import Html, LinkView


@dataclass(frozen=True, slots=True)
class AboutSection:
    """What the site says of itself under one heading."""

    id: str
    heading: str
    text: Html
    link: LinkView | None = None


@dataclass(frozen=True, slots=True)
class AboutView:
    """Everything the site says of itself."""

    title: str
    sections: tuple[AboutSection, ...]
