"""What to watch: on the page of its briefing, and in a list of many."""

from dataclasses import replace

from ..model.briefing import Briefing, WatchItem
from ..parsing.resolve import Resolved
from .citations import Citations
from .dates import show_date
from .markup import smarten
from .site import Site, briefing_url
from .values import LinkView, WatchItemView
from .wording import translatable, wording_of

WATCH_WORDS = {"open": "", "happened": translatable("happened"), "lapsed": translatable("lapsed")}


def show_watch(
    b: Briefing, citations: Citations, locale: str, briefing: LinkView | None = None
) -> tuple[WatchItemView, ...]:
    """Return what to watch, open items first."""
    order = {"open": 0, "happened": 1, "lapsed": 2}
    return tuple(
        WatchItemView(
            text=smarten(w.text),
            date=show_date(w.date, locale=locale) if w.date else None,
            status=w.status,
            status_words=wording_of(locale).gettext(WATCH_WORDS[w.status]) if WATCH_WORDS[w.status] else "",
            outcome=w.outcome,
            citations=citations.cite(w.passage, "what to watch", quoting=() if briefing else (w.text, w.outcome)),
            briefing=briefing,
        )
        for w in sorted(b.watch, key=lambda w: order[w.status])
    )


def show_watch_item(item: WatchItem, resolved: Resolved, site: Site) -> WatchItemView:
    """Return something to watch as it stands in a list: with its briefing, without its passages."""
    b = resolved.briefing
    link = LinkView(smarten(b.title), briefing_url(resolved, site.lang))
    only = replace(b, watch=(replace(item, passage=()),))
    shown = show_watch(only, Citations({}), site.lang, link)[0]
    return replace(shown, lang=b.lang) if b.lang and b.lang != site.lang else shown
