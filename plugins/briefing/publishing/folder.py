"""A deploy into a folder, from which a web server serves: the new site takes the place of the old one in one step."""

import os
import shutil
from hashlib import blake2b
from pathlib import Path

from ..build.exchange import exchange
from ..build.tree import files_of, link_file
from ..parsing.load import reason_of
from .changes import Changes, compare, names_of, refuse_strangers
from .deployed import LIST, digests_of, read_list, render_list
from .programs import PublishError
from .writable import check_writable


class Folder:
    """A folder that is served."""

    def __init__(self, site: Path, target: str) -> None:
        self.site = site
        self.target = Path(target).expanduser().absolute()
        if self.target.is_symlink():
            self.target = self.target.resolve()
        self.place = str(self.target)
        if not self.target.name:
            raise PublishError(f"{self.target} is the whole disk; name a folder")
        self._next = self.target.with_name(f".{self.target.name}.next")

    def changes(self) -> Changes:
        """Return what would change; raises PublishError for a place that cannot be one."""
        site = self.site.absolute()
        if self.target == site or site in self.target.parents or self.target in site.parents:
            raise PublishError(f"{self.target} and {self.site} lie in one another")
        if self.target.exists() and not self.target.is_dir():
            raise PublishError(f"{self.target} is a file; name a folder")
        if self.target.is_mount():
            raise PublishError(f"{self.target} cannot be replaced: it is a mounted disk; name a folder on it")
        check_writable(self.target.parent)
        self._check_room()
        there = {name: _digest(self.target / name) for name in files_of(self.target)} if self.target.is_dir() else {}
        site_files = {name: _digest(self.site / name) for name in names_of(self.site)}
        changes = compare(site_files, there, self._deployed())
        refuse_strangers(changes, self.place)
        return changes

    def _deployed(self) -> frozenset[str] | None:
        there = self.target / LIST
        return read_list(there.read_text("utf-8", "replace")) if there.is_file() else None

    def _check_room(self) -> None:
        """Raise PublishError where the disk has no room for the site beside the old one."""
        size = sum((self.site / name).stat().st_size for name in names_of(self.site))
        there = next(each for each in self.target.parents if each.exists())
        free = shutil.disk_usage(there).free
        if free < size:
            raise PublishError(f"{there} has room for {free / 1e6:,.1f} MB, and the site needs {size / 1e6:,.1f} MB")

    def deploy(self, changes: Changes) -> None:
        """Copy the site beside the folder, with what is not of a deploy, then let the two change places."""
        gone = {*changes.removed, LIST}
        try:
            shutil.rmtree(self._next, ignore_errors=True)  # of a deploy that was interrupted
            self._next.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(self.site, self._next, symlinks=True, copy_function=shutil.copy2)
            (self._next / LIST).write_text(render_list(digests_of(names_of(self.site))), "utf-8")
            for name in files_of(self.target) if self.target.is_dir() else ():
                if name not in gone and not os.path.lexists(self._next / name):
                    link_file(self.target / name, self._next, name)
            if self.target.is_dir():
                self._next.chmod(self.target.stat().st_mode)
            if not exchange(self._next, self.target):
                raise PublishError(f"{self.target} cannot be replaced: it is a mounted disk; name a folder on it")
        except OSError as error:
            raise PublishError(f"{error.filename or self.target}: {reason_of(error)}") from None
        finally:
            shutil.rmtree(self._next, ignore_errors=True)


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()
