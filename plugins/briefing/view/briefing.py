"""The whole page of a briefing: every section in page order, so that passages are numbered as a reader meets them."""

from collections.abc import Mapping
from dataclasses import replace

from ..model.briefing import Briefing, KeyPoint, Update, WatchItem
from ..model.dates import EdtfDate
from ..model.quotation import Quotation
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .actors import show_actors, speaker_link
from .citations import LEVEL_WORDS, Citations, Verified, folded
from .dates import show_date, show_moment
from .expert_views import own_words, quoted_level, show_grid, show_missing_voices, show_views
from .markup import smarten
from .mentions import Mention, explained, mark_mentions, subjects, term_ids
from .site import BRIEFINGS_URL, Site, briefing_url, category_url, direction
from .sources import show_sources
from .story import Mark, marks_of, reading_minutes, show_story, story_html
from .strip import show_strip
from .timeline import show_timeline
from .values import (
    BriefingCard,
    BriefingView,
    CitationView,
    KeyPointView,
    LinkView,
    QuotationView,
    StoryBlock,
    TermView,
    UpdateView,
    WatchItemView,
)

STATUS_WORDS = {"reported": "Reported", "claimed": "Claimed", "disputed": "Disputed", "analysis": "Analysis"}
TRANSLATED_WORDS = {"yes": "translated", "likely": "likely a translation", "no": "", "unknown": ""}


def show_briefing(
    resolved: Resolved, site: Site, verified: Mapping[Passage, Verified], token: str = ""
) -> BriefingView:
    """Return everything the page of a briefing shows of itself.

    `verified` says how each passage and quotation was verified; `token` marks the holes that are filled when the
    other pages are known.
    """
    b = resolved.briefing
    locale = b.lang or site.lang
    citations = Citations(verified)
    as_of = as_of_date(b)
    url = briefing_url(resolved, site.lang)
    cited = {text: citations.cite((), "summary", quoting=texts) for text, texts in _opening(b).items()}
    key_points = _key_points(b, citations)
    actors = show_actors(resolved, locale, citations)
    story, quotations, mentions = _story(resolved, site, citations, locale, token)
    timeline = show_timeline(resolved, as_of, citations, locale)
    views = explained(show_views(resolved, citations, locale), b.glossary, mentions)
    missing_voices = show_missing_voices(resolved, citations)
    watch = show_watch(b, citations, locale)
    cited |= {text: citations.cite((), "how this was made", quoting=(text,)) for text in (b.backstory, *b.limits)}
    updates = tuple(_update(u, citations, locale) for u in b.updates)
    glossary = _glossary(b, citations)
    view = BriefingView(
        title=smarten(b.title),
        label="Briefing",
        category=_category(b),
        tags=b.tags,
        authors=", ".join(b.authors),
        lang=locale,
        dir=direction(locale),
        url=url,
        published=show_moment(b.date, locale),
        modified=show_moment(b.modified, locale) if b.modified else None,
        as_of=show_date(as_of, locale=locale),
        updated=f"updated {show_moment(b.modified, locale).words}" if b.modified else "not updated since",
        counts=counts(resolved),
        reading_time=_counted(reading_minutes(resolved), "minute"),
        draft=b.status == "draft",
        summary=smarten(b.summary),
        why_it_matters=smarten(b.why_it_matters),
        strip=show_strip(b.timeline, as_of, locale),
        key_points=key_points,
        sections=(),
        actor_groups=actors,
        story=story,
        quotations=quotations,
        timeline=timeline,
        views=views,
        grid=show_grid(resolved),
        missing_voices=missing_voices,
        watch=watch,
        backstory=smarten(b.backstory),
        limits=tuple(map(smarten, b.limits)),
        levels=_levels(citations),
        sources=show_sources(resolved, citations, locale),
        updates=updates,
        glossary=glossary,
        cited={smarten(text): found for text, found in cited.items() if found},
    )
    return with_sections(view)


def _opening(b: Briefing) -> dict[str, tuple[str, ...]]:
    """Return what is cited behind the summary, the headline's quotations too, and behind why it matters."""
    return {b.summary: (b.title, b.summary), b.why_it_matters: (b.why_it_matters,)}


def _update(u: Update, citations: Citations, locale: str) -> UpdateView:
    cited = citations.cite((), "updates", quoting=(u.text,))
    return UpdateView(show_date(u.date, locale=locale), u.kind, u.text, u.was, u.now, cited)


def _category(b: Briefing) -> LinkView | None:
    """Return the category; of what is not published it may have no page, so that leads to all briefings."""
    return (
        LinkView(b.category, category_url(b.category) if b.status == "published" else BRIEFINGS_URL)
        if b.category
        else None
    )


def show_card(resolved: Resolved, site: Site, verified: Mapping[Passage, Verified]) -> BriefingCard:
    """Return all that a list shows of a briefing."""
    b, locale = resolved.briefing, resolved.briefing.lang or site.lang
    return BriefingCard(
        title=smarten(b.title),
        url=briefing_url(resolved, site.lang),
        lang=locale,
        summary=smarten(b.summary),
        category=_category(b),
        as_of=show_date(as_of_date(b), locale=locale),
        counts=counts(resolved),
        strip=show_strip(b.timeline, as_of_date(b), locale),
        quotation=next((show_quotation(q, resolved, Citations(verified), "") for q in b.quotations[:1]), None),
    )


def show_watch_item(item: WatchItem, resolved: Resolved, site: Site) -> WatchItemView:
    """Return something to watch as it stands in a list: with its briefing, without its passages."""
    b = resolved.briefing
    link = LinkView(smarten(b.title), briefing_url(resolved, site.lang))
    only = replace(b, watch=(replace(item, passage=()),))
    return show_watch(only, Citations({}), b.lang or site.lang, link)[0]


def as_of_date(b: Briefing) -> EdtfDate:
    """Return the day up to which the facts hold: as given, or the day of publication."""
    return b.as_of or EdtfDate.parse((b.modified or b.date).date().isoformat())


def counts(resolved: Resolved) -> str:
    """Return ``1 source, 2 experts``."""
    b = resolved.briefing
    parts = [_counted(len(b.sources), "source")] + ([_counted(len(b.views), "expert")] if b.views else [])
    return ", ".join(parts)


def show_quotation(
    q: Quotation, resolved: Resolved, citations: Citations, section: str, cited: tuple[Passage, ...] = ()
) -> QuotationView:
    """Return a speaker's words with who, where, and by whom they were reported; `cited` is what else stands with them.

    Without a section they stand in a list, where there is neither a box nor a passage to lead to.
    """
    level = quoted_level(resolved, citations, q.quote, q.passage)
    speaker = speaker_link(q.speaker, resolved)
    words = own_words(resolved, q.quote, q.passage)
    source = citations.located(words[0]).source if words else ""
    lang = resolved.sources[source].lang if source in resolved.sources else ""
    return QuotationView(
        quote=q.quote,
        lang=lang,
        speaker=speaker if section else LinkView(speaker.text, ""),
        attribution=_attribution(q),
        citations=citations.cite((*words, *q.passage, *cited), section, note=q.occasion) if section else (),
        level=level,
        level_words=LEVEL_WORDS.get(level, ""),
    )


def _attribution(q: Quotation) -> str:
    via = f"Via {' and '.join(q.via)}" if q.via else ""
    notes = "; ".join(filter(None, (via, TRANSLATED_WORDS[q.translated])))
    sentences = [s[0].upper() + s[1:] + "." for s in (q.occasion.rstrip("."), notes) if s]
    return " ".join(sentences)


def _key_points(b: Briefing, citations: Citations) -> tuple[KeyPointView, ...]:
    """Return the key points; what kind of statement each is goes unsaid where all are simply reported."""
    return tuple(_key_point(k, citations) for k in b.key_points)


def _key_point(k: KeyPoint, citations: Citations) -> KeyPointView:
    words = "" if k.status == "reported" else STATUS_WORDS[k.status]
    cited = citations.cite(k.passage, "key points", quoting=(k.text,))
    return KeyPointView(smarten(k.text), cited, k.status, words)


def _story(
    resolved: Resolved, site: Site, citations: Citations, locale: str, token: str
) -> tuple[tuple[StoryBlock, ...], tuple[QuotationView, ...], tuple[Mention, ...]]:
    smart = locale.startswith("en")
    html = story_html(resolved, site.convert, token, smart)
    wanted = subjects(resolved.briefing.actors, resolved.briefing.glossary)
    html, mentions = mark_mentions(html, wanted, len(marks_of(resolved)), smart)
    quotations = resolved.briefing.quotations

    def quotation(index: int, cited: tuple[Passage, ...] = ()) -> QuotationView:
        return show_quotation(quotations[index], resolved, citations, "story", cited)

    def cite(mark: Mark) -> CitationView:
        if mark.quoted:
            return citations.behind(mark.passage, mark.quoted, "story")
        return citations.cite((mark.passage,), "story")[0]

    blocks, placed = show_story(resolved, html, cite, quotation, mentions)
    rest = tuple(quotation(i) for i, q in enumerate(quotations) if i not in placed and not _is_cited(q, resolved))
    return blocks, rest, mentions


def _is_cited(q: Quotation, resolved: Resolved) -> bool:
    """Tell whether the prose quotes these words already, and cites them."""
    words = folded(q.quote)
    return any(words == folded(c.passage.exact) for c in resolved.manuscript.prose.citations)


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
            status_words="" if w.status == "open" else w.status,
            outcome=w.outcome,
            citations=citations.cite(w.passage, "what to watch", quoting=() if briefing else (w.text, w.outcome)),
            briefing=briefing,
        )
        for w in sorted(b.watch, key=lambda w: order[w.status])
    )


def _glossary(b: Briefing, citations: Citations) -> tuple[TermView, ...]:
    return tuple(
        TermView(id, t.term, t.also, t.definition, citations.cite((), "glossary", quoting=(t.definition,)))
        for id, t in zip(term_ids(b.glossary), b.glossary, strict=True)
    )


def _levels(citations: Citations) -> tuple[str, ...]:
    return tuple(level for level in LEVEL_WORDS if level in citations.levels)


SECTIONS = (
    ("actor_groups", "Who’s who", "#whos-who"),
    ("story", "The story", "#story"),
    ("timeline", "Timeline", "#timeline"),
    ("views", "Expert views", "#expert-views"),
    ("grid", "Where they agree", "#agreement"),
    ("watch", "What to watch", "#what-to-watch"),
    ("backstory", "How this was made", "#how-made"),
    ("limits", "How this was made", "#how-made"),
    ("sources", "Sources", "#sources"),
    ("glossary", "Glossary", "#glossary"),
)


def with_sections(view: BriefingView) -> BriefingView:
    """Return the view with a jump link for each section that has something."""
    links = dict.fromkeys(LinkView(text, url) for name, text, url in SECTIONS if getattr(view, name))
    return replace(view, sections=tuple(links))


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
