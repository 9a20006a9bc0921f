"""The rules for all briefings together: what one file alone cannot know."""

from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from ..parsing.explain import near
from ..parsing.resolve import Resolved

OWN_SLUG = "a slug is given in its front matter, or is its file's name without the date and .md"


def check_site(briefings: Sequence[Resolved], default_lang: str, *, complete: bool = True) -> Diagnostics:
    """Return what is wrong between briefings: equal addresses, relations that lead nowhere.

    Where some files could not be read (`complete` is false), a relation may lead to one of them and is not judged.
    """
    return (*_duplicate_slugs(briefings, default_lang), *(_related(briefings) if complete else ()))


def _duplicate_slugs(briefings: Iterable[Resolved], default_lang: str) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], str] = {}
    for b in briefings:
        lang, slug = b.briefing.lang or default_lang, b.manuscript.slug
        other = first.setdefault((lang, slug), b.manuscript.fields.file.path)
        if other != b.manuscript.fields.file.path:
            help = f"{other} has it already; give one of them another slug, or another lang if it is a translation"
            span = b.manuscript.fields.at("slug") if b.briefing.slug else Span(b.manuscript.fields.file.path)
            yield Diagnostic(Code.DUPLICATE_SLUG, f"the slug '{slug}' is taken", span, help)


def _related(briefings: Sequence[Resolved]) -> Iterator[Diagnostic]:
    slugs = {b.manuscript.slug for b in briefings}
    for b in briefings:
        for i, related in enumerate(b.briefing.related):
            if related.slug and related.slug not in slugs:
                meant = near(related.slug, slugs)
                message = f"no briefing has the slug '{related.slug}'" + (f"; did you mean '{meant}'?" if meant else "")
                span = b.manuscript.fields.at("related", i, "slug")
                yield Diagnostic(Code.UNKNOWN_RELATED, message, span, "" if meant else OWN_SLUG)
