"""RIS, for reference managers: one tag a line, ``ER`` after each reference."""

from collections.abc import Iterator, Sequence

from ..model.dates import EdtfDate
from .references import Reference

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "map": "MAP",
    "paper-conference": "CONF",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}


def render_ris(references: Sequence[Reference]) -> str:
    """Return the references in their order."""
    return "".join(
        "".join(f"{tag}  - {value}\n" for tag, value in _lines(reference) if value) + "ER  - \n\n"
        for reference in references
    )


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(reference.type, "GEN")
    yield "ID", reference.key
    yield "TI", reference.title
    yield from (("AU", name) for name in reference.authors)
    yield "T2" if reference.is_article else "PB", reference.publisher
    yield "PY", f"{reference.issued.components[0]:04}" if reference.issued and reference.issued.components else ""
    yield "DA", _date(reference.issued)
    yield "Y2", _date(reference.accessed)
    yield "UR", reference.url
    yield "L2", reference.archive_url
    yield "LA", reference.lang
    yield "AB", reference.abstract


def _date(date: EdtfDate | None) -> str:
    """Return ``YYYY/MM/DD/other``: what is not known stays empty, and doubt is said in the last part."""
    if date is None:
        return ""
    known = [f"{part:02}" for part in date.components] if date.precision in ("time", "day", "month", "year") else []
    doubt = date.text if len(known) == 0 or date.uncertain or date.approximate else ""
    return "/".join([*known, *[""] * (3 - len(known)), doubt])
