"""What was found out about a quotation: the level, the reason when it failed, and the places."""

from enum import StrEnum
from typing import Literal

from ..frozen import frozen
from .source_text import Place


class Level(StrEnum):
    """How closely the words agree with the source; only the last one does not pass."""

    EXACT = "exact"
    """Character by character."""
    LAYOUT = "layout"
    """But for white space and what nobody sees."""
    TYPOGRAPHY = "typography"
    """But for quotation marks, dashes, ellipses, ligatures, and the mark at the end."""
    EDITED = "edited"
    """But for what the editor left out or put in between brackets."""
    NOT_FOUND = "not-found"


class Reason(StrEnum):
    """Why a quotation did not pass; "" for one that did."""

    NONE = ""
    EMPTY = "empty"
    """There is no word in it."""
    DIFFERENT = "different"
    """The source has other words, or none like it."""
    CUT_WORD = "cut-word"
    """It is there, but begins or ends inside a word of the source."""
    QUESTION = "question"
    """The source asks what the quotation states."""
    CONTEXT = "context"
    """The words are there, but not behind the prefix or before the suffix."""
    ORDER = "order"
    """The parts are there, but not one behind the other."""
    AMBIGUOUS = "ambiguous"
    """The first part also stands in another quotation, so that the parts may be two speakers' words."""
    PARAGRAPHS = "paragraphs"
    """The parts stand in different paragraphs."""
    SPEAKERS = "speakers"
    """A quotation begins or ends in what was left out: the parts may be two speakers' words."""
    NEGATION = "negation"
    """What was left out, or put in between brackets, holds a negation."""
    ELLIPSIS = "ellipsis"
    """An ellipsis without brackets stands for the source's own and for words beside it."""
    INSERTION = "insertion"
    """The brackets stand for more of the source than a word or two."""


DiffOp = Literal["=", "-", "+"]


@frozen
class Nearest:
    """The passage of the source that comes nearest to words that are not there.

    `diff` goes word by word: "=" in both, "-" only in the quotation, "+" only in the source.
    """

    text: str
    start: int
    end: int
    line: int
    diff: tuple[tuple[DiffOp, str], ...]
    negation_changed: bool


@frozen
class Finding:
    """What `find` answers. `places` has one place for each time the words occur, or for an edited quotation one for
    each of its fragments. `note` is a sentence for an editor about what may be wrong, `remark` one about what is worth
    knowing; both are "" where there is nothing to say.
    """

    level: Level
    places: tuple[Place, ...] = ()
    nearest: Nearest | None = None
    note: str = ""
    remark: str = ""
    reason: Reason = Reason.NONE
    marked: str = ""
    """The quotation as it would pass: words of the source are left out of it, and only that is not said."""

    @property
    def passed(self) -> bool:
        """Whether the words are the source's own."""
        return self.level is not Level.NOT_FOUND

    @property
    def ambiguous(self) -> bool:
        """Whether the words occur more than once, so that a `prefix` or `suffix` must say which are meant."""
        return self.level is not Level.EDITED and len(self.places) > 1
