"""Whose words: a quotation lies between the source's own quotation marks, and belongs to its speaker."""

from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Severity
from ..evidence.finding import Finding, Level
from ..evidence.negation import negations
from ..evidence.source_text import Place, SourceText
from ..evidence.speech import attributed_to, quoted_span_at, whole_quotation_at
from ..evidence.word_list import listed
from ..parsing.resolve import Resolved, looks_like_an_id
from .claims import Claim

NOT_NAMES = frozenset(("He", "She", "They", "The", "His", "Her", "But", "And", "One", "Another", "Who"))
"""Words with a capital that name nobody."""

FEW_WORDS = 3
HEDGES = listed("if whether perhaps maybe may might could should denied denies alleged")
"""Words of a cue that make it doubtful whether anything was said."""


def check_speech(resolved: Resolved, claim: Claim, finding: Finding, source: SourceText) -> Iterator[Diagnostic]:
    """Warn of words the source does not quote, or gives to somebody else than the briefing does.

    Of words that stand there several times one place is enough that may be the speaker's.
    """
    places = finding.places[:1] if finding.level is Level.EDITED else finding.places
    names = _names(resolved, claim.speaker)
    doubts = [_doubt(resolved, claim, place, source, names) for place in places]
    if doubts and all(doubts):
        yield from filter(None, doubts[:1])
    elif len(places) == 1 and finding.level is not Level.EDITED and not finding.note:
        yield from _cut_short(claim, places[0], source)


def _cut_short(claim: Claim, place: Place, source: SourceText) -> Iterator[Diagnostic]:
    """Note the few words by which a quotation is shorter than the source's own: one may be a "very" or a "nearly"."""
    whole = whole_quotation_at(source, place)
    if whole and len(f"{whole.before} {whole.behind}".split()) <= FEW_WORDS:
        message = f"the source quotes a little more here: “{whole.text}”"
        help = f"line {whole.line} of the source; make sure that the sense is the same"
        yield Diagnostic(Code.SENSE_TO_CHECK, message, claim.span, help, Severity.NOTE)


def _doubt(
    resolved: Resolved, claim: Claim, place: Place, source: SourceText, names: dict[str, tuple[str, ...]]
) -> Diagnostic | None:
    """Return what is wrong with taking the words at a place for the speaker's, or None."""
    if quoted_span_at(source, place) is None:
        message = f"line {place.line} of the source has these words outside its quotation marks"
        return _warning(Code.NOT_QUOTED_THERE, message, claim, "cite them as a passage, or paraphrase them")
    given = attributed_to(source, place, names)
    if not _is_known(resolved, claim.speaker):
        return None
    if given.speaker is not None and given.speaker != claim.speaker:
        actor = resolved.cast.get(given.speaker)
        message = f"the source gives these words to {actor.name if actor else given.speaker} (“{given.words}”)"
        return _warning(Code.OTHER_SPEAKER, message, claim, f"line {place.line} of the source; mend 'speaker'")
    if given.speaker is None and _names_another(given.words, names[claim.speaker]):
        message = f"the source gives these words to “{given.words}”"
        help = f"line {place.line} of the source; mend 'speaker', or add this form of the name to its 'as_written'"
        return _warning(Code.OTHER_SPEAKER, message, claim, help)
    if given.speaker is None and _is_doubted(given.words):
        message = f"the source has “{given.words}” beside these words: it may not say that they were said"
        return _warning(Code.SENSE_TO_CHECK, message, claim, f"line {place.line} of the source; make sure they were")
    return None


def _is_known(resolved: Resolved, speaker: str) -> bool:
    """Tell whether it can be said whose words they are: all actors are there, and the speaker is one, or a name."""
    is_someone = speaker in resolved.cast or not looks_like_an_id(speaker)
    return is_someone and resolved.manuscript.fields.is_whole("actors")


def _is_doubted(words: str) -> bool:
    """Tell whether a cue denies that the words were said, or says it under a condition."""
    said = words.split()
    return bool(negations(words)) or bool(HEDGES & {w.lower() for w in said}) or said[:1] == ["Had"]


def _names_another(words: str, forms: tuple[str, ...]) -> bool:
    """Tell whether the source names somebody with whose name no form of the speaker's shares a word.

    A cue that holds the speaker's words names the speaker, whatever else with a capital stands in it.
    """
    if any(form.lower() in words.lower() for form in forms):
        return False
    named = {word.strip(".,'’") for word in words.split() if word[:1].isupper() and len(word) > 2} - NOT_NAMES
    return bool(named) and not named & {word.strip(".,'’") for form in forms for word in form.split()}


def _names(resolved: Resolved, speaker: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of every name that the words could belong to, the named speaker's included."""
    names = {id: (a.name, *a.as_written) for id, a in resolved.cast.items()}
    return names if speaker in names else {**names, speaker: (speaker,)}


def _warning(code: Code, message: str, claim: Claim, help: str) -> Diagnostic:
    return Diagnostic(code, message, claim.span, help, Severity.WARNING)
