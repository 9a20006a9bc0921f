"""Cards as a build makes them: the fonts of this machine, and each card drawn once for what it says."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..view.site import Site
from .fingerprint import digest, of_folder, of_library

if TYPE_CHECKING:  # needs the extra ``cards``
    from ..exports.card_picture import Card, Fonts
    from ..exports.published import Published

FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    *("~/Library/Fonts", "/Library/Fonts"),
)
SERIF, SANS = "NotoSerif-Regular.ttf", "NotoSans-Regular.ttf"
ARABIC, HEBREW = "NotoNaskhArabic-Regular.ttf", "NotoSerifHebrew-Regular.ttf"
EAST_SERIF, EAST_SANS = "NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc"
FACES = {"ja": 0, "ko": 1, "zh": 2, "zh-Hans": 2, "zh-CN": 2, "zh-Hant": 3, "zh-TW": 3, "zh-HK": 4}
"""Which of the faces in a file of Noto CJK is for a language."""
RIGHT_TO_LEFT = ("ar", "fa", "ur", "he")
FONT = re.compile(r"Noto\w*-Regular\.(?:ttf|otf|ttc)")
PACKAGES = {SERIF: "fonts-noto-core", EAST_SERIF: "fonts-noto-cjk"}
"""A font that cards are set in, and the package of Debian that brings it, with those of many other scripts."""
INSTEAD = "the page names the site's icon instead"
MOST_NAMED = 5


def font_folders() -> tuple[Path, ...]:
    """Return where machines have their fonts, and people theirs."""
    return tuple(Path(each).expanduser() for each in FOLDERS)


@dataclass(frozen=True)
class CardPictures:
    """What draws cards, and keeps them in a folder under what each was drawn from."""

    folder: Path
    fonts_in: tuple[Path, ...] = field(default_factory=font_folders)

    @cached_property
    def fonts(self) -> "Fonts":
        """The fonts that this machine has."""
        from ..exports.card_picture import Fonts

        found = found_fonts(self.fonts_in)
        return Fonts(_voice(found, SERIF, EAST_SERIF), _voice(found, SANS, EAST_SANS))

    def picture(self, published: "Published") -> tuple[bytes, Diagnostic | None]:
        """Return the card of a briefing; nothing, and a warning, where no font has a letter of it."""
        from ..exports.card_picture import card_of, draw_card, lacking

        card = card_of(published)
        letters = lacking(card, self.fonts) if card.title else published.view.title
        if letters:
            return b"", _warning(published, letters, self.help)
        kept = self.folder / f"{self._key(card)}.png"
        try:
            return kept.read_bytes(), None
        except OSError:
            drawn = draw_card(card, self.fonts)
            self._keep(kept, drawn)
            return drawn, None

    @property
    def help(self) -> str:
        """How to get letters that are missing."""
        there = {path.name for fonts in self.fonts.serif.values() for path, _ in fonts}
        lost = [package for name, package in PACKAGES.items() if name not in there]
        return install(lost) if lost else "put a Noto font that has them into ~/.local/share/fonts, or mend the title"

    def _key(self, card: "Card") -> str:
        return digest(repr(card), self._made_with)

    @cached_property
    def _made_with(self) -> str:
        """All that every card is drawn with."""
        voices = (self.fonts.serif, self.fonts.sans)
        files = sorted({path for voice in voices for fonts in voice.values() for path, _ in fonts})
        code = of_folder(Path(__file__).parent.parent / "exports", "card_picture.py", "card_text.py", "line_breaks.py")
        libraries = map(of_library, ("pillow", "budoux", "uniseg"))
        return digest(code, _digest(files), *libraries)

    def _keep(self, path: Path, content: bytes) -> None:
        """Keep a card for later builds; where that cannot be, it is drawn again."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting = path.with_name(f"{path.name}.{os.getpid()}")
            waiting.write_bytes(content)
            waiting.replace(path)
        except OSError:
            return


def found_fonts(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the files of the fonts that cards may be set in, by their names, in the order of these."""
    found: dict[str, Path] = {}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            fonts = (Path(parent, name) for name in names if FONT.fullmatch(name) and name not in found)
            found |= {path.name: path for path in fonts if path.is_file()}  # and no link to one that is gone
    return dict(sorted(found.items()))


def fitted(site: Site, folders: Iterable[Path] | None = None) -> tuple[Site, str, Diagnostics]:
    """Return a site as this machine can make it, a digest of the fonts it has for that, and what is missing."""
    if not site.cards:
        return site, "", ()
    found = found_fonts(folders or font_folders())
    if SERIF in found and SANS in found:
        return site, _digest(found.values()), ()
    message = f"this machine has no fonts to draw cards with ({SERIF}, {SANS}), so pages name the site's icon instead"
    help = f"{install(PACKAGES.values())}; or go without: BRIEFING_CARDS = False"
    lost = Diagnostic(Code.NO_FONT, message, Span("pelican.conf.py"), help, Severity.WARNING)
    return replace(site, cards=False), "", (lost,)


def _digest(files: Iterable[Path]) -> str:
    return digest(*(f"{path.name} {path.stat().st_size}" for path in files))


def install(packages: Iterable[str]) -> str:
    """Return how to get fonts."""
    return f"as root on Debian: apt-get install {' '.join(packages)}"


def _voice(found: dict[str, Path], latin: str, east: str) -> dict[str, tuple[tuple[Path, int], ...]]:
    """Return the fonts of a voice by language: its own first, then those of the other scripts, its own voice first."""
    style = latin.partition("-")[0]
    rest = sorted(found, key=lambda name: not name.startswith(style))

    def there(names: Iterable[str], face: int = 0) -> tuple[tuple[Path, int], ...]:
        ordered = dict.fromkeys((*names, *rest))
        return tuple((found[name], face if name == east else 0) for name in ordered if name in found)

    right = {lang: there((ARABIC, HEBREW, latin, east)) for lang in RIGHT_TO_LEFT}
    eastern = {lang: there((east, latin, ARABIC, HEBREW), face) for lang, face in FACES.items()}
    return {"": there((latin, ARABIC, HEBREW, east)), **right, **eastern}


def _warning(published: "Published", letters: str, help: str) -> Diagnostic:
    fields = published.resolved.manuscript.fields
    named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:MOST_NAMED])
    more = " and others" if len(letters) > MOST_NAMED else ""
    message = f"no font of this machine has these letters of its card: {named}{more}; {INSTEAD}"
    return Diagnostic(Code.NO_FONT, message, fields.at("title"), help, Severity.WARNING)


def prune(folder: Path, most: int) -> None:
    """Remove the oldest of the cards that are kept where there are more than so many."""
    kept = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns) if folder.is_dir() else []
    for path in kept[: max(0, len(kept) - most)]:
        path.unlink(missing_ok=True)
