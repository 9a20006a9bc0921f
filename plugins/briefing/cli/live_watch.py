"""What `invoke serve` watches: the folders a site is made from, and the programs that make it.

Folders come and go: the first saved source makes `seeds/`, a setting names another theme. And an editor that saves by
putting a new file in the place of the old one leaves behind whoever watches the file. So folders alone are watched; the
few programs beside the settings, and which folders are there, are looked at again and again.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from ..build.settings import read_settings, shelf_of
from .project import settings_of

TOGETHER = 20  # milliseconds without a change after which those that came are told together
AT_MOST = 200  # milliseconds that the first of them waits for others
AGAIN = 250  # milliseconds after which it is looked again
PLUGIN = Path(__file__).parent.parent

Marks = dict[Path, tuple[int, ...]]
"""What is there, each with what tells it from another that takes its place."""


class Watched(DefaultFilter):
    """Files whose changes matter: not an editor's backups, nor what Python compiles."""

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change matters."""
        name = os.path.basename(path)  # noqa: PTH119 - asked of every file that changes
        return super().__call__(change, path) and not name.startswith((".#", "#")) and not name.endswith("~")


@dataclass(frozen=True)
class Look:
    """What was there to watch when somebody looked."""

    texts: Marks
    """Folders: contents, saved sources, the theme, examples of components."""
    plugins: Marks
    """Folders of programs, which are read once, when the builder begins."""
    programs: Marks
    """Files read likewise: the settings, and the programs beside them."""


class Watching:
    """Sees what changes, by the settings as they last could be read."""

    def __init__(self, settings: str, patterns: str) -> None:
        self.settings, self.patterns = Path(settings).resolve(), patterns
        self._read(settings)
        self.seen = self._look()

    def changes(self) -> Iterator[set[str]]:
        """Yield the files and folders that changed, without end; by then whatever is there now is watched."""
        untold: set[str] = set()
        while True:
            with suppress(FileNotFoundError):  # a folder has just gone
                for found in self._watch():
                    changed = {path for _, path in found}
                    is_elsewhere = self._look_again(untold) or any(Path(path) in self.seen.texts for path in changed)
                    untold |= changed
                    if is_elsewhere:
                        break
                    if untold:
                        yield untold
                        untold = set()
            self._look_again(untold)

    def is_program(self, path: str) -> bool:
        """Tell whether a change there begins the builder anew."""
        place = Path(path)
        is_beside = place.parent == self.settings.parent and place.suffix == ".py"
        return is_beside or any(place.is_relative_to(folder) for folder in self.seen.plugins)

    def _watch(self) -> Iterator[set[tuple[Change, str]]]:
        return watch(
            *self.seen.texts,
            *self.seen.plugins,
            watch_filter=Watched(),
            step=TOGETHER,
            debounce=AT_MOST,
            rust_timeout=AGAIN,
            yield_on_timeout=True,
        )

    def _look_again(self, untold: set[str]) -> bool:
        """Add what is not as it was to what is untold, and return whether other folders are to be watched."""
        before, now = self.seen, self._look()
        if before.programs != now.programs:
            with suppress(SystemExit), redirect_stderr(StringIO()):  # the builder says what is wrong with them
                self._read(str(self.settings))
            now = self._look()
        pairs = ((before.texts, now.texts), (before.plugins, now.plugins), (before.programs, now.programs))
        untold.update(str(path) for was, became in pairs for path, _ in was.items() ^ became.items())
        self.seen = now
        return (before.texts, before.plugins) != (now.texts, now.plugins)

    def _read(self, settings: str) -> None:
        values = settings_of(settings)
        folder, shelf = self.settings.parent, shelf_of(values, read_settings(values)[0])
        theme = folder / str(values.get("THEME", ""))
        self._texts = (shelf.content, shelf.root / "seeds", theme, shelf.root / self.patterns)
        self._plugins = (PLUGIN, *(folder / name for name in values.get("PLUGIN_PATHS", ())))

    def _look(self) -> Look:
        folder = self.settings.parent
        programs = _marks({self.settings, *folder.glob("*.py")})
        return Look(_folders(self._texts, folder), _folders(self._plugins, folder), programs)


def _folders(paths: Iterable[Path], site: Path) -> Marks:
    """Return those that are there, but for the site itself, in which its output lies."""
    there = {path.resolve() for path in paths if path.is_dir()} - {site}
    return {path: mark[:2] for path, mark in _marks(there).items()}


def _marks(paths: Iterable[Path]) -> Marks:
    marks: Marks = {}
    for path in paths:
        with suppress(OSError):
            about = path.stat()
            marks[path] = (about.st_dev, about.st_ino, about.st_mtime_ns, about.st_size)
    return marks
