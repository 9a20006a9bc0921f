"""A saved file read for a draft: its article, its place among the seeds, its entry in the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..evidence.saved import SavedFault, read_saved, sha256_of
from ..evidence.source_text import read_source
from ..model.source import Source
from ..view.markup import slug_of
from .article import Article
from .catalogue import source_entry
from .extract import extract
from .load import Unreadable, article_in, read_content
from .reading import Reading

SEEDS = "seeds"
_TEXT_SUFFIXES = (".txt", ".text", ".md")
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source ready to be drafted from; `copy` is what a new file at `entry.file` holds, None where it is there."""

    reading: Reading
    entry: Source
    is_known: bool
    copy: bytes | None


def load_source(
    file: str, root: Path, known: Mapping[str, Source], published: date | None = None
) -> LoadedSource | Unreadable:
    """Read a saved article of the project at `root`; `published` overrides the date it tells."""
    content = read_content(file)
    if isinstance(content, Unreadable):
        return content
    found = article_in(content, file)
    if isinstance(found, Unreadable):
        return found
    article, is_page = found
    if published:
        article = replace(article, imprint=replace(article.imprint, date=published.isoformat()))
    seed, is_there = _seed(Path(file), content, root, is_page=is_page)
    saved = read_saved(content, seed)
    if isinstance(saved, SavedFault):
        return Unreadable(saved.code, saved.message)
    digest = sha256_of(content)
    entry = source_entry(article, seed, digest, known, is_page=is_page)
    is_known = entry.id in known
    reading = Reading(extract(_dated(article, entry)), entry.id, read_source(saved), is_page)
    return LoadedSource(reading, entry, is_known, None if is_known or is_there else content)


def _dated(article: Article, entry: Source) -> Article:
    """The article with the date that the catalogue knows where it tells none itself."""
    day = entry.date.iso if entry.date and entry.date.precision == "day" else ""
    return article if article.imprint.date or not day else replace(article, imprint=replace(article.imprint, date=day))


def _seed(path: Path, content: bytes, root: Path, *, is_page: bool) -> tuple[str, bool]:
    """The name of a file's saved copy below the project, and whether it lies there already."""
    suffixes = _PAGE_SUFFIXES if is_page else _TEXT_SUFFIXES
    suffix = path.suffix.lower() if path.suffix.lower() in suffixes else suffixes[0]
    inside = path.resolve()
    if inside.is_relative_to((root / SEEDS).resolve()) and inside.suffix.lower() == suffix:
        return inside.relative_to(root.resolve()).as_posix(), True
    stem = slug_of(path.stem, _LONGEST_NAME) or "article"
    number = 1
    while True:
        name = f"{SEEDS}/{stem}{f'-{number}' if number > 1 else ''}{suffix}"
        if not (root / name).exists():
            return name, False
        if (root / name).is_file() and (root / name).read_bytes() == content:
            return name, True
        number += 1
