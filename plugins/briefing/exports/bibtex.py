"""BibTeX, in UTF-8 as biber and current styles read it: every sign that TeX would act on is written out."""

from collections.abc import Iterator, Sequence

from .characters import one_line
from .references import Reference

TYPES = {
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
PUBLISHED_IN = {
    "article": "journal",
    "book": "publisher",
    "incollection": "publisher",
    "inproceedings": "publisher",
    "techreport": "institution",
    "phdthesis": "school",
    "misc": "howpublished",
}
ESCAPES = str.maketrans(
    {sign: f"\\{sign}" for sign in "$&#%_"}
    | {"\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
    | {"~": r"{\textasciitilde}", "^": r"{\textasciicircum}"}
)


def render_bibtex(references: Sequence[Reference]) -> str:
    """Return the references as entries; titles stand in two pairs of braces, which keep their capitals."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    type = "article" if reference.is_article else TYPES.get(reference.type, "misc")
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference, type) if value)
    return f"@{type}{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference, type: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_tex(reference.title)}}}"
    yield "author", " and ".join(f"{{{_tex(name)}}}" for name in reference.authors)
    yield PUBLISHED_IN[type], _tex(reference.publisher)
    issued = reference.issued
    if issued and issued.components:
        yield "year", str(issued.components[0]) + ("?" if issued.uncertain else "")
        yield "month", str(issued.components[1]) if issued.precision in ("time", "day", "month") else ""
    yield "date", issued.text.partition("T")[0] if issued else ""
    yield "url", reference.url
    yield "urldate", reference.accessed.text if reference.accessed else ""
    yield "note", f"Archived: {_tex(reference.archive_url)}" if reference.archive_url else ""
    yield "language", reference.lang
    yield "abstract", _tex(reference.abstract)


def _tex(text: str) -> str:
    return one_line(text).translate(ESCAPES)
