"""Markdown of ordinary articles and pages that Pelican's own reader does not understand.

Front matter in YAML is read as YAML, where Pelican takes quotation marks and brackets for text. A file without any
fields that begins with a heading, as code hosts show documentation, is a page: the heading is its title, and its links
to other files lead to their pages. What is neither, or no well-formed YAML, is left to Pelican.
"""

import re
from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from pelican.readers import MarkdownReader, Readers
from pelican.utils import pelican_open

from ..parsing.front_matter import split
from ..parsing.located_text import LocatedText

TITLE = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")
TO_A_FILE = re.compile(r"""(<(?:a|img)\b[^>]*?\b(?:href|src)=")((?![\w+.-]+:)[^"#/{|][^"#]*\.(\w+))""")


class MarkdownFiles(MarkdownReader):  # type: ignore[misc]
    """Pelican's reader of Markdown, for two kinds of files more."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a file's HTML and its fields."""
        with pelican_open(source_path) as text:
            file = LocatedText(source_path, text)
        if fields := yaml_fields(file):
            values, body = fields
            return self._converted(Markdown(**self.settings["MARKDOWN"]), values, file.text[body:], source_path)
        title = None if self._names_titles else TITLE.match(file.text)
        if title:
            anchors = [*self.settings["MARKDOWN"]["extensions"], TocExtension(slugify=anchor)]
            markdown = Markdown(**self.settings["MARKDOWN"] | {"extensions": anchors})
            values = {"title": title["title"]}
            html, metadata = self._converted(markdown, values, file.text[title.end() :], source_path)
            return TO_A_FILE.sub(_to_its_page, html), metadata
        html, metadata = super().read(source_path)
        return html, metadata

    @property
    def _names_titles(self) -> bool:
        """Whether the settings take titles from the names of files: then a heading is a heading."""
        return any("?P<title>" in (self.settings.get(name) or "") for name in ("FILENAME_METADATA", "PATH_METADATA"))

    def _converted(
        self, markdown: Markdown, values: Mapping[str, Any], body: str, source_path: str
    ) -> tuple[str, dict[str, Any]]:
        self._md, self._source_path = markdown, source_path
        # Pelican wants the lines of each field; from here on no line of the body is taken for one.
        texts = self.settings["FORMATTED_FIELDS"]
        lines = {n: v if n in texts and isinstance(v, list) else [v] for n, v in values.items()}
        metadata = self._parse_metadata(lines)
        markdown.reset()
        return markdown.convert(body), metadata


def yaml_fields(file: LocatedText) -> tuple[dict[str, Any], int] | None:
    """Return the fields of YAML front matter that have something, and where the text begins; None without any."""
    parts, _ = split(file)
    if parts is None:
        return None
    from ..parsing.located_yaml import read_yaml  # a site without such files does without

    located, problems = read_yaml(file, parts.yaml_start, parts.yaml_end)
    if located is None or problems or not isinstance(located.value, Mapping):
        return None
    return {name: value for name, value in located.value.items() if value}, parts.body_start


def anchor(heading: str, separator: str) -> str:
    """Return the anchor that code hosts give a heading."""
    return re.sub(r"\s", separator, re.sub(r"[^\w\s-]", "", heading.strip().lower()))


def _to_its_page(link: re.Match[str]) -> str:
    return f"{link[1]}{{{'filename' if link[3] == 'md' else 'static'}}}{link[2]}"


def install(readers: Readers) -> None:
    """Read Markdown so, unless the settings or another plugin have a reader of their own."""
    for ending, reader in readers.reader_classes.items():
        if reader is MarkdownReader:
            readers.reader_classes[ending] = MarkdownFiles
