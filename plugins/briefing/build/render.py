"""Pages as text: the theme's templates with autoescape on, no name undefined, and the words of the page's language."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BytecodeCache,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..diagnostics import Code, Diagnostic, Span
from ..view.allowed_html import ORDINARY, Additions
from ..view.file_links import to_files
from ..view.site import direction
from ..view.wording import Wording, wording_of
from .compiled import Words, compiled_plainer

if TYPE_CHECKING:  # an unchanged site shows nothing
    from .pages import Page

NO_ATTRIBUTE = re.compile(r"^'(?:[\w.]+\.)?(\w+View) object' has no attribute '(\w+)'")
FILLED = re.compile(r"%\((\w+)\)s")
Texts = Mapping[str, Any]
"""What templates know of a language, by the names they use."""


class Theme:
    """The templates as briefings need them: text is escaped, and a name that is not there is an error.

    Each language has an environment, in which ``_("…")`` is the word of that language: so a macro needs no argument
    for it, and it costs a page no more than any call. A template is compiled once for all of them, and read once for
    one build: looking after each whether its file has changed costs every page. With `file_links`, links lead to files:
    where a site is read from a disk.
    """

    def __init__(self, base: Environment, *, file_links: bool = False) -> None:
        self.base, self.file_links = base, file_links
        self.codes: dict[str, CodeType] = {}
        """The templates compiled, by a name of Jinja's: what another build compiled can be put in."""
        self._base = compiled_plainer(
            base.overlay(
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
                auto_reload=False,
                bytecode_cache=_Compiled(self.codes),
            )
        )
        self._spoken: dict[str, Environment] = {}

    def get_template(self, name: str, lang: str) -> Template:
        """Return a template in the words of a language, a BCP 47 tag."""
        return self.in_language(lang).get_template(name)

    def compile(self) -> None:
        """Compile every template, so that processes that are begun from here need not."""
        for name in self.base.list_templates(extensions=["html"]):
            if not name.startswith("!"):
                with suppress(TemplateError):  # whoever shows it says what is wrong
                    self._base.get_template(name)

    def in_language(self, lang: str) -> Environment:
        """Return all templates in the words of a language."""
        if lang not in self._spoken:
            spoken = compiled_plainer(self._base.overlay())
            known = texts(wording_of(lang))
            spoken.globals, spoken.words = {**self._base.globals, **known}, known["words"]
            self._spoken[lang] = spoken
        return self._spoken[lang]


class _Compiled(BytecodeCache):
    """The templates' code, in memory: each language runs the same."""

    def __init__(self, codes: dict[str, CodeType]) -> None:
        self._codes = codes

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = bucket.code


@lru_cache(maxsize=64)
def texts(wording: Wording) -> Texts:
    """Return what templates call for words; what is filled in is escaped, and the catalogues have no markup."""
    words = Words(wording.gettext)

    def gettext(message: str, **values: object) -> str:
        return _filled(words[message], values, wording)

    def pgettext(context: str, message: str, **values: object) -> str:
        return _filled(escape(wording.pgettext(context, message)), values, wording)

    def ngettext(one: str, many: str, number: int, **values: object) -> str:
        text = escape(wording.messages.ngettext(one, many, number))
        return _filled(text, {"number": wording.number(number), **values}, wording)

    def joined(parts: Iterable[str]) -> Markup:
        return Markup(wording.comma).join(wording.isolated(part) for part in parts if part)  # noqa: S704

    return {
        "_": gettext,
        "words": words,
        "pgettext": pgettext,
        "ngettext": ngettext,
        "joined": joined,
        "comma": wording.comma,
        "direction": direction,
        "written_in": written_in,
        "in_words": _in_words(wording),
    }


def _filled(text: Markup, values: Mapping[str, object], wording: Wording) -> Markup:
    """Put values into a text, as `Wording.fill` does, in a quarter of the time: a page has fifty such texts."""
    pieces = _pieces(text)
    if not (values and pieces):
        return Markup(wording.fill(text, values))  # noqa: S704 - that escapes, too
    filled = list(pieces)
    for i in range(1, len(pieces), 2):
        value = values[pieces[i]]
        filled[i] = escape(wording.isolated(value) if type(value) is str else value)
    return Markup("".join(filled))  # noqa: S704 - of escaped pieces


@lru_cache(maxsize=1024)
def _pieces(text: Markup) -> tuple[str, ...]:
    """Return a text cut at what is to be filled in, every other piece a name; () where it has other signs of ``%``."""
    pieces = tuple(map(str, FILLED.split(text)))
    return pieces if len(pieces) > 1 and not any("%" in piece for piece in pieces) else ()


@lru_cache(maxsize=256)
def written_in(lang: str) -> Markup:
    """Return the attributes of an element in a language; where none is known the first letter tells the direction."""
    return Markup(' lang="{}" dir="{}"').format(lang, direction(lang)) if lang else Markup(' dir="auto"')


def _in_words(wording: Wording) -> Markup:
    """Return the attributes of an element whose words, the interface's, are not in the page's language."""
    return (
        Markup(' lang="{}" dir="{}"').format(wording.lang, direction(wording.lang))
        if wording.is_foreign
        else Markup("")
    )


def texts_by_page(default_lang: str, html: Additions = ()) -> Texts:
    """Return the same for an environment of Pelican's: in the language of the article or page that is shown.

    ``cleaned`` keeps of its HTML what a text may have, and the `html` that settings add.
    """

    def lang(context: Context) -> str:
        shown = context.get("article") or context.get("page")
        return getattr(shown, "lang", "") or default_lang

    @pass_context
    def day(context: Context, moment: datetime) -> str:
        from ..view.dates import show_moment

        return show_moment(moment, lang(context)).words

    def of(name: str) -> Callable[..., Any]:
        @pass_context
        def say(context: Context, *arguments: Any, **values: Any) -> Any:
            return texts(wording_of(lang(context)))[name](*arguments, **values)

        return say

    def cleaned(text: str) -> Markup:
        from ..view.markup import sanitise

        return Markup(sanitise(text, str, (*ORDINARY, *html)))  # noqa: S704 - the one way in for Pelican's own HTML

    def language_name(tag: str) -> str:
        from ..view import translations

        return translations.language_name(tag)

    functions = {name: of(name) for name in ("_", "pgettext", "ngettext", "joined")}
    fixed = {name: texts(wording_of(default_lang))[name] for name in ("comma", "direction", "written_in", "in_words")}
    return {**functions, **fixed, "day": day, "cleaned": cleaned, "language_name": language_name}


def render_page(page: "Page", theme: Theme, root: Path) -> tuple[str, Diagnostic | None]:
    """Return a page's HTML, or what is wrong with its template, whose path is given relative to `root`."""
    try:
        text = theme.get_template(f"{page.template}.html", page.lang).render(page.values)
        return to_files(text) if theme.file_links else text, None
    except Exception as error:  # noqa: BLE001 - a template is a program, and can fail in any way
        shown = page.origin or page.save_as
        return "", template_error(error, root, f"{page.template}.html", f" while it shows {shown}")


def template_error(error: Exception, root: Path, template: str, when: str = "") -> Diagnostic:
    """Return an error in a template with its place there; `template` is its name where no better is known."""
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or error.name or template, error.lineno
    else:
        path, line = _place(error) or (template, 0)
    name = Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path
    return Diagnostic(Code.TEMPLATE, _said(error) + when, _line_of(Path(path), name, line))


def _said(error: Exception) -> str:
    """What an error says; of a name that a value has not, the one that may be meant."""
    message = " ".join(str(error).split()) or type(error).__name__
    missing = NO_ATTRIBUTE.match(message)
    if not missing:
        return message
    from ..parsing.likeness import near
    from ..view import values

    shape, name = missing.groups()
    meant = near(name, [f.name for f in fields(getattr(values, shape))]) if shape in values.__all__ else ""
    return f"a {shape} has no '{name}'" + (f"; did you mean '{meant}'?" if meant else "")


def _line_of(path: Path, name: str, line: int) -> Span:
    """Return a whole line of a template as a place, with its text where the file can be read."""
    try:
        text = path.read_text("utf-8").split("\n")[line - 1] if line else ""
    except (OSError, UnicodeDecodeError, IndexError):
        text = ""
    plain = text.strip()
    column = text.index(plain) + 1 if plain else min(line, 1)
    return Span(name, line, column, line, column + max(len(plain), 1), text)


def _place(error: BaseException) -> tuple[str, int] | None:
    """Return the template and the line nearest to an error."""
    trace, found = error.__traceback__, None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
