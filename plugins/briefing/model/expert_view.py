"""What experts say, and where they agree."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from .dates import EdtfDate
from .shape import Shorthand, record
from .source import Passages

Position = Literal["agrees", "disagrees", "mixed", "not_addressed"]


@record
class Point:
    """One thing an expert says: a paraphrase (`text`) or the expert's own words (`quote`)."""

    text: str = ""
    """The editor's paraphrase."""
    quote: str = ""
    """The expert's own words, verbatim."""
    passage: Passages = ()
    """The source's words it rests on."""


@record
class ExpertView:
    """An expert's view as told to a source (Science Media Centre's declared interests; schema.org affiliation)."""

    expert: str
    """An actor's id, or simply a name."""
    affiliation: str = ""
    """As the source prints it."""
    interests: str = ""
    """Declared interests; the page says when none are stated."""
    told_to: str = ""
    """Whom it was told to."""
    date: EdtfDate | None = None
    """When it was said."""
    headline: str = ""
    """The gist, in the editor's words."""
    points: tuple[Annotated[Point, Shorthand("text")], ...] = ()
    """What is said, point by point."""
    positions: Mapping[str, Position] = field(default_factory=dict)
    """The answer to each question: agrees, disagrees, mixed or not_addressed."""


@record
class Question:
    """A row of the agreement grid."""

    id: str
    """The name by which positions answer it."""
    text: str
    """The question as readers see it."""


@record
class MissingVoice:
    """Someone whose view the sources do not give (Trust Project, diverse voices)."""

    who: str
    """Who is not heard."""
    why: str = ""
    """Why, or what there is instead."""
