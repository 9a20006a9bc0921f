"""The page to search from, one for each language: the index is asked in the language of the page."""

from collections.abc import Iterable

from ..frozen import frozen
from .head import Head
from .site import ACTORS_URL, BRIEFINGS_URL, SEARCH_URL, TIMELINE_URL, Site, direction, search_url
from .translations import language_name
from .values import BriefingView, LinkView, SearchFact, SearchView, TranslationView
from .wording import wording_of


@frozen
class SearchPlan:
    """The page to search from in one language, and those in which there is another."""

    lang: str
    others: tuple[str, ...]
    url: str = SEARCH_URL
    members: tuple[str, ...] = ()


def plan_search(shown: Iterable[Head], site: Site) -> tuple[SearchPlan, ...]:
    """Return a page for the site's language, and one for each other that a briefing has."""
    if not site.search:
        return ()
    langs = [site.lang, *sorted({h.lang for h in shown} - {site.lang})]
    return tuple(
        SearchPlan(lang, tuple(other for other in langs if other != lang), search_url(lang, site)) for lang in langs
    )


def show_search(plan: SearchPlan, site: Site) -> SearchView:
    """Return the page; what leads to every briefing is there for readers without a script, or without the index."""
    words = wording_of(plan.lang)
    ways = (("All briefings", BRIEFINGS_URL), ("Timeline", TIMELINE_URL), ("Actors", ACTORS_URL))
    title = words.gettext("Search")
    return SearchView(
        title=title,
        languages=tuple(
            TranslationView(language_name(o), search_url(o, site), o, direction(o), title) for o in plan.others
        ),
        ways=tuple(LinkView(words.gettext(text), url) for text, url in ways),
    )


def search_facts(view: BriefingView, year: int, day: str) -> tuple[SearchFact, ...]:
    """Return what the index knows of a briefing besides its words: what it is filtered by, its date, its order."""
    named = (box.name for group in view.actor_groups for box in group.actors if box.named)
    words = wording_of(view.lang)
    names = [words.gettext("%(name)s (fiction)", name=name) if view.fiction else name for name in named]
    return (
        *(SearchFact("filter", "actor", name) for name in dict.fromkeys(names)),
        *([SearchFact("filter", "category", view.category.text)] if view.category else []),
        SearchFact("filter", "year", str(year)),
        SearchFact("meta", "date", view.as_of.words),
        SearchFact("sort", "date", day),
    )
