"""Categories and tags of a whole site: each list has one name, and no two names have one list."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from ..diagnostics import Code, Diagnostic, Span
from ..parsing.addresses import has_address
from ..parsing.load import Shelf, display_name, load_text
from ..view.head import Head
from ..view.site import category_url, tag_url

IGNORED = re.compile("[\\s_.,\"'‘’“”\\-‐-―]+")
"""What may differ in the spellings of one name, besides capitals."""
SPELL_OUT = "give one of them another name, in letters, as in 'C sharp'; if they mean the same, spell them alike"
LISTS: tuple[tuple[str, Callable[[Head], tuple[str, ...]], Callable[[str], str]], ...] = (
    ("category", lambda h: (h.category,) if h.category else (), category_url),
    ("tags", lambda h: h.tags, tag_url),
)
"""The field, the names that a briefing has in it, the address of the list of each."""


def check_lists(heads: Iterable[Head], place: Callable[[str, str, str], Span]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each category or tag whose list is another's: ``C#`` beside ``C++``, both at ``tag/c/``.

    `place` tells where a name stands, by the path of the briefing, the field and the name.
    """
    heads = list(heads)
    for field, names_of, url_of in LISTS:
        uses: dict[str, Head] = {}
        for h in heads:
            for name in names_of(h):
                uses.setdefault(name, h)
        owners: dict[str, tuple[str, Head]] = {}
        apart = {
            name
            for name, h in uses.items()
            if has_address(name) and _meant(name) != _meant(owners.setdefault(url_of(name), (name, h))[0])
        }
        for h in heads if apart else ():
            for name in apart.intersection(names_of(h)):
                other, holder = owners[url_of(name)]
                message = f"'{name}' would be listed at {url_of(name)}, where '{other}' of {holder.file} is"
                yield Diagnostic(Code.URL_COLLISION, message, place(h.path, field, name), SPELL_OUT)


def place_in(shelf: Shelf, path: str, field: str, name: str) -> Span:
    """Return where a category or tag stands in a briefing's file, which is read once more for that."""
    from ..parsing.manuscript import parse_manuscript  # only where something is wrong

    file, _ = load_text(shelf, shelf.content / path)
    manuscript = parse_manuscript(path, file)[0] if file else None
    if not manuscript:
        return Span(display_name(shelf, shelf.content / path))
    steps = (field, manuscript.briefing.tags.index(name)) if field == "tags" else (field,)
    return manuscript.fields.at(*steps)


def _meant(name: str) -> str:
    return IGNORED.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()
