"""The subject of a whole sentence, found without a parser."""

from .phrases import NO_SUBJECT, STANDS_ALONE, Phrase, can_be_subject, phrase_after
from .reporting import REPORTING
from .tokens import Tokens
from .words import AUXILIARIES, PREPOSITIONS, SUBORDINATORS


def main_subject(tokens: Tokens) -> Phrase | None:
    """The first phrase of a sentence that can be its subject, opening phrases with a preposition passed over."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        opening = token.lower in PREPOSITIONS or token.lower in SUBORDINATORS or (not at and _is_participle(tokens))
        if opening:
            at = next(
                (i + 1 for i in range(at, len(tokens)) if tokens[i].text in (",", ":") or tokens[i].kind == "quote"),
                len(tokens),
            )
            continue
        if token.lower in REPORTING and not token.capital:
            at += 1
            continue
        if token.kind == "word" and (token.lower not in NO_SUBJECT or token.lower in STANDS_ALONE):
            phrase = phrase_after(tokens, at)
            if phrase and (tokens[phrase.first].lower in STANDS_ALONE or can_be_subject(tokens, *phrase)):
                return phrase
        at += 1
    return None


def _is_participle(tokens: Tokens) -> bool:
    """Whether a sentence begins with what somebody does besides: "Writing in the bulletin, …"."""
    following = tokens[1] if len(tokens) > 1 else None
    doing = (len(tokens[0].text) > 5 and tokens[0].lower.endswith("ing")) or tokens[0].lower in (
        "asked",
        "quoted",
        "told",
    )
    return (
        doing and following is not None and following.kind == "word" and following.lower not in AUXILIARIES | REPORTING
    )
