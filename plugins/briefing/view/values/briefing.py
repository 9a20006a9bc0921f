"""A briefing's page."""

from collections.abc import Mapping
from dataclasses import field

from ...frozen import frozen
from ..text import DateView, Direction, LinkView
from .actors import ActorGroupView
from .citations import CitationView
from .end_matter import TermView, UpdateView, WatchItemView
from .expert_views import AgreementGrid, ExpertViewCard, MissingVoiceView
from .sources import SourceView
from .story import KeyPointView, QuotationView, StoryBlock
from .strip import StripView
from .timeline import TimelineView


@frozen
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
    cite_as: str = ""
    """How to cite the page, in plain text to copy; "" for what is not published."""
    cited: Mapping[str, tuple[CitationView, ...]] = field(default_factory=dict)
    """What is quoted in the summary, in why it matters, the backstory and the limits, by that text."""
    fiction: bool = False
    """Whether all of it is invented."""
