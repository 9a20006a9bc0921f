"""The timeline as one line to true scale."""

from typing import Literal

from ...frozen import frozen

Anchor = Literal["start", "middle", "end"]


@frozen
class StripBar:
    """A span on the strip: `x` and `width` in per cent of its width."""

    x: float
    width: float
    open_end: bool = False


@frozen
class StripDot:
    """A point on the strip: happened, inferred or scheduled (which stands beyond the scale, at 100)."""

    x: float
    kind: Literal["happened", "inferred", "scheduled", "now"]


@frozen
class StripLabel:
    """A year under the strip, or the name of a void above it."""

    x: float
    text: str
    anchor: Anchor
    is_wide: bool = False
    """Whether there is room for it only on a wide strip."""


@frozen
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
    start: float = 0.0
    """Where time begins, 100 on a page that runs from right to left; there `x` is still measured from the left."""
    end: float = 100.0
