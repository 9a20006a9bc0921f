"""Everything a template is given, as frozen values: the theme's contract.

Addresses are relative to the site's root, without a leading slash: a template writes
``{{ SITEURL }}/{{ link.url }}``. Addresses that begin with ``#`` stay on the page. Text is plain text and escaped by
the template; `Html` is markup that was sanitised and is printed as it is. A list that has nothing is empty, a text
that has nothing is "".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["ltr", "rtl"]
Anchor = Literal["start", "middle", "end"]
Marker = Literal["happened", "inferred", "scheduled", "called_for", "cancelled", "span", "span-inferred"]


class Html(str):
    """Sanitised markup, which templates print as it is (the ``__html__`` protocol of MarkupSafe)."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the markup itself."""
        return str(self)


@dataclass(frozen=True, slots=True)
class LinkView:
    """A place to go: a page of the site, or ``#anchor`` on this page."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as a reader sees it."""

    words: str
    """``7–8 May 2023``"""
    iso: str = ""
    """For ``<time datetime>``; empty where HTML cannot say it (spans, seasons)."""
    qualifiers: tuple[str, ...] = ()
    """``year inferred``, ``day not given`` …"""


@dataclass(frozen=True, slots=True)
class CitationView:
    """A number that leads from a statement to the passage it rests on."""

    number: int
    id: str
    """The anchor of this place, to come back to: ``cite-3-1``."""
    passage_id: str
    """``passage-3``"""
    words: str
    """The passage's words, or for words just quoted the occasion: what the margin note says."""
    is_quotation: bool
    """Whether `words` are the source's own (then they stand between quotation marks)."""
    level: str
    """``exact``, ``layout``, ``typography``, ``edited``, or "" where nothing was checked."""
    level_words: str
    """``exact``, ``typography only`` …; said only where it is worth saying (see SourceView.level_words)."""
    is_behind_quotation: bool = False
    """Whether it stands behind words between quotation marks: then their level is said with it."""


Prose = tuple["Html | CitationView", ...]
"""Running text: markup and the citations inside it, in order."""


@dataclass(frozen=True, slots=True)
class StripBar:
    """A span on the strip: `x` and `width` in per cent of its width."""

    x: float
    width: float
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class StripDot:
    """A point on the strip: happened, inferred or scheduled (which stands beyond the scale, at 100)."""

    x: float
    kind: Literal["happened", "inferred", "scheduled", "now"]


@dataclass(frozen=True, slots=True)
class StripLabel:
    """A year under the strip, or the name of a void above it."""

    x: float
    text: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class StripView:
    """The timeline as one line to true scale: a picture of how long ago and how far apart."""

    bars: tuple[StripBar, ...]
    dots: tuple[StripDot, ...]
    labels: tuple[StripLabel, ...]
    voids: tuple[StripLabel, ...]
    now: float
    """Where the present ends and the scheduled begins."""
    description: str
    """The same in a sentence, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class KeyPointView:
    """One thing to take away."""

    text: str
    citations: tuple[CitationView, ...]
    status: str
    """``reported``, ``claimed``, ``disputed`` or ``analysis``."""
    status_words: str
    """Empty where the whole list is merely reported: said only where it says something."""


@dataclass(frozen=True, slots=True)
class KeyActorView:
    """A box of who's who."""

    id: str
    """``actor-fumio-kishida``, the box's anchor."""
    name: str
    kind: str
    named: bool
    """False for someone the source does not name (set in light italic)."""
    role: str
    affiliation: str
    country: str
    """The country's name, in words."""
    note: str
    tally: str
    """``Quoted 2 times · 4 events``"""
    url: str = ""
    """The actor's own page; empty where there is none."""
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the note."""


@dataclass(frozen=True, slots=True)
class ActorGroupView:
    """Actors of one side: a country's code, or the experts' quotation mark."""

    heading: str
    """``JP``; ``“`` for experts; "" for others."""
    label: str
    """``Japan``, ``Experts``, ``Others``."""
    actors: tuple[KeyActorView, ...]


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A speaker's words, set large."""

    quote: str
    lang: str
    speaker: LinkView
    """url ``#actor-…`` or "" """
    attribution: str
    """``at the press conference after the talks. Via Reuters; likely a translation.``"""
    citations: tuple[CitationView, ...]
    level: str
    level_words: str


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A piece of the story: prose or a pull quotation, one of the two."""

    prose: Prose = ()
    quotation: QuotationView | None = None


@dataclass(frozen=True, slots=True)
class GapView:
    """The time between two events: `step` sets its height, `words` say it."""

    step: int
    words: str
    dotted: bool
    """A year or more."""


@dataclass(frozen=True, slots=True)
class EventView:
    """One event of the timeline."""

    id: str
    """``event-2019-tokyo-orders-curbs``, a link of its own."""
    title: str
    text: str
    date: DateView
    start: DateView | None
    """For a span its two ends, `start` at the head of the bar and `end` at the foot; else both None."""
    end: DateView | None
    span_step: int
    span_words: str
    """``35 years``; only for spans."""
    marker: Marker
    status_words: str
    """``scheduled``, ``called for``, ``cancelled``, ``ongoing``; "" for what happened."""
    as_written: str
    importance: int
    folded: bool
    """Importance 2 and 3: title shown as one light line, the rest folded (only when there is a rest)."""
    location: str
    actors: tuple[LinkView, ...]
    citations: tuple[CitationView, ...]
    gap: GapView | None
    """The gap before this event."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The list of events, and the horizon: below it nothing had happened yet."""

    caption: str
    """``8 events, 1910 to May 2023``"""
    past: tuple[EventView, ...]
    horizon: str
    """``As of 8 May 2023``; "" where there is nothing ahead."""
    ahead: tuple[EventView, ...]
    legend: tuple[str, ...]
    """Which of ``span gap happened inferred scheduled`` stand in this timeline."""


@dataclass(frozen=True, slots=True)
class PointView:
    """One thing an expert says: paraphrase or own words."""

    text: str
    is_quote: bool
    level: str
    level_words: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class ExpertViewCard:
    """An expert's view."""

    id: str
    name: str
    actor_url: str
    """``#actor-…`` where the page has a box, else "" """
    affiliation: str
    interests: str
    """Declared interests, or ``not stated``."""
    told_to: str
    date: DateView | None
    headline: str
    points: tuple[PointView, ...]
    quoted: bool
    """Whether any of the expert's own words stand here."""
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the headline."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One expert's answer, always with the word."""

    position: Literal["agrees", "disagrees", "mixed", "not_addressed"]
    words: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One question and everybody's answer to it."""

    question: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class AgreementGrid:
    """Questions by experts."""

    experts: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class MissingVoiceView:
    """An absence, said."""

    who: str
    why: str
    citations: tuple[CitationView, ...] = ()
    """What is quoted in them."""


@dataclass(frozen=True, slots=True)
class WatchItemView:
    """Something that may happen next."""

    text: str
    date: DateView | None
    status: Literal["open", "happened", "lapsed"]
    status_words: str
    """``happened``, ``lapsed``; "" for open."""
    outcome: str
    citations: tuple[CitationView, ...]
    briefing: LinkView | None = None
    """On the home page, the briefing it stands in."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A cited passage."""

    number: int
    id: str
    exact: str
    live_url: str
    """Leads to these words in the live article (a text fragment); "" where it has no address."""
    saved_url: str
    """Leads to these words on the page of the source; "" where its text is not shown."""
    level: str
    level_words: str
    """"" where it is the level said once for the whole source."""
    uses: tuple[LinkView, ...]
    """``key points`` → ``#cite-3-1`` …"""
    places: tuple[tuple[int, int], ...] = ()
    """Where it stands in the source, each fragment of it: offsets in characters of the text."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, and what is cited from it."""

    id: str
    """``source-thanhnien-2023-05-08``"""
    title: str
    lang: str
    details: str
    """``ThanhNien Newspaper, 8 May 2023. No byline.``"""
    url: str
    archive_url: str
    quality: tuple[str, ...]
    page_url: str
    """The page with its whole text; "" where its rights do not allow one."""
    saved: str
    """``Saved copy 000.txt, SHA-256 30771bec…61.`` or ``Not saved: nothing is quoted from it.``"""
    level_words: str
    """``All 28 passages match the saved copy, letter for letter.`` or "" """
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class CitedIn:
    """A briefing that cites a source, with its number on the page of the source."""

    number: int
    link: LinkView


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A stretch of a source's text; `anchors` are the cited passages that begin here."""

    text: str
    is_cited: bool = False
    anchors: tuple[str, ...] = ()
    cited_in: tuple[CitedIn, ...] = ()
    """The places in briefings that use the passages that end here."""


@dataclass(frozen=True, slots=True)
class SavedSourceView:
    """A source whose rights allow it to be shown whole, paragraph by paragraph, cited passages marked."""

    title: str
    details: str
    lang: str
    dir: Direction
    url: str
    """Its live address, or ""."""
    quality: tuple[str, ...]
    paragraphs: tuple[tuple[MarkedText, ...], ...]
    cited_in: tuple[CitedIn, ...]
    """Every briefing that cites it."""


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A change made after publication."""

    date: DateView
    kind: str
    text: str
    was: str
    now: str
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the text."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A word explained."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: str
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the definition."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another page worth reading."""

    link: LinkView
    relation: str
    external: bool


@dataclass(frozen=True, slots=True)
class BriefingView:
    """A whole briefing, ready to be shown."""

    title: str
    label: str
    """``Briefing``"""
    category: LinkView | None
    tags: tuple[str, ...]
    authors: str
    """``Demonstration desk``"""
    lang: str
    dir: Direction
    url: str
    published: DateView
    modified: DateView | None
    as_of: DateView
    updated: str
    """``not updated since``, or ``updated 9 May 2023``."""
    counts: str
    """``1 source, 2 experts``"""
    reading_time: str
    """``4 minutes``"""
    draft: bool
    summary: str
    why_it_matters: str
    strip: StripView | None
    key_points: tuple[KeyPointView, ...]
    sections: tuple[LinkView, ...]
    """The jump navigation: one link for each section that is there."""
    actor_groups: tuple[ActorGroupView, ...]
    story: tuple[StoryBlock, ...]
    quotations: tuple[QuotationView, ...]
    """Those that do not stand in the story."""
    timeline: TimelineView | None
    views: tuple[ExpertViewCard, ...]
    grid: AgreementGrid | None
    missing_voices: tuple[MissingVoiceView, ...]
    watch: tuple[WatchItemView, ...]
    backstory: str
    limits: tuple[str, ...]
    levels: tuple[str, ...]
    """The levels that occur, for the key to the badges."""
    sources: tuple[SourceView, ...]
    updates: tuple[UpdateView, ...]
    glossary: tuple[TermView, ...]
    related: tuple[RelatedView, ...]
    translations: tuple[LinkView, ...]
    cited: Mapping[str, tuple[CitationView, ...]] = field(default_factory=dict)
    """What is quoted in the summary, in why it matters, the backstory and the limits, by that text."""


@dataclass(frozen=True, slots=True)
class BriefingCard:
    """A briefing in a list: all a list page needs to know of it."""

    title: str
    url: str
    lang: str
    summary: str
    category: LinkView | None
    as_of: DateView
    counts: str
    strip: StripView | None
    quotation: QuotationView | None
    """Its first quotation, without citations."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Briefings under one heading: a category or a year."""

    heading: LinkView
    cards: tuple[BriefingCard, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: the newest briefing large, then by category, and what to watch next."""

    lead: BriefingCard | None
    groups: tuple[CardGroup, ...]
    watch: tuple[WatchItemView, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All briefings, newest first, by year."""

    title: str
    groups: tuple[CardGroup, ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page says of the site."""

    name: str
    lang: str
    dir: Direction
    nav: tuple[LinkView, ...]
    promise: str
    """The line at the foot of every page: what the site promises of its quotations."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What a page says of itself to its frame (``base.html``)."""

    title: str
    description: str
    url: str
    lang: str
    dir: Direction
    canonical: str = ""
    """The absolute address, where the site has one."""
