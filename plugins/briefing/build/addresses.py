"""Plain links within the site: each leads to a file that will be there, and a fragment to an id on that page."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import NamedTuple

from ..diagnostics import MOST_LINES, Code, Diagnostic, Span

ID = re.compile(r"""\s(?:id|name)=["']?([^"'\s>]+)""")
HELP = "mend the address; {filename} and the path of a file of the content folder is safer, and follows when it moves"
HELP_WITH_TEXT = (
    "a link to another text names its file in the content folder: ({{filename}}{name}), or ({{filename}}/folder/{name})"
)
HELP_WITH_FILE = "put the file into the folder images of the content folder, and write ({{static}}/images/{name})"
TEXTS = (".md", ".markdown", ".rst")
FILES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".avif",
    ".svg",
    ".pdf",
    ".csv",
    ".xlsx",
    ".docx",
    ".zip",
    ".mp3",
    ".mp4",
)
"""The endings of what an editor shows or offers, and has to put somewhere."""
BELOW = "the site stands below a path of its host (SITEURL): write {filename} and the path of a file, or the whole path"


class Leading(NamedTuple):
    """A link that leads somewhere in the site, ``briefings/x/#timeline``, and where it is written."""

    address: str
    written_at: Callable[[], Span]


class Files:
    """The files of the site as they will be; `read` returns the text of one."""

    def __init__(self, names: Collection[str], is_there: Callable[[str], bool], read: Callable[[str], str]) -> None:
        self.names, self.is_there, self.read = names, is_there, read
        self._ids: dict[str, frozenset[str]] = {}

    def of(self, path: str) -> str | None:
        """Return the file that a host serves at a path; None where there is none."""
        return next((name for name in places_of(path) if name in self.names or self.is_there(name)), None)

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of a page."""
        if name not in self._ids:
            self._ids[name] = frozenset(ID.findall(self.read(name)))
        return self._ids[name]


def places_of(path: str) -> list[str]:
    """Return the files that a host may serve at a path."""
    return [f"{path}index.html"] if path.endswith("/") or not path else [path, f"{path}/index.html", f"{path}.html"]


def check_addresses(links: Iterable[Leading], files: Files, elsewhere: Iterable[str] = ()) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each link that leads to no page, or to a place that its page does not have.

    `elsewhere` are the beginnings of addresses of this host that others serve.
    """
    others = tuple(prefix.strip("/") + "/" for prefix in elsewhere)
    suggest = _Suggestions()
    for link in links:
        path, _, fragment = link.address.partition("#")
        name = files.of(path)
        if name is None and not f"{path.lstrip('/')}/".startswith(others or ("\0",)):
            told = f"no page of this site has the address /{path.lstrip('/')}"
            help = BELOW if path.startswith("/") else suggest.file_near(path, files.names)
            yield Diagnostic(Code.BROKEN_LINK, told, link.written_at(), help)
        elif name and fragment and name.endswith(".html") and fragment not in files.ids(name):
            told = f"the page /{path} has no place '{fragment}'"
            yield Diagnostic(Code.BROKEN_LINK, told, link.written_at(), suggest.near(fragment, files.ids(name)))


class _Suggestions:
    """What may be meant by addresses that lead nowhere: for the first of them only, for each costs a long look."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def near(self, wanted: str, known: Iterable[str], help: str = HELP) -> str:
        """Return what to do about an address."""
        if wanted not in self._known and len(self._known) < MOST_LINES:
            near = get_close_matches(wanted, [name.removesuffix("index.html") for name in known], 1, 0.75)
            self._known[wanted] = f"did you mean '{near[0]}'?" if near else help
        return self._known.get(wanted, help)

    def file_near(self, path: str, files: Iterable[str]) -> str:
        """Return what to do about a path where there is no file: only one of its kind can be meant."""
        ending = _ending(path)
        name = PurePosixPath(path).name
        help = HELP_WITH_TEXT if ending in TEXTS else HELP_WITH_FILE if ending in FILES else HELP
        same = (each for each in files if _ending(each) == ending)
        return self.near(path, same, help if help is HELP else help.format(name=name))


def _ending(name: str) -> str:
    ending = PurePosixPath(name).suffix.lower()
    return "" if ending in (".html", ".htm") or name.endswith("/") else ending
