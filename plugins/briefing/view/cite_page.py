"""How to cite a briefing, in plain text; the files beside its page say it for programs."""

from ..model.briefing import Briefing
from .dates import show_moment
from .fiction import headline
from .site import Site
from .wording import wording_of


def cite_as(b: Briefing, site: Site, url: str, locale: str) -> str:
    """Return ``Author: Title. Site, 8 May 2023, updated 9 May 2023. https://…``; "" for what is not published.

    The address is left out where the site has none yet.
    """
    if b.status != "published":
        return ""
    by = ", ".join(b.authors)
    updated = show_moment(b.modified, locale).words if b.modified else ""
    when = [show_moment(b.date, locale).words, *([_updated(updated, locale)] if updated else [])]
    title = headline(b, site.lang)
    parts = [f"{by}: {title}" if by else title, wording_of(locale).joined([site.name, *when])]
    ended = [part if part.endswith((".", "?", "!", "…", "。", "？", "！")) else f"{part}." for part in parts]
    return " ".join([*ended, *([f"{site.url}/{url}"] if site.url else [])])


def _updated(date: str, locale: str) -> str:
    return wording_of(locale).gettext("updated %(date)s", date=date)
