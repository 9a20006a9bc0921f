"""Fiction says so wherever it is named: a list, a feed or a calendar shows a title without its page."""

from ..model.actor import Actor
from ..model.briefing import Briefing
from .markup import smarten
from .wording import wording_of


def headline(b: Briefing, site_lang: str) -> str:
    """Return the title of a briefing as readers see it."""
    return marked(smarten(b.title), b.fiction, b.lang or site_lang)


def marked(title: str, fiction: bool, locale: str) -> str:
    """Return a title, behind a word where what it names is invented."""
    return wording_of(locale).gettext("Fiction: %(title)s", title=title) if fiction else title


def known_as(actor: Actor, locale: str) -> str:
    """Return the name of an actor as pages beside their briefings have it."""
    return wording_of(locale).gettext("%(name)s (fiction)", name=actor.name) if actor.fiction else actor.name
