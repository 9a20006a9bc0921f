"""An extract as plain values, for JSON."""

from typing import Any

from .article import Article
from .extract import Extract
from .speakers import name_of

Record = dict[str, Any]


def record_of(file: str, found: Extract, *, with_text: bool) -> Record:
    """Return one object: source, blocks, quotations, views, dates and people, with offsets in characters.

    With `with_text`, as for a page, the object holds the article's text itself.
    """
    text = found.article.source.text
    record: Record = {"file": file, "source": _source(found.article)}
    if with_text:
        record["text"] = text
    record["blocks"] = [
        {"id": f"b{number}", "kind": block.kind, "start": block.start, "end": block.end}
        for number, block in enumerate(found.article.blocks, 1)
    ]
    record["quotations"] = [
        {
            **_stretch(text, q.start, q.end),
            "speaker": _speaker(found, q.speaker),
            "via": _speaker(found, q.via),
            "rule": q.rule,
            "sure": q.sure,
        }
        for q in found.quotations
    ]
    record["views"] = [
        {**_stretch(text, v.start, v.end), "speaker": _speaker(found, v.speaker), "rule": v.rule, "mode": "indirect"}
        for v in found.views
    ]
    record["dates"] = [{**_stretch(text, d.start, d.end), "edtf": d.edtf, "basis": d.basis} for d in found.dates]
    record["people"] = [
        {**_stretch(text, a.start, a.end), "name": a.name, "kind": a.kind, "role": a.role, "affiliation": a.affiliation}
        for a in found.actors
    ]
    return record


def _source(article: Article) -> Record:
    imprint = article.imprint
    broken = [{"start": mark.start, "line": mark.line, "mark": mark.mark} for mark in article.source.broken_marks]
    return {
        "title": imprint.title, "date": imprint.date, "publisher": imprint.publisher, "author": list(imprint.author),
        "dateline": imprint.dateline, "credit": imprint.credit, "url": imprint.url, "lang": imprint.lang,
        "broken_marks": broken,
    }  # fmt: skip


def _stretch(text: str, start: int, end: int) -> Record:
    return {"start": start, "end": end, "text": text[start:end]}


def _speaker(found: Extract, speaker: tuple[int, int] | None) -> Record | None:
    if speaker is None:
        return None
    text = found.article.source.text
    return {**_stretch(text, *speaker), "name": name_of(text, speaker, found.actors)}
