"""The quotations of an article, each with its speaker and the rule that found it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..evidence.marks import QuotedSpan
from ..evidence.source_text import SourceText
from .article import BODY, Block
from .attribution import TOLD_BY_ANOTHER, Attribution, attribute
from .misprints import outermost_spans
from .phrases import subject_before
from .reporting_verb import is_reporting_verb
from .sentence_subject import main_subject
from .tokens import Token, Tokens, read_tokens, split_sentences
from .words import ARTICLES, FUNCTION_WORDS, PERSONAL, POSSESSIVES

_FEWEST_WORDS = 2
_FEWEST_WORDS_UNSURE = 3
_LONGEST_TITLE = 9
SAME_PARAGRAPH = "goes on in the paragraph"
REPORTED = "reported before"


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """Words between the source's own marks, without the marks: offsets, speaker, rule, and whether that is sure."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    rule: str
    sure: bool
    via: tuple[int, int] | None = None
    """Who reports the speaker's words: Reuters in "Reuters quoted Ann Lee"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article: its tokens, and the number of the block it stands in."""

    tokens: Tokens
    paragraph: int
    is_body: bool = True
    """Whether it can hold somebody's words: those of a headline are nobody's."""


def read_sentences(source: SourceText, blocks: Sequence[Block]) -> list[Sentence]:
    """Cut blocks of a source into sentences; a quotation between marks is one token."""
    spans = outermost_spans(source)
    found: list[Sentence] = []
    at = 0
    for number, block in enumerate(blocks):
        while at < len(spans) and spans[at].end <= block.start:
            at += 1
        tokens = read_tokens(source.text, block.start, block.end, list(_clipped(spans, at, block)))
        found += [Sentence(sentence, number, block.kind in BODY) for sentence in split_sentences(tokens)]
    return found


def _clipped(spans: Sequence[QuotedSpan], first: int, block: Block) -> Iterator[QuotedSpan]:
    """The quoted spans within a block; of one that runs over several, the part in this one."""
    for at in range(first, len(spans)):
        if spans[at].start > block.end:
            return
        yield QuotedSpan(max(spans[at].start, block.start + 1), min(spans[at].end, block.end))


def find_quotations(sentences: Sequence[Sentence]) -> list[FoundQuotation]:
    """Find the quotations that are somebody's words; names of works and words held at a distance are left out."""
    found: list[FoundQuotation] = []
    sentences = [sentence for sentence in sentences if sentence.is_body]
    talk = _Talk(sentences)
    for position, sentence in enumerate(sentences):
        for at, token in enumerate(sentence.tokens):
            if token.kind == "quote":
                said = talk.speaker_of(position, at)
                if _is_speech(sentence.tokens, at, said):
                    found.append(_quotation(token, said))
        talk.go_on(position)
    return found


def _quotation(token: Token, said: Attribution | None) -> FoundQuotation:
    lead = 2 if token.end - token.start - len(token.text) > 2 else 1
    start, end = token.start + lead, token.start + lead + len(token.text)
    if said is None:
        return FoundQuotation(start, end, None, "none", sure=False)
    return FoundQuotation(start, end, (said.start, said.end), said.rule, said.sure, said.via)


class _Talk:
    """Who has the word, sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._last: Attribution | None = None
        self._paragraph = -1
        self._announced: tuple[int, Attribution] | None = None

    def speaker_of(self, position: int, at: int) -> Attribution | None:
        """The speaker of the quotation at an index of a sentence."""
        sentence = self._sentences[position]
        said = attribute(sentence.tokens, at)
        if said and (said.sure or _has_words(sentence.tokens)):
            self._last, self._paragraph = said, sentence.paragraph
            return said
        if self._last and self._paragraph == sentence.paragraph:
            only = len(sentence.tokens) == 1 and not _is_title(sentence.tokens[0].text.split())
            return replace(self._last, rule=SAME_PARAGRAPH) if only else _continued(self._last, "goes on")
        if self._announced and self._announced[0] == position - 1 and sentence.tokens[0].kind == "quote":
            self._last, self._paragraph = self._announced[1], sentence.paragraph
            return self._last
        later = self._told_later(position)
        if later:
            return _continued(later, "told behind it")
        return _continued(self._last, "goes on") if self._last else None

    def _told_later(self, position: int) -> Attribution | None:
        """The speaker named by the next sentence of the paragraph, where that reports a quotation too."""
        if position + 1 >= len(self._sentences):
            return None
        sentence, following = self._sentences[position], self._sentences[position + 1]
        if following.paragraph != sentence.paragraph or not following.tokens or following.tokens[0].kind != "quote":
            return None
        said = attribute(following.tokens, 0)
        return said if said and said.sure else None

    def go_on(self, position: int) -> None:
        """Remember whom a sentence without quotations reports, or is about."""
        sentence = self._sentences[position]
        if any(token.kind == "quote" for token in sentence.tokens):
            return
        reported = _reported(sentence.tokens, keep=self._last is not None and sentence.tokens[-1].text != ":")
        if reported:
            self._last, self._paragraph = reported, sentence.paragraph
            if sentence.tokens[-1].text == ":" and reported.rule == REPORTED:
                self._announced = position, replace(reported, rule="announced before", sure=True)


def _continued(said: Attribution, rule: str) -> Attribution:
    return Attribution(said.start, said.end, rule, sure=False)


def _has_words(tokens: Tokens) -> bool:
    return sum(token.kind == "word" for token in tokens) > 2


def _reported(tokens: Tokens, *, keep: bool) -> Attribution | None:
    """Whom a sentence reports or is about; with `keep`, a bare pronoun tells nothing new."""
    for at in range(len(tokens) - 1, 0, -1):
        if is_reporting_verb(tokens, at) and (phrase := subject_before(tokens, at)):
            if keep and tokens[phrase.first].lower in PERSONAL:
                return None
            return Attribution(*phrase.span(tokens), REPORTED, sure=False)
    subject = main_subject(tokens)
    if subject is None or (keep and tokens[subject.first].lower in PERSONAL):
        return None
    return Attribution(*subject.span(tokens), "subject before", sure=False)


def _is_speech(tokens: Tokens, at: int, said: Attribution | None) -> bool:
    """Whether quoted words are somebody's speech, and not the name of a work or words held at a distance."""
    words = tokens[at].text.split()
    if len(words) < _FEWEST_WORDS or said is None:
        return False
    is_sure = said.sure or said.rule == TOLD_BY_ANOTHER
    if not is_sure and at and tokens[at - 1].lower in ARTICLES | POSSESSIVES:
        return False  # the "man in the hat" went home
    if _is_title(words):
        return is_sure and (at == 0 or tokens[at - 1].text == ":")
    return is_sure or said.rule == SAME_PARAGRAPH or len(words) > _FEWEST_WORDS_UNSURE


def _is_title(words: Sequence[str]) -> bool:
    """Whether the words are written as the name of a book, a song or a programme."""
    chief = [word for word in (word.strip("'’‘,.!?…") for word in words) if word.lower() not in FUNCTION_WORDS]
    return len(words) < _LONGEST_TITLE and len(chief) > 1 and all(not word[:1].islower() for word in chief)
