"""CSL-JSON (the input of citation processors, schema 1.0.2): dates keep their precision and their doubt."""

from collections.abc import Sequence
from typing import Any

from ..model.dates import EdtfDate
from .characters import json_text
from .published import is_hedged
from .references import Reference

SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def render_csl_json(references: Sequence[Reference]) -> str:
    """Return the references as a list of items."""
    return json_text([_item(reference) for reference in references]) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    item = {
        "id": reference.key,
        "type": reference.type,
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.publisher if reference.is_article else "",
        "publisher": "" if reference.is_article else reference.publisher,
        "issued": csl_date(reference.issued),
        "accessed": csl_date(reference.accessed),
        "URL": reference.url,
        "archive_location": reference.archive_url,
        "language": reference.lang,
        "abstract": reference.abstract,
    }
    return {name: value for name, value in item.items() if value}


def csl_date(date: EdtfDate | None) -> dict[str, Any]:
    """Return a date as CSL has them: its parts, or two dates for a span; what has no parts is said as it is written."""
    if date is None:
        return {}
    ends = [date.begins, date.ends] if date.is_interval else [date]
    circa = {"circa": True} if is_hedged(date) else {}
    if all(end and end.precision in ("time", "day", "month", "year") for end in ends):
        return {"date-parts": [list(end.components) for end in ends if end], **circa}
    if date.precision == "season":
        year, season = date.components
        return {"date-parts": [[year]], "season": SEASONS[season], **circa}
    return {"literal": date.text}
