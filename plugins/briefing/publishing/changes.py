"""What a deploy changes at its host, told before it is done."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..build.tree import files_of
from ..exports.briefing_data import SCHEMA_URL
from .programs import PublishError

KEPT = (".git", ".htaccess", ".well-known/acme-challenge", "CNAME")
"""What belongs to a host or its owner, below the root; no deploy removes it."""
MOST_SHOWN = 20
MARK = SCHEMA_URL
"""A file that every site made here has, and no other."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Names of files, in their order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    same: int = 0

    def __bool__(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.added or self.changed or self.removed)


def compare(site: Mapping[str, object], there: Mapping[str, object], keep: Collection[str] = KEPT) -> Changes:
    """Return what makes `there` the same as `site`, both being digests by the names of files."""
    removed = (name for name in there if name not in site and not is_kept(name, keep))
    return Changes(
        added=tuple(sorted(name for name in site if name not in there)),
        changed=tuple(sorted(name for name in site if name in there and site[name] != there[name])),
        removed=tuple(sorted(removed)),
        same=sum(there.get(name) == digest for name, digest in site.items()),
    )


def is_kept(name: str, keep: Collection[str] = KEPT) -> bool:
    """Tell whether a file at the host stays whatever is deployed."""
    return any(name == each or name.startswith(f"{each}/") for each in keep)


def refuse_strangers(changes: Changes, place: str) -> None:
    """Raise PublishError where a place has files and is none of our sites: it may be the wrong one.

    A file that any site may have, such as ``index.html``, says nothing; the schema of our data does.
    """
    number = len(changes.removed) + len(changes.changed) + changes.same
    is_ours = MARK not in changes.added and bool(changes.changed or changes.same)
    if number and not is_ours:
        raise PublishError(
            f"{place} has {number:,} {'file' if number == 1 else 'files'} and is none of the sites made here; "
            "is it the right place? A first deploy goes into an empty one"
        )


def show(changes: Changes, *, everything: bool) -> Iterator[str]:
    """Yield a line for each file, of many alike the first; then how many there are."""
    for sign, names in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        shown = names if everything else names[:MOST_SHOWN]
        yield from (f"  {sign} {name}" for name in shown)
        if len(names) > len(shown):
            yield f"  {sign} and {len(names) - len(shown):,} more"
    yield f"{len(changes.added):,} to add, {len(changes.changed):,} to change, {len(changes.removed):,} to remove"


def names_of(site: Path) -> tuple[str, ...]:
    """Return the files of a built site, in their order."""
    return tuple(sorted(files_of(site)))
