"""The card of a briefing: what other sites show of a link to it, as a picture of 1200 by 630 pixels.

It is the head of the page: what it is, the headline, the timeline to scale, and how current it is. The same card makes
the same bytes wherever the fonts and the library are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from ..frozen import frozen
from ..view.site import direction
from ..view.values import StripView
from ..view.wording import wording_of
from .card_text import FontFile, Line, Type, filled, height_of, leading_of, placed, set_lines, width_of, without_emoji
from .characters import one_line
from .published import Published
from .shared_as import CARD_SIZE

PAPER, INK, INK_2, RULE = "#fcfcfa", "#14181e", "#4b535e", "#c8cdd3"
PENDING = "#8a4f00"
EDGE, TOP, FOOT = 72, 14, 540
MEASURE = CARD_SIZE[0] - 2 * EDGE
SIZES = (84, 76, 68, 60, 54, 48, 42)
"""Of the headline, from the largest, until it fits."""
HEAD, ROOM, LEADING, GAP = 138, 316, 1.16, 0.1
SMALL, LABEL = 28, 24
COLOURS = 64


@frozen
class Card:
    """What a card says."""

    label: str
    title: str
    as_of: str
    site: str
    lang: str
    strip: StripView | None = None


@dataclass(frozen=True)
class Fonts:
    """The fonts for each language of the texts in serif, for those in sans, and for bold ones, the best first."""

    serif: Mapping[str, tuple[FontFile, ...]]
    sans: Mapping[str, tuple[FontFile, ...]]
    """By language; "" for every other."""

    def type(self, voice: Mapping[str, tuple[FontFile, ...]], lang: str) -> Type:
        """Return the fonts of a voice for a language."""
        return Type(voice.get(lang, voice.get(lang.partition("-")[0], voice[""])), lang)


def card_of(published: Published) -> Card:
    """Return the card of a briefing."""
    view = published.view
    words = wording_of(view.lang)
    category = f" / {view.category.text}" if view.category else ""
    return Card(
        label=_plain(f"{view.label}{category}"),
        title=_plain(view.title),
        as_of=one_line(words.gettext("As of %(date)s", date=view.as_of.words)),
        site=_plain(published.site.name),
        lang=view.lang,
        strip=view.strip,
    )


def _plain(text: str) -> str:
    return without_emoji(one_line(text))


def lacking(card: Card, fonts: Fonts) -> str:
    """Return the letters of a card that no font has."""
    serif, sans = fonts.type(fonts.serif, card.lang), fonts.type(fonts.sans, card.lang)
    return "".join(dict.fromkeys(serif.lacks(card.title + card.site) + sans.lacks(card.label + card.as_of)))


def draw_card(card: Card, fonts: Fonts) -> bytes:
    """Return a card as PNG."""
    image = Image.new("RGB", CARD_SIZE, PAPER)
    _Drawing(ImageDraw.Draw(image), card, fonts).draw()
    written = BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        written, "PNG", optimize=True
    )
    return written.getvalue()


class _Drawing:
    def __init__(self, draw: ImageDraw.ImageDraw, card: Card, fonts: Fonts) -> None:
        self.canvas, self.card = draw, card
        self.serif, self.sans = fonts.type(fonts.serif, card.lang), fonts.type(fonts.sans, card.lang)
        self.rtl = direction(card.lang) == "rtl"

    def draw(self) -> None:
        """Draw everything, from the top."""
        self.canvas.rectangle((0, 0, CARD_SIZE[0], TOP), INK)
        self._line(self._one(self.sans, self.card.label, LABEL), 72, INK_2)
        lines, leading = self._headline()
        for number, line in enumerate(lines):
            self._line(line, HEAD + round(number * leading), INK, first=lines[0])
        if self.card.strip:
            self._strip(self.card.strip, FOOT - 42)
        self.canvas.line((EDGE, FOOT, CARD_SIZE[0] - EDGE, FOOT), INK, 2)
        self._line(self._one(self.serif, self.card.site, SMALL), FOOT + 18, INK)
        self._line(self._one(self.sans, self.card.as_of, LABEL), FOOT + 21, INK_2, at_end=True)

    def _one(self, type: Type, text: str, size: int) -> Line:
        """Return a text as one line; what does not fit is left out."""
        line = tuple(type.words(text, size))
        while len(line) > 1 and width_of(line) > MEASURE * 0.6:
            line = line[:-1]
        return line

    def _headline(self) -> tuple[Sequence[Line], float]:
        """Return the lines of the headline and how far apart they stand; one that never fits loses its end."""
        for size in SIZES:
            lines = set_lines(self.serif.words(self.card.title, size), MEASURE)
            leading = leading_of(lines, size * LEADING, size * GAP)
            if len(lines) * leading <= ROOM and all(width_of(line) <= MEASURE for line in lines):
                return lines, leading
        lines = filled(self.serif.words(self.card.title, SIZES[-1], MEASURE), MEASURE)
        leading = leading_of(lines, SIZES[-1] * LEADING, SIZES[-1] * GAP)
        return lines[: int(ROOM / leading)], leading

    def _line(self, line: Line, top: float, colour: str, *, at_end: bool = False, first: Line = ()) -> None:
        """Draw a line below `top`; of several lines, each as far below its own as the `first` needs."""
        words = placed(line, rtl=self.rtl)
        width = words[-1][1] + words[-1][0].width if words else 0.0
        left = CARD_SIZE[0] - EDGE - width if self.rtl != at_end else EDGE
        base = top + height_of(first or line)
        for word, at in words:
            way = "rtl" if word.is_rtl else "ltr"
            self.canvas.text((left + at, base), word.text, colour, word.font, anchor="ls", direction=way)

    def _strip(self, strip: StripView, y: int) -> None:
        def across(x: float) -> float:
            return EDGE + MEASURE * x / 100

        self.canvas.line((across(0), y, across(100), y), RULE, 2)
        for bar in strip.bars:
            self.canvas.rectangle((across(bar.x), y - 6, max(across(bar.x + bar.width), across(bar.x) + 3), y + 6), INK)
        for dot in strip.dots:
            x, solid = across(dot.x), dot.kind in ("happened", "now")
            box = (x - 8, y - 8, x + 8, y + 8)
            self.canvas.ellipse(box, INK if solid else PAPER, INK if solid else PENDING, 1 if solid else 4)
