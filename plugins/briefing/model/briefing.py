"""The briefing itself: what an editor writes, field by field (front matter, version 1)."""

from datetime import datetime
from typing import Annotated, Literal

from .actor import Actor
from .dates import EdtfDate
from .expert_view import ExpertView, MissingVoice, Question
from .moment import Moment
from .quotation import Quotation
from .shape import Shorthand, record
from .source import Passages, Source
from .timeline import TimelineEvent

ClaimStatus = Literal["reported", "claimed", "disputed", "analysis"]
PublicationStatus = Literal["published", "draft", "hidden"]
UpdateKind = Literal["update", "correction", "clarification", "retraction"]
WatchStatus = Literal["open", "happened", "lapsed"]


@record
class KeyPoint:
    """One thing to take away (schema.org Claim)."""

    text: str
    """The point, in one sentence."""
    passage: Passages = ()
    """The source's words it rests on."""
    status: ClaimStatus = "reported"
    """reported, claimed, disputed or analysis."""


@record
class WatchItem:
    """Something that may happen next."""

    text: str
    """What to watch for."""
    date: EdtfDate | None = None
    """When it is due, where that is known."""
    status: WatchStatus = "open"
    """open, happened or lapsed."""
    outcome: str = ""
    """What came of it."""
    as_of: EdtfDate | None = None
    """When the status was last looked at."""
    passage: Passages = ()
    """The source's words it rests on."""


@record
class Update:
    """A change made after publication (schema.org CorrectionComment)."""

    date: EdtfDate
    """When the page was changed."""
    kind: UpdateKind = "update"
    """update, correction, clarification or retraction."""
    text: str
    """What was changed and why."""
    was: str = ""
    """What the page said before."""
    now: str = ""
    """What it says now."""


@record
class Term:
    """A word explained (schema.org DefinedTerm)."""

    term: str
    """The word."""
    also: tuple[str, ...] = ()
    """Other forms of it."""
    definition: str
    """What it means here."""


@record
class Related:
    """Another page worth reading: a briefing of this site by its slug, or an address with a title (Atom related)."""

    slug: str = ""
    """The slug of a briefing of this site."""
    url: str = ""
    """The address of a page elsewhere."""
    title: str = ""
    """The title, needed with a url."""
    relation: str = ""
    """How it is related."""


@record
class Briefing:
    """A briefing as its editor wrote it; `title`, `date`, `summary` and one source are required."""

    title: str
    """The headline: what happened."""
    date: Annotated[datetime, Moment()]
    """When it is published: a day, or a day and a time."""
    modified: Annotated[datetime, Moment()] | None = None
    """When it was last changed."""
    slug: str = ""
    """Its part of the address; by default the file's name without a leading date."""
    aliases: tuple[str, ...] = ()
    """Addresses of this site that it had before, from which readers are led here: /2023/old-title/."""
    category: str = ""
    """The section it belongs to."""
    tags: tuple[str, ...] = ()
    """Subjects that cut across sections."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    lang: str = ""
    """Its language, as a BCP 47 tag; by default the site's."""
    translation: bool = False
    """Whether this is a translation, not the original."""
    status: PublicationStatus = "published"
    """published, draft (built under drafts/ and listed nowhere) or hidden (built, listed nowhere)."""
    fiction: bool = False
    """Whether all of it is invented: every page, list and feed then says so."""
    summary: str
    """What happened, in at most sixty words."""
    as_of: EdtfDate | None = None
    """The day up to which the facts hold (schema.org lastReviewed)."""
    why_it_matters: str = ""
    """Why a reader should care, in one sentence."""
    key_points: tuple[Annotated[KeyPoint, Shorthand("text")], ...] = ()
    """What to take away."""
    actors: tuple[Annotated[Actor, Shorthand("id")], ...] = ()
    """Who matters: ids of the register, or entries of their own."""
    timeline: tuple[TimelineEvent, ...] = ()
    """When it happened."""
    views: tuple[ExpertView, ...] = ()
    """What experts say."""
    questions: tuple[Question, ...] = ()
    """The rows of the agreement grid."""
    missing_voices: tuple[MissingVoice, ...] = ()
    """Who is not heard."""
    quotations: tuple[Quotation, ...] = ()
    """Words of speakers; one whose words stand as a block quote in the prose is shown there."""
    sources: tuple[Annotated[Source, Shorthand("id")], ...]
    """What it rests on: ids of the catalogue, or entries of their own."""
    watch: tuple[Annotated[WatchItem, Shorthand("text")], ...] = ()
    """What to watch next."""
    updates: tuple[Update, ...] = ()
    """What was changed after publication."""
    glossary: tuple[Term, ...] = ()
    """Words explained."""
    related: tuple[Annotated[Related, Shorthand("slug")], ...] = ()
    """Other pages worth reading."""
    backstory: str = ""
    """How this page was made (schema.org backstory)."""
    limits: tuple[str, ...] = ()
    """What it does not know."""

    @property
    def holds_until(self) -> EdtfDate:
        """The day up to which the facts hold: as given, or that of the last change, or of publication."""
        return self.as_of or EdtfDate.parse((self.modified or self.date).date().isoformat())
