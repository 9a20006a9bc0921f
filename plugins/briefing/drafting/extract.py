"""Everything the tool reads in one article: a pure function of its text and its date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from .article import Article
from .dates import FoundDate, find_dates
from .misprints import misprinted_spans
from .people import FoundActor, find_actors
from .quotations import FoundQuotation, Sentence, find_quotations, read_sentences
from .views import FoundView, find_views


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found in an article; all offsets are offsets in its text."""

    article: Article
    quotations: tuple[FoundQuotation, ...]
    views: tuple[FoundView, ...]
    dates: tuple[FoundDate, ...]
    actors: tuple[FoundActor, ...]
    sentences: tuple[Sentence, ...] = ()


def extract(article: Article, published: date | None = None) -> Extract:
    """Find quotations, paraphrased views, dates and actors; `published` overrides the article's own date."""
    sentences = read_sentences(article.source, article.telling)
    actors = find_actors(sentences)
    return Extract(
        article,
        tuple(_with_doubt(article, find_quotations(sentences))),
        tuple(find_views(sentences, actors)),
        tuple(find_dates(article.source.text, sentences, published or _own_date(article))),
        tuple(actors),
        tuple(sentences),
    )


def _with_doubt(article: Article, quotations: Iterable[FoundQuotation]) -> Iterator[FoundQuotation]:
    """Between misprinted marks nothing is sure: which of them opens a quotation is a reading of ours."""
    misprinted = {span.start for span in misprinted_spans(article.source)}
    yield from (replace(q, sure=q.sure and q.start not in misprinted) for q in quotations)


def _own_date(article: Article) -> date | None:
    return date.fromisoformat(article.imprint.date) if article.imprint.date else None
