"""Everything a template is given, as frozen values: the theme's contract.

Addresses are relative to the site's root, without a leading slash: a template writes
``{{ SITEURL }}/{{ link.url }}``. Addresses that begin with ``#`` stay on the page. Text is plain text and escaped by
the template; `Html` is markup that was sanitised and is printed as it is. A list that has nothing is empty, a text
that has nothing is "".
"""

from ..text import DateView, Direction, Html, LinkView, TermUse
from .about import AboutSection, AboutView
from .actors import ActorGroupView, KeyActorView
from .briefing import BriefingView
from .citations import CitationView, PassageView, Prose
from .end_matter import (
    HreflangView,
    NeighboursView,
    RelatedView,
    TermView,
    TranslationView,
    UpdateView,
    WatchItemView,
)
from .expert_views import AgreementGrid, ExpertViewCard, GridAnswer, GridCell, GridRow, MissingVoiceView, PointView
from .lists import ArchiveGroup, BriefingCard, CardGroup, DrawnCard, DrawnGroup, HomeView, IndexView
from .search import SearchFact, SearchView
from .site import AlternateView, PageView, SharedAs, SiteView
from .site_timeline import SiteEventView, SiteTimelineView, YearBar, YearView
from .sources import CitedIn, MarkedText, SavedSourceView, SourceView
from .story import KeyPointView, QuotationView, StoryBlock
from .strip import Anchor, StripBar, StripDot, StripLabel, StripView
from .timeline import EventView, GapView, Marker, TimelineView

__all__ = [
    "AboutSection",
    "AboutView",
    "ActorGroupView",
    "AgreementGrid",
    "AlternateView",
    "Anchor",
    "ArchiveGroup",
    "BriefingCard",
    "BriefingView",
    "CardGroup",
    "CitationView",
    "CitedIn",
    "DateView",
    "Direction",
    "DrawnCard",
    "DrawnGroup",
    "EventView",
    "ExpertViewCard",
    "GapView",
    "GridAnswer",
    "GridCell",
    "GridRow",
    "HomeView",
    "HreflangView",
    "Html",
    "IndexView",
    "KeyActorView",
    "KeyPointView",
    "LinkView",
    "MarkedText",
    "Marker",
    "MissingVoiceView",
    "NeighboursView",
    "PageView",
    "PassageView",
    "PointView",
    "Prose",
    "QuotationView",
    "RelatedView",
    "SavedSourceView",
    "SearchFact",
    "SearchView",
    "SharedAs",
    "SiteEventView",
    "SiteTimelineView",
    "SiteView",
    "SourceView",
    "StoryBlock",
    "StripBar",
    "StripDot",
    "StripLabel",
    "StripView",
    "TermUse",
    "TermView",
    "TimelineView",
    "TranslationView",
    "UpdateView",
    "WatchItemView",
    "YearBar",
    "YearView",
]
