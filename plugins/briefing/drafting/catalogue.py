"""A saved article as an entry of the catalogue: what it says of itself, pinned by the checksum of its saved copy."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from ..model.source import Source
from ..view.markup import slug_of
from .article import Article
from .events import parsed_date
from .gaps import reads_as_english

_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://[^\s<>\"']+")
_LONGEST_ID = 40
_LONGEST_TEXT = 300


def source_entry(article: Article, file: str, sha256: str, known: Mapping[str, Source], *, is_page: bool) -> Source:
    """Return the entry of an article saved as `file`; the one the catalogue has of the same copy, where it has one."""
    for source in known.values():
        if source.sha256.lower() == sha256:
            return source
    told = article.imprint
    return Source(
        id=_new_id(told.publisher or PurePath(file).stem, told.date, known),
        type="webpage" if is_page else "article",
        title=(told.title or PurePath(file).stem)[:_LONGEST_TEXT],
        author=tuple(name[:_LONGEST_TEXT] for name in told.author[:20]),
        publisher=told.publisher[:_LONGEST_TEXT],
        date=parsed_date(told.date) if told.date else None,
        url=told.url if _URL.fullmatch(told.url) else "",
        file=file,
        sha256=sha256,
        lang=_language(article),
        credit=told.credit[:_LONGEST_TEXT],
        quality=tuple(_quality(article, is_page=is_page)),
    )


def _new_id(name: str, date: str, known: Mapping[str, Source]) -> str:
    base = "-".join(filter(None, (slug_of(name, _LONGEST_ID), date))) or "source"
    return next(id for id in (base, *(f"{base}-{n}" for n in range(2, len(known) + 3))) if id not in known)


def _language(article: Article) -> str:
    told = article.imprint.lang.strip()
    if told:
        return told if _LANG.fullmatch(told) else ""
    return "en" if reads_as_english(article.source.text) else ""


def _quality(article: Article, *, is_page: bool) -> Iterator[str]:
    """What can be seen of a copy's faults without understanding it."""
    lines = sorted({mark.line for mark in article.source.broken_marks})
    if lines and not is_page:
        places = " and ".join(filter(None, (", ".join(map(str, lines[:-1])), str(lines[-1]))))
        yield f"Quotation marks do not balance on {'lines' if len(lines) > 1 else 'line'} {places}."
    if not article.imprint.author:
        yield "There is no byline."
