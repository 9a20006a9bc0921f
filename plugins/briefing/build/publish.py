"""A site put in place, all of it or nothing: it waits beside the one that is read until every file is there."""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

LEDGER = "pages.json"


class Stage:
    """A folder beside a site where the next one waits, and the list of the files of the last.

    Our own pages wait in `pages`, what Pelican and other plugins write in `site`: so no file takes the place of
    another unseen.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.state = output.parent / f".{output.name}-build"
        self.pages = self.state / "pages"
        self.site = self.state / "site"
        self.drop()

    def add(self, save_as: str, text: str) -> None:
        """Write one of our pages to the stage; raises ValueError for a path that leaves the output folder."""
        if not is_inside(save_as):
            raise ValueError(f"'{save_as}' leaves the output folder")
        path = self.pages / save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def contested(self) -> tuple[str, ...]:
        """Return the pages whose place somebody else has taken too."""
        return tuple(sorted({*_files(self.pages)} & {*_files(self.site)}))

    def drop(self) -> None:
        """Throw away what waits; the site stays as it was."""
        for folder in (self.pages, self.site):
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, spare: Collection[str] | None = None) -> tuple[str, ...]:
        """Put every file in its place, remove those of the last build that are no more, and return their names.

        Files that no build wrote stay. With `spare` they go too, but for the folders and files of those names at
        the top: that is Pelican's DELETE_OUTPUT_DIRECTORY with its OUTPUT_RETENTION. Raises OSError.
        """
        new = {name: folder / name for folder in (self.site, self.pages) for name in _files(folder)}
        removed = tuple(sorted({*self._old(spare)} - new.keys()))
        for name in removed:
            _remove(self.output, name)
        for name, path in new.items():
            target = self.output / name
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
        _write_ledger(self.state, new)
        self.drop()
        return removed

    def _old(self, spare: Collection[str] | None) -> Iterable[str]:
        if spare is None:
            return _ledger(self.state)
        return (name for name in _files(self.output) if name.partition("/")[0] not in spare)


def is_inside(save_as: str) -> bool:
    """Tell whether a path stays below the folder it is relative to."""
    path = PurePosixPath(save_as)
    return (
        bool(save_as)
        and not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in save_as
        and "\0" not in save_as
    )


def _files(folder: Path) -> Iterator[str]:
    """Yield the files below a folder as paths relative to it."""
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in names)


def _ledger(state: Path) -> Iterable[str]:
    """Return the files the last build wrote; none where that is not known."""
    try:
        names = json.loads((state / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return [n for n in names if isinstance(n, str) and is_inside(n)] if isinstance(names, list) else ()


def _write_ledger(state: Path, names: Iterable[str]) -> None:
    replace_file(state / LEDGER, json.dumps(sorted(names), indent=0))


def replace_file(path: Path, text: str) -> None:
    """Write a text so that a reader finds the old file or the whole new one; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.new")
    waiting.write_text(text, encoding="utf-8", newline="\n")
    waiting.replace(path)


def _remove(output: Path, name: str) -> None:
    """Remove a file, and its folders where nothing else is in them."""
    path = output / name
    if path.is_dir():  # somebody made a folder of that name since: it is theirs
        return
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == output or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
