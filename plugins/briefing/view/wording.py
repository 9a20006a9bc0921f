"""The words of the interface, in the language of a page.

A message is its English text; what another language says for it stands in ``locale/LANG/LC_MESSAGES/briefing.po``,
which GNU gettext's tools and every translation program read. A language without a catalogue is spoken to in English.
`wording_of` is a pure function of a BCP 47 tag: no language is ever switched on for a whole process.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from unicodedata import bidirectional

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from .almanac import almanac_of

CATALOGUES = Path(__file__).parent.parent / "locale"
DOMAIN = "briefing"
ENGLISH = "en"
RTL = frozenset(("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv"))
"""Languages that are written from right to left."""


def is_rtl(tag: str) -> bool:
    """Tell whether a language is written from right to left."""
    return tag.partition("-")[0] in RTL


def translatable(message: str) -> str:
    """Mark a text that stands in a table as a message to translate; it is translated where it is used."""
    return message


Contextual = tuple[str, str]
"""A context and a message."""


def in_context(context: str, message: str) -> Contextual:
    """Mark the same, for a message that means, or is built, differently in different contexts."""
    return context, message


def in_numbers(one: str, many: str) -> tuple[str, str]:
    """Mark the same, for a message that has a number."""
    return one, many


@dataclass(frozen=True, eq=False)
class Wording:
    """What the interface says in one language; a message may have ``%(name)s`` for what is filled in."""

    tag: str
    """The language of the page, as it was asked for."""
    lang: str
    """The language of the words, which is not always the page's: ``en`` where there is no catalogue."""
    locale: Locale
    """What CLDR knows of the page's language: numbers and lists."""
    messages: NullTranslations

    def gettext(self, message: str, **values: object) -> str:
        """Return what the language says for a message."""
        said = self.messages.gettext(message)
        return self.fill(said, values) if values else said

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """Return what the language says for a message that means different things in different contexts."""
        return self.fill(self.messages.pgettext(context, message), values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form of a message for a number, which its ``%(number)s`` shows."""
        return self.fill(self.messages.ngettext(one, many, number), {"number": self.number(number), **values})

    def fill(self, text: str, values: Mapping[str, object]) -> str:
        """Put values into a message's text, which may be markup: then they are escaped."""
        if not values:
            return text
        return text % {name: self.isolated(each) if isinstance(each, str) else each for name, each in values.items()}

    def isolated(self, value: str) -> str:
        """Return a value as it may stand in the language's running text.

        One with letters that run against the text is isolated (UAX 9: FSI, PDI), or what stands around it would change
        places. Markup has its own ways.
        """
        if type(value) is not str or (value.isascii() and not self.is_rtl):
            return value
        against = ("L",) if self.is_rtl else ("R", "AL")
        if not any(bidirectional(letter) in against for letter in value):
            return value
        return f"\u2068{value}\u2069"

    @property
    def is_foreign(self) -> bool:
        """Whether the words are not in the page's language."""
        return self.tag.partition("-")[0] != self.lang

    @property
    def is_rtl(self) -> bool:
        """Whether the words run from right to left."""
        return is_rtl(self.lang)

    def number(self, number: int) -> str:
        """Write a number as the language groups its digits."""
        return str(number) if abs(number) < 1000 else format_decimal(number, locale=self.locale)

    def listed(self, texts: Iterable[str]) -> str:
        """Return ``a, b and c``."""
        return format_list([self.isolated(text) for text in texts], locale=self.locale)

    def joined(self, texts: Iterable[str]) -> str:
        """Return ``a, b, c``, without those that are empty."""
        return self.comma.join(self.isolated(text) for text in texts if text)

    @cached_property
    def comma(self) -> str:
        """What stands between the parts of a list that has no "and"."""
        return self.pgettext("between the parts of a list", ", ")


@lru_cache(maxsize=64)
def wording_of(tag: str) -> Wording:
    """Return what the interface says to readers of a language."""
    language = next((name for name in (tag, tag.partition("-")[0]) if name in languages()), ENGLISH)
    return Wording(tag, language, almanac_of(tag).locale, _messages(language))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages the interface speaks, English first."""
    return (ENGLISH, *sorted(path.name for path in CATALOGUES.iterdir() if _catalogue(path.name).is_file()))


@lru_cache(maxsize=64)
def _messages(language: str) -> NullTranslations:
    if language == ENGLISH:
        return NullTranslations()
    with _catalogue(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    for message in [m for m in catalogue if m.pluralizable and not all(m.string or "")]:
        catalogue.delete(message.id, message.context)  # a number without its form is said in English
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _catalogue(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
