"""The page about the site, from its settings: who makes it, how, and what becomes of a mistake (The Trust Project)."""

from functools import partial

from ..frozen import frozen
from ..view.markup import sanitise
from ..view.site import ABOUT, ABOUT_URL, CORRECTIONS_URL, Site
from ..view.values import AboutSection, AboutView, LinkView
from ..view.wording import wording_of
from .addresses import absolute
from .characters import json_text, language
from .schema_org import node

POLICIES = {"how": "publishingPrinciples", "corrections": "correctionsPolicy", "funding": "ownershipFundingInfo"}


@frozen
class AboutPlan:
    """The page about the site."""

    sections: tuple[tuple[str, str], ...]
    members: tuple[str, ...] = ()


def show_about(site: Site) -> AboutView:
    """Return the page: every section the settings have a text for."""
    words, texts = wording_of(site.lang), dict(site.about)
    sections = tuple(
        AboutSection(
            id=name,
            heading=words.gettext(heading),
            text=sanitise(site.convert(texts[name]), partial(_placed, site.root(ABOUT_URL)), site.html),
            link=LinkView(words.gettext("All corrections"), CORRECTIONS_URL) if name == "corrections" else None,
        )
        for name, heading in ABOUT.items()
        if texts.get(name)
    )
    return AboutView(words.gettext("About %(name)s", name=site.name), sections)


def about_json_ld(site: Site) -> str:
    """Return the page for search engines, with the site's publisher and where its policies stand."""
    policies = {POLICIES[name]: _address(site, name) for name, text in site.about if text and name in POLICIES}
    publisher = node("NewsMediaOrganization", name=site.name, url=absolute(site, ""), **policies)
    page = node(
        "AboutPage", url=absolute(site, ABOUT_URL), inLanguage=language(site.lang), mainEntity=publisher, name=site.name
    )
    return json_text({"@context": "https://schema.org"} | page)


def _placed(root: str, address: str) -> str:
    """Return an address that begins at the site's root as it leads there from this page."""
    return f"{root}{address}" if address.startswith("/") and not address.startswith("//") else address


def _address(site: Site, section: str) -> str:
    return absolute(site, f"{ABOUT_URL}#{section}") or f"#{section}"
