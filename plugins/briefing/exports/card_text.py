"""A text set in lines, in whatever scripts it has: broken where its script breaks, each word in a font that has it.

Words of one direction that stand together keep their order; runs of words follow the direction of the text (the
levels of UAX 9 that a headline needs). Within a word HarfBuzz shapes and orders the letters, through Raqm. A word that
is wider than a line breaks wherever Unicode allows it, or else between letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby, pairwise, zip_longest
from math import inf
from pathlib import Path
from unicodedata import bidirectional

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont
from uniseg.emoji import emoji_presentation
from uniseg.graphemecluster import grapheme_clusters
from uniseg.linebreak import line_break_units

from .line_breaks import units

FontFile = tuple[Path, int]
"""A file, and the number of the face in it."""
RTL = ("R", "AL")
MISSING = "\U0010ffff"
AS_PICTURE, ON_KEY = "\ufe0f", "\u20e3"
"""Characters that make an emoji of the one before."""


@dataclass(frozen=True)
class Word:
    """What is not parted: a word, what one font has of it, or a letter with what must stand beside it."""

    text: str
    font: FreeTypeFont
    width: float
    space: float
    """After it, where it does not end a line."""

    @property
    def is_rtl(self) -> bool:
        """Whether it runs from right to left."""
        return any(bidirectional(letter) in RTL for letter in self.text)

    @property
    def reach(self) -> tuple[float, float]:
        """How far its letters reach above the line they stand on, and below."""
        _, top, _, bottom = self.font.getbbox(self.text, anchor="ls")
        return -top, bottom


Line = tuple[Word, ...]


@dataclass(frozen=True)
class Type:
    """The fonts of a text, the best first, and its language."""

    fonts: tuple[FontFile, ...]
    lang: str

    def words(self, text: str, size: int, measure: float = inf) -> list[Word]:
        """Return a text in its parts, as wide as they are at a size; one wider than the measure in smaller ones."""
        words = (word for unit in units(text, self.lang) for word in self._words(unit, size))
        return [part for word in words for part in self._within(word, size, measure)]

    def _within(self, word: Word, size: int, measure: float) -> list[Word]:
        """Return a word, or what it is parted into by Unicode, or its letters; the space after it is after the last."""
        parts = [word.text] if word.width <= measure else list(line_break_units(word.text))
        parts = parts if len(parts) > 1 or word.width <= measure else list(grapheme_clusters(word.text))
        if len(parts) == 1:
            return [word]
        smaller = [w for part in parts for made in self._words(part, size) for w in self._within(made, size, measure)]
        return [*smaller[:-1], replace(smaller[-1], space=word.space)]

    def lacks(self, text: str) -> str:
        """Return the letters that none of the fonts has."""
        return "".join(dict.fromkeys(c for c in text if not c.isspace() and not any(_has(f, c) for f in self.fonts)))

    def _words(self, unit: str, size: int) -> Iterator[Word]:
        """Yield a word, in as many parts as it needs fonts."""
        text = unit.rstrip()
        whole = self._font_of(text)
        parts = [(whole, text)] if whole else list(self._parts(text))
        for number, (file, part) in enumerate(parts, 1):
            font = _font(file, size)
            space = font.getlength(" ") if number == len(parts) and len(unit) > len(text) else 0.0
            yield Word(part, font, font.getlength(part), space)

    def _parts(self, text: str) -> Iterator[tuple[FontFile, str]]:
        letters = grapheme_clusters(text)
        for file, some in groupby(letters, key=lambda letter: self._font_of(letter) or self.fonts[0]):
            yield file, "".join(some)

    def _font_of(self, text: str) -> FontFile | None:
        return next((file for file in self.fonts if all(_has(file, letter) for letter in text)), None)


def without_emoji(text: str) -> str:
    """Return a text without its emoji, which are pictures in colours and not in a font of letters; of a key the digit.

    The space before one goes with it.
    """
    kept = ""
    for letter in grapheme_clusters(text):
        if letter[0] in "0123456789#*":
            kept += letter.replace(AS_PICTURE, "").replace(ON_KEY, "")
        elif AS_PICTURE in letter or any(map(emoji_presentation, letter)):
            kept = kept.rstrip()
        else:
            kept += letter
    return kept.strip()


def width_of(line: Sequence[Word]) -> float:
    """Return how wide a line is."""
    return sum(word.width + word.space for word in line) - (line[-1].space if line else 0)


def set_lines(words: Sequence[Word], measure: float) -> list[Line]:
    """Return words in as few lines as a measure allows, and these as even as can be; a word alone may be wider."""
    number = len(filled(words, measure))
    low, high = 0.0, measure
    while high - low > 1:  # the narrowest measure that needs no more lines
        middle = (low + high) / 2
        low, high = (low, middle) if len(filled(words, middle)) <= number else (middle, high)
    return filled(words, high)


def height_of(line: Line) -> float:
    """Return how far above the line that its letters stand on a line begins: as its first font wants, or more."""
    return max((word.font.getmetrics()[0] if word is line[0] else word.reach[0] for word in line), default=0)


def leading_of(lines: Sequence[Line], least: float, gap: float) -> float:
    """Return how far apart the lines of a text stand: so far that no letter comes nearer to one below it than a gap."""
    needed = (
        max(word.reach[1] for word in upper) + max(word.reach[0] for word in lower) for upper, lower in pairwise(lines)
    )
    return max(least, max(needed, default=0.0) + gap)


def filled(words: Sequence[Word], measure: float) -> list[Line]:
    """Return words in lines, each with as many as a measure has room for."""
    lines: list[list[Word]] = []
    room = 0.0
    for word in words:
        if not lines or word.width > room:
            lines.append([])
            room = measure
        lines[-1].append(word)
        room -= word.width + word.space
    return [tuple(line) for line in lines]


def placed(line: Line, *, rtl: bool) -> list[tuple[Word, float]]:
    """Return the words of a line, from left to right as they are seen, with how far each stands from its left end."""
    runs: list[list[Word]] = []
    for word in line:
        if not runs or runs[-1][0].is_rtl != word.is_rtl:
            runs.append([])
        runs[-1].append(word)
    order = list(range(len(runs)))[:: -1 if rtl else 1]
    seen: list[Word] = []
    gaps: list[float] = []
    for k, following in zip_longest(order, order[1:]):
        turn = -1 if runs[k][0].is_rtl else 1
        seen += runs[k][::turn]
        gaps += [word.space for word in runs[k][:-1]][::turn]
        # Between two runs stands the space of the one that is read first.
        gaps.append(0.0 if following is None else runs[min(k, following)][-1].space)
    starts = accumulate((word.width + gap for word, gap in zip(seen, gaps, strict=True)), initial=0.0)
    return list(zip(seen, starts, strict=False))


@lru_cache(maxsize=64)
def _font(file: FontFile, size: int) -> FreeTypeFont:
    path, face = file
    return ImageFont.truetype(str(path), size, index=face, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=8192)
def _has(file: FontFile, letter: str) -> bool:
    """Tell whether a font has a letter: it looks other than one that no font has. Marks of direction are no letters."""
    try:
        font = _plain(file)
    except OSError:  # it is none, or half of one
        return False
    if bidirectional(letter) in ("BN", "LRI", "RLI", "FSI", "PDI", "NSM") or letter.isspace():
        return True
    return bytes(font.getmask(letter)) != bytes(font.getmask(MISSING))


@lru_cache(maxsize=64)
def _plain(file: FontFile) -> FreeTypeFont:
    path, face = file
    return ImageFont.truetype(str(path), 16, index=face, layout_engine=ImageFont.Layout.BASIC)
