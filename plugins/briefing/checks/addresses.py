"""What becomes part of an address, or is one: slugs, languages, links."""

import re
from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Span
from ..parsing.addresses import has_address
from ..parsing.resolve import Resolved
from .texts import short
from .values import unfit_language, unsafe_address

SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST_SLUG = 100
YEAR = re.compile(r"\d{4}")
DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
"""Names that Windows has for devices, wherever they stand."""
MOST_PAGES = 100
SEGMENT = r"[^\s/?#%\\<>\"'\x00-\x1f\x7f]+"
ALIAS = re.compile(rf"(?:/{SEGMENT})+/?")
ALIAS_HELP = "write the address as it was, from the site's root, in its own letters: /2023/old-title/"


def slug_stays_in_its_folder(resolved: Resolved) -> Iterator[Diagnostic]:
    """The slug becomes one folder of the address, and can be nothing else."""
    slug, written = resolved.manuscript.slug, resolved.manuscript.fields
    if not written.is_whole("slug"):
        return
    at = written.at("slug") if resolved.briefing.slug else Span(written.file.path)
    given = "" if resolved.briefing.slug else "it is taken from the file's name; "
    if "/" in slug or "\\" in slug or ".." in slug:
        message = f"the slug '{short(slug)}' leads out of the folder of the briefings"
        yield Diagnostic(Code.OUTSIDE_OUTPUT, message, at, given + "write letters, digits and hyphens only")
    elif not SLUG.fullmatch(slug) or slug != slug.lower():
        message = f"'{short(slug)}' cannot be a slug"
        yield Diagnostic(Code.BAD_SLUG, message, at, given + f"write slug: {_slugged(slug)}")
    elif len(slug.encode()) > LONGEST_SLUG:
        message = f"the slug is longer than {LONGEST_SLUG} letters"
        yield Diagnostic(Code.BAD_SLUG, message, at, given + "write a shorter one, as in slug: kishida-in-seoul")
    elif YEAR.fullmatch(slug):
        message = f"'{slug}' cannot be a slug: the list of a year has that address"
        yield Diagnostic(Code.BAD_SLUG, message, at, given + f"write more of it, as in slug: the-year-{slug}")
    elif DEVICE.fullmatch(slug):
        message = f"'{slug}' cannot be a slug: not every disk can have a folder of that name"
        yield Diagnostic(Code.BAD_SLUG, message, at, given + f"write more of it, as in slug: the-{slug}")


def no_page_is_named_as_a_device(resolved: Resolved) -> Iterator[Diagnostic]:
    """Tags and categories become folders too."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    for steps, name in [(("category",), b.category), *((("tags", i), tag) for i, tag in enumerate(b.tags))]:
        if DEVICE.fullmatch(name.strip()):
            message = f"not every disk can have a folder named '{name.strip()}', as its page would need"
            yield Diagnostic(Code.WRONG_VALUE, message, at(*steps), "write more of it")


def aliases_are_addresses_of_the_site(resolved: Resolved) -> Iterator[Diagnostic]:
    """An alias becomes a page that leads to this one: it begins at the site's root, and stays in the site."""
    for i, alias in enumerate(resolved.briefing.aliases):
        if not ALIAS.fullmatch(alias) or ".." in alias.split("/"):
            message, at = f"'{short(alias)}' cannot be an alias", resolved.manuscript.fields.at("aliases", i)
            yield Diagnostic(Code.BAD_ALIAS, message, at, ALIAS_HELP)


def lists_have_addresses(resolved: Resolved) -> Iterator[Diagnostic]:
    """A category and each tag has a page of its own, whose address is made of its letters and digits."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    names = [(("category",), b.category), *((("tags", i), name) for i, name in enumerate(b.tags))]
    for steps, name in names:
        if name and not has_address(name):
            message = f"'{short(name)}' has no letter or digit, and so its list has no address"
            yield Diagnostic(Code.WRONG_VALUE, message, at(*steps), "write a word, or leave it out")


def pages_of_a_briefing_are_few(resolved: Resolved) -> Iterator[Diagnostic]:
    """Each tag has a page and two feeds of its own, each alias a page."""
    b = resolved.briefing
    for name, values in (("tags", b.tags), ("aliases", b.aliases)):
        if len(values) > MOST_PAGES:
            message = f"there are {len(values):,} {name}; a briefing has at most {MOST_PAGES}"
            at = resolved.manuscript.fields.at(name, MOST_PAGES)
            yield Diagnostic(Code.WRONG_VALUE, message, at, "keep those that readers look for")


def language_is_a_tag(resolved: Resolved) -> Iterator[Diagnostic]:
    """Languages are BCP 47 tags; they become part of addresses too."""
    if fault := unfit_language(resolved.briefing.lang):
        yield Diagnostic(Code.WRONG_VALUE, fault[0], resolved.manuscript.fields.at("lang"), fault[1])


def addresses_are_safe(resolved: Resolved) -> Iterator[Diagnostic]:
    """Addresses are http, https or mailto: nothing a browser would run."""
    for i, related in enumerate(resolved.briefing.related):
        if fault := unsafe_address(related.url):
            span = resolved.manuscript.fields.at("related", i, "url")
            yield Diagnostic(Code.WRONG_VALUE, fault[0], span, fault[1])


def _slugged(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "a-short-name"
