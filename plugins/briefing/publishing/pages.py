"""A deploy to a branch of a Git repository, as GitHub Pages and others serve it: one commit, one push."""

import os
import shutil
import sys
from hashlib import sha1
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from ..build.extras import get_extra
from .branch import FORMS, read_branch
from .changes import Changes, compare, is_kept, names_of, refuse_strangers
from .deployed import LIST, digests_of, read_list, render_list
from .programs import PublishError, run, without_prompts
from .writable import check_writable

MESSAGE = "Publish the site"


class Pages:
    """A branch of a remote repository; `target` is as `read_branch` has it."""

    def __init__(self, site: Path, target: str, root: Path) -> None:
        found = read_branch(target)
        if find_spec("ghp_import") is None:
            raise PublishError(f"a branch of Git needs ghp-import; get it with: {get_extra('pages')}")
        self.site, self.root = site.absolute(), root
        self.remote, self.branch, self.place = found.remote, found.name, found.place
        self._variables = {**without_prompts(os.environ), **found.variables}
        self._kept: tuple[str, ...] = ()
        """What is of no deploy, or belongs to the host, and is brought along."""

    def changes(self) -> Changes:
        """Return what would change; the branch is looked at in a folder that is thrown away."""
        url = self._url()
        self._git(f"'{self.branch}' cannot be the name of a branch", "check-ref-format", "--branch", self.branch)
        site = {name: _blob((self.site / name).read_bytes()) for name in names_of(self.site)}
        head = self._head()
        there, deployed = self._there(url) if head else ({}, None)
        changes = compare(site, there, deployed)
        self._kept = (*changes.others, *(name for name in there if is_kept(name) and name not in site))
        refuse_strangers(changes, self.place)
        self._refuse_unpushed(head)
        self._try_to_push()
        return changes

    def deploy(self, changes: Changes) -> None:
        """Make the commit and push it; the published site is the old one until the push has been accepted."""
        del changes
        there = f"refs/remotes/{self.remote}/{self.branch}"
        if head := self._head():
            self._git(f"{self.place} cannot be read", "fetch", "--quiet", self.remote, f"+{self.branch}:{there}")
        self._refuse_unpushed(head)
        options = [f"--remote={self.remote}", f"--branch={self.branch}", f"--message={MESSAGE}"]
        with TemporaryDirectory() as folder:
            whole = Path(folder, "site")
            shutil.copytree(self.site, whole, symlinks=True)
            if self._kept:
                self._bring_along(there, Path(folder), whole)
            (whole / LIST).write_text(render_list(digests_of(names_of(self.site))), "utf-8")
            command = (sys.executable, "-m", "ghp_import", "--push", *options, str(whole))
            run(command, f"the push to {self.place} was refused", self.root, {**self._variables, **self._author()})

    def _bring_along(self, there: str, room: Path, whole: Path) -> None:
        """Put what is kept of a commit into the next one, with an index of its own: the project's stays as it is."""
        own = {**self._variables, "GIT_INDEX_FILE": str(room / "index")}
        for command in (("read-tree", there), ("checkout-index", "--all", f"--prefix={room / 'old'}/")):
            run(("git", "-C", str(self.root), *command), f"{self.place} cannot be read", variables=own)
        for name in self._kept:
            (whole / name).parent.mkdir(parents=True, exist_ok=True)
            (room / "old" / name).rename(whole / name)

    def _url(self) -> str:
        """Return where the remote is; raises PublishError where the project has no such remote, or is no repository."""
        self._git("a deploy to a branch", "--version")
        if self._fails("rev-parse", "--git-dir"):
            raise PublishError(f"{self.root} is no repository of Git, from which to push; make it one: git init")
        names = self._git("", "remote").split()
        if self.remote not in names:
            raise PublishError(
                f"this repository has no remote '{self.remote}' (it has: {', '.join(names) or 'none'}); add it with "
                f"git remote add, or name another place by --target: {FORMS}"
            )
        return self._git("", "ls-remote", "--get-url", self.remote).strip()

    def _refuse_unpushed(self, head: str) -> None:
        """Raise PublishError where the branch has commits here that are nobody's but its owner's."""
        own, there = f"refs/heads/{self.branch}", f"refs/remotes/{self.remote}/{self.branch}"
        if not self._git("", "for-each-ref", own).strip():
            return
        is_here = bool(head) and not self._fails("cat-file", "-e", f"{head}^{{commit}}")
        known = [f"^{head}"] if is_here else [f"^{there}"] * bool(self._git("", "for-each-ref", there).strip())
        subjects = self._git("", "log", "--format=%s", own, *known).splitlines()
        if unpushed := [subject for subject in subjects if subject != MESSAGE]:
            raise PublishError(
                f"the branch {self.branch} of this repository has commits that {self.place} has not, {unpushed[0]!r} "
                "among them; push them, or name another branch: --target origin/gh-pages"
            )

    def _try_to_push(self) -> None:
        """Raise PublishError where the remote would take no push at all; nothing is sent."""
        if not self._fails("rev-parse", "--verify", "--quiet", "HEAD"):
            command = ("push", "--dry-run", "--no-verify", "--quiet", self.remote, f"+HEAD:refs/heads/{self.branch}")
            self._git(f"a push to {self.place} would be refused", *command)
        address = self._url()
        if address.startswith(("/", ".", "file:///")):
            check_writable((self.root / address.removeprefix("file://")).resolve())

    def _there(self, url: str) -> tuple[dict[str, str], frozenset[str] | None]:
        """Return the files of the branch with Git's digest of each, and what deploys put there."""
        with TemporaryDirectory() as folder:
            clone = ("clone", "--quiet", "--bare", "--depth=1", f"--branch={self.branch}")
            address = url if ":" in url else str((self.root / url).resolve().as_uri())
            self._git(f"{self.place} cannot be read", *clone, address, folder)
            read, what = ("git", "-C", folder), f"{self.place} cannot be read"
            entries = run((*read, "ls-tree", "-r", "-z", self.branch), what).split("\0")
            there = {name: facts.split()[2] for facts, _, name in (e.partition("\t") for e in entries if e)}
            listed = run((*read, "show", f"{self.branch}:{LIST}"), what) if LIST in there else None
        return there, None if listed is None else read_list(listed)

    def _head(self) -> str:
        """Return the newest commit of the branch; "" where there is no branch yet."""
        command = ("ls-remote", "--heads", self.remote, f"refs/heads/{self.branch}")
        return self._git(f"{self.place} cannot be reached", *command).partition("\t")[0].strip()

    def _git(self, what: str, *arguments: str) -> str:
        return run(("git", "-C", str(self.root), *arguments), what, variables=self._variables)

    def _fails(self, *arguments: str) -> bool:
        try:
            self._git("", *arguments)
        except PublishError:
            return True
        return False

    def _author(self) -> dict[str, str]:
        """Return a name for the commit where Git knows none, as on a machine that only builds."""
        if self._fails("config", "user.email"):
            return {"GIT_COMMITTER_NAME": "briefing", "GIT_COMMITTER_EMAIL": "briefing@localhost"}
        return {}


def _blob(content: bytes) -> str:
    """Return the name that Git gives a file's content."""
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
