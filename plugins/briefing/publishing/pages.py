"""A deploy to a branch of a Git repository, as GitHub Pages and others serve it: one commit, one push."""

import os
import shutil
import sys
from hashlib import sha1
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from .changes import Changes, compare, is_kept, names_of, refuse_strangers
from .programs import PublishError, run, without_prompts

BRANCH = "gh-pages"
MESSAGE = "Publish the site"


class Pages:
    """A branch of a remote repository; `target` is the name of the remote, with its branch after a slash or not."""

    def __init__(self, site: Path, target: str, root: Path) -> None:
        remote, _, branch = (target or "origin").partition("/")
        if remote.startswith("-") or branch.startswith("-"):
            raise PublishError(f"'{target}' is no remote of Git; write it like origin or origin/gh-pages")
        if find_spec("ghp_import") is None:
            raise PublishError("a branch of Git needs ghp-import; get it with: pip install 'pelican-briefing[pages]'")
        self.site, self.root, self.remote, self.branch = site.absolute(), root, remote, branch or BRANCH
        self.place = f"{self.remote}/{self.branch}"
        self._git = ("git", "-C", str(root))
        self._quiet = without_prompts(os.environ)
        self._kept: tuple[str, ...] = ()
        """What belongs to the host, and is brought along."""

    def changes(self) -> Changes:
        """Return what would change; the branch is looked at in a folder that is thrown away."""
        urls = run((*self._git, "remote", "get-url", self.remote), f"the remote '{self.remote}'").strip()
        site = {name: _blob((self.site / name).read_bytes()) for name in names_of(self.site)}
        there = self._there(urls)
        self._kept = tuple(name for name in there if is_kept(name) and name not in site)
        changes = compare(site, there)
        refuse_strangers(changes, self.place)
        return changes

    def deploy(self, changes: Changes) -> None:
        """Make the commit and push it; the published site is the old one until the push has been accepted."""
        del changes
        if self._exists(self.remote):
            branch = f"+{self.branch}:refs/remotes/{self.place}"
            run(
                (*self._git, "fetch", "--quiet", self.remote, branch),
                f"{self.place} cannot be read",
                variables=self._quiet,
            )
        self._refuse_unpushed()
        options = [f"--remote={self.remote}", f"--branch={self.branch}", f"--message={MESSAGE}"]
        with TemporaryDirectory() as folder:
            whole = Path(folder, "site")
            shutil.copytree(self.site, whole, symlinks=True)
            for name in self._kept:
                (whole / name).parent.mkdir(parents=True, exist_ok=True)
                (whole / name).write_text(run((*self._git, "show", f"{self.place}:{name}"), name), "utf-8")
            command = (sys.executable, "-m", "ghp_import", "--push", *options, str(whole))
            run(command, f"the push to {self.place} was refused", self.root, {**self._quiet, **self._author()})

    def _refuse_unpushed(self) -> None:
        """Raise PublishError where the branch has commits here that are nobody's but its owner's."""
        head, there = f"refs/heads/{self.branch}", f"refs/remotes/{self.place}"
        if not run((*self._git, "for-each-ref", head), "").strip():
            return
        known = [f"^{there}"] if run((*self._git, "for-each-ref", there), "").strip() else []
        subjects = run((*self._git, "log", "--format=%s", head, *known), "").splitlines()
        if own := [subject for subject in subjects if subject != MESSAGE]:
            raise PublishError(
                f"the branch {self.branch} of this repository has commits that {self.place} has not, {own[0]!r} among "
                f"them; push them, or name another branch: --target {self.remote}/gh-pages"
            )

    def _there(self, url: str) -> dict[str, str]:
        """Return the files of the branch and Git's digest of each."""
        if not self._exists(url):
            return {}
        with TemporaryDirectory() as folder:
            clone = ("git", "clone", "--quiet", "--bare", "--depth=1", f"--branch={self.branch}")
            address = url if "://" in url or ":" in url else str((self.root / url).resolve().as_uri())
            run((*clone, address, folder), f"{self.place} cannot be read", variables=self._quiet)
            listed = run(("git", "-C", folder, "ls-tree", "-r", "-z", self.branch), f"{self.place} cannot be read")
        entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
        return {name: facts.split()[2] for facts, _, name in entries}

    def _exists(self, remote: str) -> bool:
        command = (*self._git, "ls-remote", "--heads", remote, f"refs/heads/{self.branch}")
        return bool(run(command, f"{self.place} cannot be reached", variables=self._quiet).strip())

    def _author(self) -> dict[str, str]:
        """Return a name for the commit where Git knows none, as on a machine that only builds."""
        try:
            run((*self._git, "config", "user.email"), "")
        except PublishError:
            return {"GIT_COMMITTER_NAME": "briefing", "GIT_COMMITTER_EMAIL": "briefing@localhost"}
        return {}


def _blob(content: bytes) -> str:
    """Return the name that Git gives a file's content."""
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
