"""Pelican's own articles, pages and static files, held to the promises of a briefing: none vanishes, none escapes."""

import logging
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from posixpath import normpath
from typing import Any

from pelican.contents import Content, Static

from ..build.addresses import Leading
from ..build.between import broken_link
from ..build.names import HOST_FILES
from ..build.static_files import StaticFile
from ..build.tree import files_of
from ..diagnostics import Code, Diagnostic, Span
from ..parsing.addresses import content_path, read_addresses, site_path
from ..parsing.front_matter import split
from ..parsing.load import Shelf, load_text
from ..parsing.located_text import LocatedText
from ..parsing.unseen import seen
from ..view.file_links import to_files

CONTENT_KINDS = (
    *("articles", "translations", "drafts", "drafts_translations", "hidden_articles", "hidden_translations"),
    *("pages", "hidden_pages", "draft_pages", "draft_translations"),
)
"""The lists in which Pelican's own generators keep what they will write."""
TAG = re.compile(r"<[A-Za-z][^<>]*>")


class Copies(logging.Filter):
    """What Pelican says of files it could not copy in full, which it takes for no more than a warning."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._logger = logging.getLogger("pelican.utils")
        for left in [each for each in self._logger.filters if isinstance(each, Copies)]:
            self._logger.removeFilter(left)
        self._logger.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep a warning."""
        if record.levelno >= logging.WARNING:
            self.said.append(record.getMessage())
        return record.levelno < logging.WARNING

    def stop_on_failure(self) -> None:
        """Raise OSError where a file was not copied in full."""
        self._logger.removeFilter(self)
        if self.said:
            raise OSError("; ".join(self.said))


def folders(settings: Mapping[str, Any], shelf: Shelf) -> tuple[Path, ...]:
    """Return the folders ordinary files may come from: the content folder, and those outside it that settings name."""
    named = (path for name in ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS") for path in settings[name])
    outside = (shelf.content / path for path in named if normpath(path).startswith(".."))
    return tuple(path.resolve() for path in (shelf.content, *outside))


def _is_inside(path: str, shelf: Shelf, allowed: Iterable[Path]) -> bool:
    place = (shelf.content / path).resolve()
    return any(place.is_relative_to(folder) for folder in allowed)


def strays(context: Mapping[str, Any], shelf: Shelf, allowed: Sequence[Path]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file from elsewhere that no link names: that is said of the link."""
    for path, content in {**context["generated_content"], **context["static_content"]}.items():
        if content is not None and not isinstance(content, Content):  # a briefing: it has been read with care
            continue
        if not _is_inside(path, shelf, allowed) and not (path.startswith("../") and path in context["static_links"]):
            message = "this file is outside the content folder, or a link that leads out of it"
            yield Diagnostic(Code.OUTSIDE_CONTENT, message, Span(_name(shelf, path)))


def addresses(
    generators: list[Any], settings: Mapping[str, Any], shelf: Shelf, copied: Sequence[StaticFile]
) -> Iterator[tuple[str, str]]:
    """Yield the output and the source of every page that Pelican's own generators will write, and file they copy.

    A file of the content folder may take the place of one of the theme, or of a small one for hosts; a page may not.
    """
    own = {static.name for static in copied}
    themes = (f"{settings['THEME_STATIC_DIR']}/{name}" for name in _theme_files(settings))
    yield from ((name, "the theme") for name in themes if name not in own)
    yield from ((static.name, static.file) for static in copied if static.name not in HOST_FILES)
    for content in contents(generators):
        if content.save_as:
            yield content.save_as, _name(shelf, content.get_relative_source_path())


def static_files(context: Mapping[str, Any], shelf: Shelf) -> tuple[StaticFile, ...]:
    """Return the files that Pelican will copy as they are, in the order of their paths.

    Asked in the ordinary way, Pelican would take an address for used, and {attach} could move the file no more.
    """
    found = {content.get_relative_source_path(): content for content in context["staticfiles"]}
    return tuple(
        StaticFile(path, shelf.content / path, normpath(Content.save_as.fget(content)), _name(shelf, path))
        for path, content in sorted(found.items())
    )


def _theme_files(settings: Mapping[str, Any]) -> Iterator[str]:
    for folder in settings["THEME_STATIC_PATHS"]:
        yield from files_of(Path(settings["THEME"]) / folder)


def contents(generators: list[Any]) -> Iterator[Any]:
    """Yield every article and page once."""
    found = {c.source_path: c for g in generators for kind in CONTENT_KINDS for c in getattr(g, kind, ())}
    yield from found.values()


def last_changes(generators: list[Any]) -> tuple[tuple[str, int], ...]:
    """Return the address of each article and page that readers may find, and when it was last changed, or 0."""
    return tuple(
        (content.url, int(changed.timestamp()) if changed else 0)
        for content in contents(generators)
        if content.save_as and content.status == "published"
        for changed in (getattr(content, "modified", None) or getattr(content, "date", None),)
    )


def reachable(context: Mapping[str, Any], shelf: Shelf, allowed: Sequence[Path]) -> dict[str, Any]:
    """Return the contents that links may name, by path: what was read, and the static files that are there."""
    known = {**context["static_content"], **context["generated_content"]}
    return {
        path: content
        for path, content in known.items()
        if content is not None
        and (not path.startswith("../") or _is_inside(path, shelf, allowed))
        and (not isinstance(content, Static) or (shelf.content / path).is_file())
    }


def finish(paths: Iterable[Path], *, file_links: bool) -> None:
    """Bring pages that were written to what those of briefings are; raises OSError.

    They have no control characters, and their links lead to files where that is wanted.
    """
    for path in paths:
        text = path.read_text("utf-8")
        if (mended := seen(to_files(text) if file_links else text)) != text:
            path.write_text(mended, "utf-8")


def dead_links(
    content: Content, known: Container[str], shelf: Shelf, withheld: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each ``{filename}`` or ``{static}`` link of an article or page that leads nowhere."""
    path = content.get_relative_source_path()
    folder = path.rpartition("/")[0] or "."
    for found in _links(content):
        if found["what"] in ("filename", "static", "attach"):
            target = content_path(folder, re.split("[?#]", found["value"])[0])
            target = target.removeprefix(f"../{shelf.content.name}/")  # from a folder beside it
            if target not in known and path.startswith("../"):  # the settings name a folder beside the content
                message = f"the link leads to {_name(shelf, target)}, which is not there or is no page of the site"
                yield Diagnostic(Code.BROKEN_LINK, message, _span(shelf, path, found["value"]))
            elif target not in known:
                yield broken_link(target, (), _span(shelf, path, found["value"]), withheld)


def plain_links(generators: list[Any], shelf: Shelf, site_url: str) -> Iterator[Leading]:
    """Yield the plain links into the site that articles and pages have."""
    for content in contents(generators):
        path, text = content.get_relative_source_path(), getattr(content, "_content", "") or ""
        tags = TAG.finditer(text) if content.save_as else ()  # what stands in code is no link
        for found in (address for tag in tags for address in read_addresses(tag[0], 0)):
            led = site_path(found.written, content.save_as.removesuffix("index.html"), site_url)
            if led is not None:
                yield Leading(led, partial(_span, shelf, path, found.written))


def in_navigation(context: Mapping[str, Any]) -> list[Any]:
    """Return the pages that every page leads to: all of the site's language but those that say ``menu: no``."""
    pages = (p for p in context.get("pages", ()) if getattr(p, "in_default_lang", True))
    return [p for p in pages if getattr(p, "menu", "") != "no"]


def navigation_links(context: Mapping[str, Any], shelf: Shelf, site_url: str) -> Iterator[Leading]:
    """Yield where the navigation leads: a page may name an address of its own, ``Url:``, without a file there."""
    for page in in_navigation(context):
        led = site_path(page.url, "", site_url)
        path = page.get_relative_source_path()
        yield Leading(page.url if led is None else led, partial(_span, shelf, path, page.url))


def _links(content: Content) -> Iterator[re.Match[str]]:
    pattern = rf"""<[^>]+(?:href|src)\s*=\s*(["']){content.settings["INTRASITE_LINK_REGEX"]}(?P<value>.*?)\1"""
    return re.finditer(pattern, getattr(content, "_content", "") or "")


def _span(shelf: Shelf, path: str, written: str) -> Span:
    """Return the place where a link stands in its file, as well as it can be found."""
    source = shelf.content / path
    file = (
        LocatedText(_name(shelf, path), source.read_text("utf-8"))
        if path.startswith("../")
        else load_text(shelf, source)[0]
    )
    at = _place_of_link(file, written) if file else -1
    return file.span(at, at + len(written)) if file and at >= 0 else Span(_name(shelf, path))


def _place_of_link(file: LocatedText, written: str) -> int:
    """Return the offset of an address: where a link has it, rather than a word, or a comment of the fields."""
    fields, _ = split(file)
    start = fields.body_start if fields else 0
    link = re.compile(rf"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|<){re.escape(written)}""").search(file.text, start)
    return link.end() - len(written) if link else max(file.text.find(written, start), file.text.find(written))


def _name(shelf: Shelf, path: str) -> str:
    return normpath(f"{shelf.content.name}/{path}")
