"""Pages put in place, all or none: written beside the site first, moved into it only when every one is there."""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

LEDGER = "pages.json"


class Stage:
    """A folder beside a site where new pages wait, and the list of the pages of the last build."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.state = output.parent / f".{output.name}-build"
        self.folder = self.state / "pages"
        self.names: list[str] = []
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, save_as: str, text: str) -> None:
        """Write a page to the stage; raises ValueError for a path that leaves the output folder."""
        if not is_inside(save_as):
            raise ValueError(f"'{save_as}' leaves the output folder")
        path = self.folder / save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        self.names.append(save_as)

    def drop(self) -> None:
        """Throw away what waits; the site stays as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def publish(self) -> tuple[str, ...]:
        """Move every page into the site, remove those of the last build that are no more, and return their names."""
        for name in self.names:
            target = self.output / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.folder / name, target)
        removed = tuple(sorted(set(_ledger(self.state)) - set(self.names)))
        for name in removed:
            _remove(self.output, name)
        _write_ledger(self.state, self.names)
        self.drop()
        return removed


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


def _ledger(state: Path) -> Iterable[str]:
    """Return the pages the last build wrote; none where that is not known."""
    try:
        names = json.loads((state / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return [n for n in names if isinstance(n, str) and is_inside(n)] if isinstance(names, list) else ()


def _write_ledger(state: Path, names: Iterable[str]) -> None:
    state.mkdir(parents=True, exist_ok=True)
    waiting = state / f"{LEDGER}.new"
    waiting.write_text(json.dumps(sorted(names), indent=0), encoding="utf-8")
    os.replace(waiting, state / LEDGER)


def _remove(output: Path, name: str) -> None:
    """Remove a page, and its folder where nothing else is in it."""
    path = output / name
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == output or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
