"""What to watch: on the page of its briefing, and in a list of many."""

from datetime import date

from ..frozen import replace
from ..model.briefing import Briefing, WatchItem
from ..model.dates import EdtfDate
from ..parsing.resolve import Resolved
from .citations import Citations
from .dates import show_date, show_listed_date
from .fiction import headline
from .later import OVERDUE, hole
from .markup import typeset
from .site import Site, briefing_url
from .values import Html, LinkView, WatchItemView
from .wording import translatable, wording_of

NO_DATE = EdtfDate.parse("9999").sort_key
WATCH_WORDS = {"open": "", "happened": translatable("happened"), "lapsed": translatable("lapsed")}


def open_items(b: Briefing) -> list[WatchItem]:
    """Return what is open to watch by its dates, what has none last."""
    return sorted((w for w in b.watch if w.status == "open"), key=lambda w: w.date.sort_key if w.date else NO_DATE)


def lapses_on(item: WatchItem) -> int:
    """Return the first day on which an open item is overdue, the day after its last; 0 where it never is."""
    last = item.date.end if item.status == "open" and item.date else None
    return last + 1 if last is not None and 0 < last < date.max.toordinal() else 0


def show_watch(
    b: Briefing, citations: Citations, locale: str, briefing: LinkView | None = None, token: str = ""
) -> tuple[WatchItemView, ...]:
    """Return what to watch, open items first; one that will be overdue has a hole for saying so."""
    numbers = {id(w): n for n, w in enumerate(open_items(b)) if token and lapses_on(w)}
    order = {"open": 0, "happened": 1, "lapsed": 2}
    return tuple(
        WatchItemView(
            text=typeset(w.text),
            date=show_date(w.date, locale=locale) if w.date else None,
            status=w.status,
            status_words=wording_of(locale).gettext(WATCH_WORDS[w.status]) if WATCH_WORDS[w.status] else "",
            outcome=w.outcome,
            citations=citations.cite(w.passage, "what to watch", quoting=() if briefing else (w.text, w.outcome)),
            briefing=briefing,
            overdue=hole(token, f"{OVERDUE}{numbers[id(w)]}") if id(w) in numbers else Html(""),
        )
        for w in sorted(b.watch, key=lambda w: order[w.status])
    )


def show_watch_item(item: WatchItem, resolved: Resolved, site: Site) -> WatchItemView:
    """Return something to watch as it stands in a list: with its briefing, without its passages."""
    b = resolved.briefing
    lang = site.foreign(b.lang or site.lang)
    link = LinkView(headline(b, site.lang), briefing_url(resolved, site.lang), lang)
    only = replace(b, watch=(replace(item, passage=()),))
    shown = show_watch(only, Citations({}), site.lang, link)[0]
    date = show_listed_date(item.date, locale=site.lang) if item.date else None
    return replace(shown, date=date, lang=lang)
