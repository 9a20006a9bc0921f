"""What is wrong between briefings, which no file alone can know: equal addresses, names that lead nowhere."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from ..view.head import Head

if TYPE_CHECKING:
    from ..view.record import BriefingRecord

OWN_SLUG = "a slug is given in its front matter, or is its file's name without the date and .md"
LINK_RULE = "the path is relative to this file, or begins with / for content/"
NOTHING: Mapping[str, str] = MappingProxyType({})
RecordOf = Callable[[str], "BriefingRecord"]
"""The record of a briefing, by its path: only a message needs it."""


def check_slugs(heads: Iterable[Head], record_of: RecordOf) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each briefing whose address another has."""
    first: dict[tuple[str, str], str] = {}
    for h in heads:
        other = first.setdefault((h.lang, h.slug), h.file)
        if other != h.file:
            help = f"{other} has it already; give one of them another slug, or another lang if it is a translation"
            (place,) = record_of(h.path).places["slug"]
            yield Diagnostic(Code.DUPLICATE_SLUG, f"the slug '{h.slug}' is taken", place.span, help)


def check_aliases(heads: Iterable[Head], record_of: RecordOf) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each alias that is another briefing's alias, or a briefing's address now."""
    heads = [h for h in heads if h.status != "draft"]
    moved = [h for h in heads if h.aliases]
    taken = {h.url.rstrip("/"): h for h in heads} if moved else {}
    for h in moved:
        for place in record_of(h.path).places["aliases"]:
            other = taken.setdefault(place.name.rstrip("/"), h)
            if other is not h or h.url.rstrip("/") == place.name.rstrip("/"):
                message = f"the alias '/{place.name}' is the address of {other.file}"
                yield Diagnostic(Code.BAD_ALIAS, message, place.span, "take it away here, or there")


def check_related(heads: Iterable[Head], record_of: RecordOf) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each related briefing that is not there."""
    heads = list(heads)
    slugs = {h.slug for h in heads}
    for h in heads:
        if not slugs.issuperset(h.related):
            for place in record_of(h.path).places["related"]:
                if place.name not in slugs:
                    meant = _near(place.name, slugs)
                    message = f"no briefing has the slug '{place.name}'" + (
                        f"; did you mean '{meant}'?" if meant else ""
                    )
                    yield Diagnostic(Code.UNKNOWN_RELATED, message, place.span, "" if meant else OWN_SLUG)


def check_links(
    heads: Iterable[Head],
    targets: Container[str],
    names: Iterable[str],
    record_of: RecordOf,
    withheld: Mapping[str, str] = NOTHING,
) -> Diagnostics:
    """Return a diagnostic for every ``{filename}`` or ``{static}`` link whose file has no address on the site.

    `targets` are the files that have one, by their path below the content folder; `names` are those to suggest;
    `withheld` says of briefings that readers cannot see why.
    """
    found = []
    for h in heads:
        if any(target not in targets or target.startswith("../") for target in h.links):
            places = record_of(h.path).places["links"]
            found += [
                broken_link(place.name, names, place.span, withheld)
                for place in places
                if place.name not in targets or place.name.startswith("../")
            ]
    return tuple(found)


def broken_link(target: str, targets: Iterable[str], span: Span, withheld: Mapping[str, str] = NOTHING) -> Diagnostic:
    """Return what is wrong with a link to a file that has no address; never a name of a file outside the content."""
    if target.startswith("../"):
        return Diagnostic(Code.OUTSIDE_CONTENT, "the link leads out of the content folder", span, LINK_RULE)
    if target in withheld:
        message = f"the link leads to content/{target}, which is {withheld[target]}"
        return Diagnostic(Code.BROKEN_LINK, message, span, "put the link in when readers can follow it")
    meant = _near(target, targets)
    message = f"the link leads to content/{target}, which is not there or is not published"
    return Diagnostic(Code.BROKEN_LINK, message, span, f"did you mean '/{meant}'?" if meant else LINK_RULE)


def withheld(drafts: Iterable[str], embargoed: Iterable[str]) -> dict[str, str]:
    """Return the briefings that readers cannot see, by their paths, and why."""
    return dict.fromkeys(drafts, "a draft") | dict.fromkeys(embargoed, "under embargo")


def _near(name: str, known: Iterable[str]) -> str:
    from ..parsing.likeness import near

    return near(name, known)
