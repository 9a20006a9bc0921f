"""A speaker's words, with who said them, where, and by whom they were reported."""

from ..frozen import replace
from ..model.actor import Actor
from ..model.quotation import Quotation
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .actors import speaker_link
from .citations import Citations, level_words
from .expert_views import own_words, quoted_level
from .fiction import known_as
from .values import LinkView, QuotationView
from .wording import translatable, wording_of

TRANSLATED_WORDS = {
    "yes": translatable("translated"),
    "likely": translatable("likely a translation"),
    "no": "",
    "unknown": "",
}


def show_quotation(
    q: Quotation, resolved: Resolved, citations: Citations, section: str, cited: tuple[Passage, ...] = ()
) -> QuotationView:
    """Return a speaker's words with who, where, and by whom they were reported; `cited` is what else stands with them.

    Without a section they stand in a list, where there is neither a box nor a passage to lead to.
    """
    level = quoted_level(resolved, citations, q.quote, q.passage)
    speaker = speaker_link(q.speaker, resolved)
    words = own_words(resolved, q.quote, q.passage)
    return QuotationView(
        quote=q.quote,
        lang=citations.lang_of(words),
        speaker=speaker if section else LinkView(_known_as(q.speaker, resolved, citations.locale), ""),
        attribution=_attribution(q, citations.locale),
        citations=citations.cite((*words, *q.passage, *cited), section, note=q.occasion) if section else (),
        level=level,
        level_words=level_words(level, citations.locale),
    )


def _known_as(speaker: str, resolved: Resolved, locale: str) -> str:
    """Return a speaker's name beside other briefings, where an invented one says so."""
    actor = resolved.cast.get(speaker) or Actor(id="", name=speaker)
    return known_as(replace(actor, fiction=actor.fiction or resolved.briefing.fiction), locale)


def _attribution(q: Quotation, locale: str) -> str:
    wording = wording_of(locale)
    via = wording.gettext("via %(names)s", names=wording.listed(q.via)) if q.via else ""
    translated = wording.gettext(TRANSLATED_WORDS[q.translated]) if TRANSLATED_WORDS[q.translated] else ""
    notes = wording.pgettext("between two notes", "; ").join(filter(None, (via, translated)))
    said = (q.occasion.rstrip(".。"), notes)
    return " ".join(wording.pgettext("a sentence", "%(words)s.", words=s[0].upper() + s[1:]) for s in said if s)
