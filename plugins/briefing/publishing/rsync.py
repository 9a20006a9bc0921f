"""A deploy by rsync, to a folder of another machine: what pages need first, then pages, then deletes.

The files of each step take their places together at its end. Stopped in just that moment, some pages are new and some
old; each is whole, what it needs is there, and the next deploy goes on.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from .changes import KEPT, Changes, names_of, refuse_strangers, sort_gone
from .deployed import LIST, digests_of, read_list, render_list
from .programs import PublishError, hidden, run
from .writable import check_writable

OPTIONS = (
    *("--recursive", "--links", "--checksum", "--perms", "--chmod=D755,F644", "--omit-dir-times"),
    *("--delay-updates", "--8-bit-output", "--out-format=%i %n"),
)
"""Files are compared by their content: a site that was built anew elsewhere has other times."""
NO_PAGES = "--exclude=*.html"
DELETE = "--delete-delay"
ITEM = re.compile(r"(\*deleting  |[<>ch.][fdLDS].{9}) +(.+)")
ECHO = re.compile(r"rsync error: |rsync: connection unexpectedly closed|rsync: \[\w+\] (?:safe_)?(?:read|write)")
"""What rsync says when the other end has gone: why, was said before by ssh, or by the other machine."""
LAST = 2
WILDCARD, WILD = re.compile(r"[*?[]"), re.compile(r"[*?[\\]")
PLACE = re.compile(r"(?:\w[\w.-]*@)?\w[\w.-]*:.+|rsync://.+|/.+|\.{1,2}/.+|~/.+")


class Rsync:
    """A folder that rsync reaches: ``user@host:/var/www/news``, or one of this machine."""

    def __init__(self, site: Path, target: str) -> None:
        if not PLACE.fullmatch(target):
            raise PublishError(f"'{target}' is no place for rsync; write it like user@example.org:/var/www/news")
        self.here = Path(target).expanduser().absolute() if target[0] in "/.~" else None
        """The folder, where it is one of this machine."""
        self.site, self.place = site, str(self.here or target.rstrip("/"))
        self._deployed: frozenset[str] = frozenset()

    def changes(self) -> Changes:
        """Return what would change, as rsync itself foretells it."""
        if self.here:
            check_writable(self.here)
        keep = [f"--filter=protect /{name}" for name in KEPT]
        whole = (DELETE, "--dry-run", "--itemize-changes", "--itemize-changes")
        found = read_items(self._run(*keep, *whole, f"{self.site}/", f"{self.place}/"))
        listed = self._listed() if LIST in found.removed else None
        self._deployed = listed or frozenset()
        changes = sort_gone(found, found.removed, listed)
        refuse_strangers(changes, self.place)
        return changes

    def deploy(self, changes: Changes) -> None:
        """Bring the site there; until all is done the list has what was there before, too."""
        if self.here:
            self.here.mkdir(parents=True, exist_ok=True)
        names = digests_of(names_of(self.site))
        with TemporaryDirectory() as folder:
            (listed := Path(folder, LIST)).write_text(render_list(names | self._deployed), "utf-8")
            for step in ((NO_PAGES,), ()):
                self._run(*step, f"{self.site}/", str(listed), f"{self.place}/")
            if changes.removed:
                (rules := Path(folder, "rules")).write_text("".join(only(changes.removed)), "utf-8", "surrogateescape")
                self._run(f"--filter=merge {rules}", DELETE, f"{self.site}/", f"{self.place}/")
            if not self._deployed <= names:
                listed.write_text(render_list(names), "utf-8")
                self._run(str(listed), f"{self.place}/")

    def _listed(self) -> frozenset[str]:
        """Return what deploys put there."""
        with TemporaryDirectory() as folder:
            self._run(f"{self.place}/{LIST}", f"{folder}/")
            return read_list(Path(folder, LIST).read_text("utf-8", "replace"))

    def _run(self, *more: str) -> str:
        return run(("rsync", *OPTIONS, *more), f"rsync to {self.place} failed", why=last_words)


def only(names: Collection[str]) -> Iterator[str]:
    """Yield the rules, a line each, by which nothing is deleted but files of these names, and folders left empty."""
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents} - {"."}
    yield from (f"risk /{_literally(name)}\n" for name in sorted(names))
    yield from (f"risk /{_literally(folder)}/\n" for folder in sorted(folders))
    yield "protect *\n"


def _literally(name: str) -> str:
    """Return a name as rsync reads it in a rule, where a backslash counts only beside a wildcard."""
    return WILD.sub(r"\\\g<0>", name) if WILDCARD.search(name) else name


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
    added, changed, removed = (tuple(sorted(found[kind])) for kind in ("added", "changed", "removed"))
    return Changes(added, changed, removed, len(found["same"]))
