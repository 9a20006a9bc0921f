"""A deploy by rsync, to a folder of another machine: what pages need first, then pages, then deletes.

The files of each step take their places together at its end. Stopped in just that moment, some pages are new and some
old; each is whole, what it needs is there, and the next deploy goes on.
"""

import re
from pathlib import Path

from .changes import KEPT, Changes, refuse_strangers
from .programs import PublishError, hidden, run
from .writable import check_writable

OPTIONS = (
    *("--recursive", "--links", "--checksum", "--perms", "--chmod=D755,F644", "--omit-dir-times"),
    *("--delay-updates", "--out-format=%i %n"),
)
"""Files are compared by their content: a site that was built anew elsewhere has other times."""
NO_PAGES = "--exclude=*.html"
DELETE = "--delete-delay"
ITEM = re.compile(r"(\*deleting  |[<>ch.][fdLDS].{9}) +(.+)")
ECHO = re.compile(r"rsync error: |rsync: connection unexpectedly closed|rsync: \[\w+\] (?:safe_)?(?:read|write)")
"""What rsync says when the other end has gone: why, was said before by ssh, or by the other machine."""
LAST = 2
PLACE = re.compile(r"(?:\w[\w.-]*@)?\w[\w.-]*:.+|rsync://.+|/.+|\.{1,2}/.+|~/.+")


class Rsync:
    """A folder that rsync reaches: ``user@host:/var/www/news``, or one of this machine."""

    def __init__(self, site: Path, target: str) -> None:
        if not PLACE.fullmatch(target):
            raise PublishError(f"'{target}' is no place for rsync; write it like user@example.org:/var/www/news")
        self.here = Path(target).expanduser().absolute() if target[0] in "/.~" else None
        """The folder, where it is one of this machine."""
        self.site, self.place = site, str(self.here or target.rstrip("/"))

    def changes(self) -> Changes:
        """Return what would change, as rsync itself foretells it."""
        if self.here:
            check_writable(self.here)
        printed = self._run(DELETE, "--dry-run", "--itemize-changes", "--itemize-changes")
        changes = read_items(printed)
        refuse_strangers(changes, self.place)
        return changes

    def deploy(self, changes: Changes) -> None:
        """Bring the site there."""
        del changes
        if self.here:
            self.here.mkdir(parents=True, exist_ok=True)
        for step in ((NO_PAGES,), (), (DELETE,)):
            self._run(*step)

    def _run(self, *more: str) -> str:
        keep = [f"--filter=protect /{name}" for name in KEPT]
        command = ("rsync", *OPTIONS, *keep, *more, f"{self.site}/", f"{self.place}/")
        return run(command, f"rsync to {self.place} failed", why=last_words)


def last_words(printed: str) -> str:
    """Return the last lines that say why rsync, ssh or the other machine gave up, as one, without credentials."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    telling = [line for line in lines if not ECHO.match(line)]
    return hidden("; ".join((telling or lines)[-LAST:]))


def read_items(printed: str) -> Changes:
    """Return what rsync's list of items says of files (``--out-format='%i %n'``, each ``--itemize-changes``)."""
    found: dict[str, list[str]] = {"added": [], "changed": [], "removed": [], "same": []}
    for line in printed.splitlines():
        item = ITEM.fullmatch(line)
        if item is None or (item[1][1] == "d" and not item[1].startswith("*")):
            continue
        if item[1].startswith("*"):
            found["removed"] += [item[2]] * (not item[2].endswith("/"))
        elif item[1][2] == "+":
            found["added"].append(item[2])
        else:
            found["changed" if item[1][0] in "<>" else "same"].append(item[2])
    same = len(found.pop("same"))
    return Changes(**{kind: tuple(sorted(names)) for kind, names in found.items()}, same=same)
