"""An article saved as a web page: its text and blocks from the page, its imprint from the page's own metadata."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from ..evidence.source_text import read_source
from .article import Article, Block, Imprint
from .article_html import article_blocks
from .page_blocks import HtmlKind, parse_page
from .page_fallback import paragraphs_of
from .publishers import agency_in
from .structure import dateline_of, split_authors

_MOST_JSON = 500_000
_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)")
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage")
_SITE_SUFFIX = re.compile(r"\s+[|–—·-]\s+[^|–—·-]{2,40}$")


def read_page(html: str) -> Article | None:
    """Read the article on a page; None where no prose is found on it. Nothing but text is kept of the page."""
    page = parse_page(html)
    if page is None:
        return None
    found = [(block.text, block.kind) for block in article_blocks(page)]
    found = found or [(paragraph, "paragraph") for paragraph in paragraphs_of(html)]
    if not found:
        return None
    text = "\n\n".join(block for block, _ in found)
    blocks, imprint = tuple(_placed(text, found)), _imprint(page)
    dateline = next((text[block.start : block.end] for block in blocks if block.kind == "dateline"), "")
    told = imprint if imprint.publisher else replace(imprint, publisher=agency_in(dateline))
    return Article(read_source(text), blocks, told)


def _placed(text: str, found: Sequence[tuple[str, HtmlKind]]) -> Iterator[Block]:
    start = 0
    for number, (block, kind) in enumerate(found):
        dateline = dateline_of(text, start, start + len(block)) if number == 0 else None
        if dateline:
            yield Block(start, start + len(dateline[0].rstrip()), "dateline")
        yield Block(start + (len(dateline[0]) if dateline else 0), start + len(block), kind)
        start += len(block) + 2


def _imprint(page: HtmlElement) -> Imprint:
    told = dict(_linked_data(page))
    meta = {
        _meta_name(m): " ".join(m.get("content", "").split())
        for m in reversed(page.findall(".//meta"))
        if m.get("content")
    }
    title = told.get("headline") or meta.get("og:title") or _text_of(page, "h1") or _text_of(page, "title")
    dates = (
        told.get("datePublished"),
        meta.get("article:published_time"),
        meta.get("datepublished"),
        meta.get("date"),
        meta.get("pubdate"),
        *_times(page),
    )
    author = told.get("author") or meta.get("author") or meta.get("byl", "").removeprefix("By ")
    canonical = next(iter(page.xpath("//link[@rel='canonical']/@href")), "")
    return Imprint(
        title=_SITE_SUFFIX.sub("", title or ""),
        date=next(filter(None, (_day(value or "") for value in dates)), ""),
        publisher=told.get("publisher") or meta.get("og:site_name", ""),
        author=split_authors(author) if author and not author.startswith("http") else (),
        url=str(canonical or meta.get("og:url", ""))[:500],
        lang=(page.get("lang") or "")[:12],
    )


def _meta_name(element: HtmlElement) -> str:
    return str(element.get("property") or element.get("name") or element.get("itemprop") or "").lower()


def _text_of(page: HtmlElement, tag: str) -> str:
    element = page.find(f".//{tag}")
    return " ".join("".join(element.itertext()).split())[:300] if element is not None else ""


def _times(page: HtmlElement) -> list[str]:
    return [str(value) for value in page.xpath("//time/@datetime")[:3]]


def _day(value: str) -> str:
    match = _DAY.match(value)
    try:
        return date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _linked_data(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Headline, date, author and publisher as the page's JSON-LD gives them (schema.org)."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > _MOST_JSON:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(found):
            yield from _facts(entry)


def _entries(found: Any) -> Iterator[dict[str, Any]]:
    for entry in found if isinstance(found, list) else [found]:
        if isinstance(entry, dict):
            graph = entry.get("@graph")
            yield from (e for e in (graph if isinstance(graph, list) else [entry]) if isinstance(e, dict))


def _facts(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if not _ARTICLE_TYPES.search(str(entry.get("@type", ""))):
        return
    for key in ("headline", "datePublished"):
        if isinstance(entry.get(key), str):
            yield key, " ".join(entry[key].split())
    for key in ("author", "publisher"):
        value = entry.get(key)
        names = [v.get("name") if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])]
        joined = ", ".join(name for name in names if isinstance(name, str))
        if joined:
            yield key, joined
