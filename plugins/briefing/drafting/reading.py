"""A source as it is being read for a draft: what was found in it, and its saved words to prove each passage against."""

from bisect import bisect_right
from dataclasses import dataclass

from ..evidence.finding import Level
from ..evidence.match import find
from ..evidence.source_text import SourceText
from ..model.source import Passage
from .extract import Extract
from .quotations import Sentence

LONGEST_PASSAGE = 1_500
"""Characters; a longer sentence is no passage an editor would print."""
_CONTEXT = 40
_MOST_PLACES = 10
"""Places at which words can stand and still be told apart by the words before them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what was found in it; `saved` is the text that the proof looks through."""

    found: Extract
    source_id: str
    saved: SourceText
    is_page: bool = False

    @property
    def text(self) -> str:
        """The article's text."""
        return self.found.article.source.text

    def words(self, start: int, end: int) -> str:
        """A stretch of the article on one line."""
        return self.found.article.source.excerpt(start, end)

    def where(self, offset: int) -> str:
        """Where to look: the line of a text, the paragraph of a page's article."""
        source = self.found.article.source
        return f"paragraph {source.paragraph_at(offset)}" if self.is_page else f"line {source.line_at(offset)}"

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence an offset lies in."""
        sentences = self.found.sentences
        return sentences[max(0, bisect_right(sentences, offset, key=lambda s: s.tokens[0].start) - 1)]

    def passage_of(self, sentence: Sentence) -> Passage | None:
        """A sentence as a passage."""
        return self.passage(sentence.tokens[0].start, sentence.tokens[-1].end)

    def passage(self, start: int, end: int) -> Passage | None:
        """A stretch as a passage that the proof finds once, with a prefix where it needs one; else None."""
        exact = self.words(start, end) if end - start <= 2 * LONGEST_PASSAGE else ""
        if not exact or len(exact) > LONGEST_PASSAGE:
            return None
        finding = find(self.saved, exact)
        if finding.level is Level.NOT_FOUND or len(finding.places) > _MOST_PLACES:
            return None
        if not finding.ambiguous:
            return Passage(source=self.source_id, exact=exact)
        before = self.words(max(0, start - _CONTEXT), start).partition(" ")[2]
        told = find(self.saved, exact, prefix=before) if before else finding
        return None if told.ambiguous or not told.passed else Passage(source=self.source_id, exact=exact, prefix=before)
