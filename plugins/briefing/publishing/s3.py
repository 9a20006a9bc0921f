"""A deploy to a bucket of S3, or of a host that speaks as S3 does: what pages need, then pages, then deletes."""

import json
import shutil
from collections.abc import Iterator, Sequence
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from .changes import Changes, compare, names_of, refuse_strangers
from .deployed import LIST, digests_of, read_list, render_list
from .programs import PublishError, run

MOST_AT_ONCE = 1000
"""Deletes of one request."""
FOLDER = "/"
"""How the name of what the console makes for a folder ends: it has no content, and readers get none."""
FRESH = "public, max-age=300"
"""How long readers may keep a file without asking again: a correction is soon seen, also through CloudFront."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".jsonl": "application/jsonl",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar; charset=utf-8",
    ".wasm": "application/wasm",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".xml": "application/xml",
}
"""What the client does not know, or not everywhere, or says without its letters."""
CACHED = f"--cache-control={FRESH}"


class S3:
    """A bucket, or a folder of one: ``s3://bucket/folder``."""

    def __init__(self, site: Path, target: str, endpoint: str = "") -> None:
        parts = urlsplit(target)
        if parts.scheme != "s3" or not parts.netloc:
            raise PublishError(f"'{target}' is no bucket; write it like s3://bucket or s3://bucket/folder")
        self.site, self.place = site, target.rstrip("/")
        self._bucket, self._prefix = parts.netloc, f"{parts.path.strip('/')}/".lstrip("/")
        self._deployed: frozenset[str] = frozenset()
        self._aws = ("aws", *([f"--endpoint-url={endpoint}"] if endpoint else []))

    def changes(self) -> Changes:
        """Return what would change; a file is as it was where the bucket has its MD5."""
        there = self._there()
        listed = self._listed() if LIST in there else None
        self._deployed = listed or frozenset()
        changes = compare({name: _md5(self.site / name) for name in names_of(self.site)}, there, listed)
        refuse_strangers(changes, self.place)
        return changes

    def deploy(self, changes: Changes) -> None:
        """Upload what is new, pages last, then delete what is no more: no page asks for what is not there yet.

        Until all is done the list of what deploys put there has what was there before, too.
        """
        names = digests_of(names_of(self.site))
        self._put_list(names | self._deployed)
        new = (*changes.added, *changes.changed)
        self._upload([name for name in new if not name.endswith(".html")])
        self._upload([name for name in new if name.endswith(".html")])
        for at in range(0, len(changes.removed), MOST_AT_ONCE):
            self._delete(changes.removed[at : at + MOST_AT_ONCE])
        if not self._deployed <= names:
            self._put_list(names)

    def _there(self) -> dict[str, str]:
        where = (f"--bucket={self._bucket}", f"--prefix={self._prefix}")
        listed = self._run("s3api", "list-objects-v2", *where, "--output=json")
        entries = json.loads(listed or "{}").get("Contents") or ()
        files = [entry for entry in entries if not entry["Key"].endswith(FOLDER)]
        return {entry["Key"].removeprefix(self._prefix): entry["ETag"].strip('"') for entry in files}

    def _listed(self) -> frozenset[str]:
        """Return what deploys put there."""
        with TemporaryDirectory() as folder:
            file = Path(folder, LIST)
            self._run("s3api", "get-object", f"--bucket={self._bucket}", f"--key={self._prefix}{LIST}", str(file))
            return read_list(file.read_text("utf-8", "replace"))

    def _put_list(self, digests: frozenset[str]) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder, LIST)
            file.write_text(render_list(digests), "utf-8")
            options = ("--only-show-errors", "--content-type=text/plain")
            self._run("s3", "cp", *options, str(file), f"{self.place}/{LIST}")

    def _upload(self, names: Sequence[str]) -> None:
        for type, some in _by_type(names):
            with TemporaryDirectory() as folder:
                for name in some:
                    place = Path(folder, name)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(self.site / name, place)
                options = [f"--content-type={type}"] if type else []
                self._run("s3", "cp", "--recursive", "--only-show-errors", CACHED, *options, folder, f"{self.place}/")

    def _delete(self, names: Sequence[str]) -> None:
        """Delete; the client ends well also where the host refused to delete some of them."""
        wanted = {"Objects": [{"Key": self._prefix + name} for name in names], "Quiet": True}
        with TemporaryDirectory() as folder:
            file = Path(folder, "delete.json")  # a thousand names are more than a command may have
            file.write_text(json.dumps(wanted), "utf-8")
            where = (f"--bucket={self._bucket}", f"--delete=file://{file}")
            said = self._run("s3api", "delete-objects", *where, "--output=json")
        if refused := json.loads(said or "{}").get("Errors"):
            first = f"the first {refused[0]['Key'].removeprefix(self._prefix)}: {refused[0]['Code']}"
            raise PublishError(f"{self.place}: {len(refused)} of {len(names)} files not deleted, {first}")

    def _run(self, *arguments: str) -> str:
        return run((*self._aws, *arguments), f"{self.place} cannot be used")


def _md5(path: Path) -> str:
    return md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _by_type(names: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the names of each type that must be said, then the others."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(TYPES.get(Path(name).suffix, ""), []).append(name)
    yield from sorted(found.items())
