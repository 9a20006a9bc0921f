"""The whole page of a briefing: every section in page order, so that passages are numbered as a reader meets them."""

from collections.abc import Mapping

from ..frozen import replace
from ..model.briefing import Briefing, KeyPoint, Term, Update
from ..model.quotation import Quotation
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .actors import show_actors
from .cards import category_link, counts
from .citations import LEVEL_WORDS, Citations, Verified, folded, langs_of
from .cite_page import cite_as
from .dates import show_date, show_moment
from .expert_views import show_grid, show_missing_voices, show_views
from .fiction import headline
from .markup import typeset
from .mentions import Mention, explained, mark_mentions, subjects, term_ids
from .quotations import show_quotation
from .site import Site, briefing_url, direction
from .sources import show_sources
from .story import Mark, marks_of, reading_minutes, show_story, story_html
from .strip import show_strip
from .timeline import show_timeline
from .values import (
    BriefingView,
    CitationView,
    KeyPointView,
    LinkView,
    QuotationView,
    StoryBlock,
    TermView,
    UpdateView,
)
from .watch import show_watch
from .wording import translatable, wording_of

STATUS_WORDS = {
    "reported": "",
    "claimed": translatable("Claimed"),
    "disputed": translatable("Disputed"),
    "analysis": translatable("Analysis"),
}
"""What is said of a key point; of one that is simply reported, nothing."""
UPDATE_WORDS = {
    "update": translatable("Update"),
    "correction": translatable("Correction"),
    "clarification": translatable("Clarification"),
    "retraction": translatable("Retraction"),
}


def show_briefing(
    resolved: Resolved, site: Site, verified: Mapping[Passage, Verified], token: str = ""
) -> BriefingView:
    """Return everything the page of a briefing shows of itself.

    `verified` says how each passage and quotation was verified; `token` marks the holes that are filled when the
    other pages are known.
    """
    b = resolved.briefing
    locale = b.lang or site.lang
    wording = wording_of(locale)
    citations = Citations(verified, locale, langs_of(resolved))
    as_of = b.holds_until
    url = briefing_url(resolved, site.lang)
    cited = {text: citations.cite((), "summary", quoting=texts) for text, texts in _opening(b).items()}
    key_points = _key_points(b, citations)
    actors = show_actors(resolved, locale, citations)
    story, quotations, mentions = _story(resolved, site, citations, locale, token)
    timeline = show_timeline(resolved, as_of, citations, locale)
    views = explained(show_views(resolved, citations, locale), b.glossary, mentions)
    missing_voices = show_missing_voices(resolved, citations)
    watch = show_watch(b, citations, locale, token=token)
    cited |= {text: citations.cite((), "how this was made", quoting=(text,)) for text in (b.backstory, *b.limits)}
    updates = tuple(_update(u, citations, locale) for u in b.updates)
    glossary = _glossary(b, citations)
    view = BriefingView(
        title=headline(b, site.lang),
        label=wording.gettext("Briefing"),
        category=category_link(b),
        tags=b.tags,
        authors=wording.listed(b.authors),
        lang=locale,
        dir=direction(locale),
        url=url,
        published=show_moment(b.date, locale),
        modified=show_moment(b.modified, locale) if b.modified else None,
        as_of=show_date(as_of, locale=locale),
        updated=_updated(b, locale),
        counts=counts(resolved, locale),
        reading_time=wording.ngettext("%(number)s-minute read", "%(number)s-minute read", reading_minutes(resolved)),
        draft=b.status == "draft",
        fiction=b.fiction,
        summary=typeset(b.summary),
        why_it_matters=typeset(b.why_it_matters),
        strip=show_strip(b.timeline, as_of, locale),
        key_points=key_points,
        sections=(),
        actor_groups=actors,
        story=story,
        quotations=quotations,
        timeline=timeline,
        views=views,
        grid=show_grid(resolved, locale),
        missing_voices=missing_voices,
        watch=watch,
        backstory=typeset(b.backstory),
        limits=tuple(map(typeset, b.limits)),
        levels=_levels(citations),
        sources=show_sources(resolved, citations, locale),
        updates=updates,
        glossary=glossary,
        cite_as=cite_as(b, site, url, locale),
        cited={typeset(text): found for text, found in cited.items() if found},
    )
    return with_sections(view)


def _opening(b: Briefing) -> dict[str, tuple[str, ...]]:
    """Return what is cited behind the summary, the headline's quotations too, and behind why it matters."""
    return {b.summary: (b.title, b.summary), b.why_it_matters: (b.why_it_matters,)}


def _update(u: Update, citations: Citations, locale: str) -> UpdateView:
    cited = citations.cite((), "updates", quoting=(u.text,))
    words = wording_of(locale).gettext(UPDATE_WORDS[u.kind])
    return UpdateView(show_date(u.date, locale=locale), u.kind, words, u.text, u.was, u.now, cited)


def _updated(b: Briefing, locale: str) -> str:
    wording = wording_of(locale)
    if not b.modified:
        return wording.gettext("not updated since")
    return wording.gettext("updated %(date)s", date=show_moment(b.modified, locale).words)


def _key_points(b: Briefing, citations: Citations) -> tuple[KeyPointView, ...]:
    """Return the key points; what kind of statement each is goes unsaid where all are simply reported."""
    return tuple(_key_point(k, citations) for k in b.key_points)


def _key_point(k: KeyPoint, citations: Citations) -> KeyPointView:
    status = STATUS_WORDS[k.status]
    words = wording_of(citations.locale).gettext(status) if status else ""
    cited = citations.cite(k.passage, "key points", quoting=(k.text,))
    return KeyPointView(typeset(k.text), cited, k.status, words)


def _story(
    resolved: Resolved, site: Site, citations: Citations, locale: str, token: str
) -> tuple[tuple[StoryBlock, ...], tuple[QuotationView, ...], tuple[Mention, ...]]:
    smart = locale.startswith("en")
    marks = marks_of(resolved)
    html = story_html(resolved, marks, site, token, smart)
    wanted = subjects(resolved.briefing.actors, resolved.briefing.glossary)
    html, mentions = mark_mentions(html, wanted, len(marks), smart)
    quotations = resolved.briefing.quotations

    def quotation(index: int, cited: tuple[Passage, ...] = ()) -> QuotationView:
        return show_quotation(quotations[index], resolved, citations, "story", cited)

    def cite(mark: Mark) -> CitationView:
        if mark.quoted:
            return citations.behind(mark.passage, mark.quoted, "story")
        return citations.cite((mark.passage,), "story")[0]

    blocks, placed = show_story(resolved, html, marks, cite, quotation, mentions)
    rest = tuple(quotation(i) for i, q in enumerate(quotations) if i not in placed and not _is_cited(q, resolved))
    return blocks, rest, mentions


def _is_cited(q: Quotation, resolved: Resolved) -> bool:
    """Tell whether the prose quotes these words already, and cites them."""
    words = folded(q.quote)
    return any(words == folded(c.passage.exact) for c in resolved.manuscript.prose.citations)


def _glossary(b: Briefing, citations: Citations) -> tuple[TermView, ...]:
    return tuple(
        TermView(id, t.term, _other_names(t), t.definition, citations.cite((), "glossary", quoting=(t.definition,)))
        for id, t in zip(term_ids(b.glossary), b.glossary, strict=True)
    )


def _other_names(term: Term) -> tuple[str, ...]:
    """Return what else the word is called, not how else it is written: of "Quad" not "quad"."""
    return tuple(name for name in term.also if name.casefold() != term.term.casefold())


def _levels(citations: Citations) -> tuple[str, ...]:
    return tuple(level for level in LEVEL_WORDS if level in citations.levels)


LEAST_JUMPS = 4
SECTIONS = (
    ("actor_groups", translatable("Who’s who"), "#whos-who"),
    ("story", translatable("The story"), "#story"),
    ("timeline", translatable("Timeline"), "#timeline"),
    ("views", translatable("Expert views"), "#expert-views"),
    ("grid", translatable("Where they agree"), "#agreement"),
    ("watch", translatable("What to watch"), "#what-to-watch"),
    ("backstory", translatable("How this was made"), "#how-made"),
    ("limits", translatable("How this was made"), "#how-made"),
    ("sources", translatable("Sources"), "#sources"),
    ("glossary", translatable("Glossary"), "#glossary"),
)


def with_sections(view: BriefingView) -> BriefingView:
    """Return the view with a jump link for each section that has something, where there are enough to be lost among."""
    say = wording_of(view.lang).gettext
    links = dict.fromkeys(LinkView(say(text), url) for name, text, url in SECTIONS if getattr(view, name))
    return replace(view, sections=tuple(links) if len(links) >= LEAST_JUMPS else ())
