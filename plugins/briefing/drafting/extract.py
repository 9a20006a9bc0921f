"""Everything the tool reads in one article: a pure function of its text and its date."""

from dataclasses import dataclass
from datetime import date

from .article import Article
from .dates import FoundDate, find_dates
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
        tuple(find_quotations(sentences)),
        tuple(find_views(sentences, actors)),
        tuple(find_dates(article.source.text, sentences, published or _own_date(article))),
        tuple(actors),
        tuple(sentences),
    )


def _own_date(article: Article) -> date | None:
    return date.fromisoformat(article.imprint.date) if article.imprint.date else None
