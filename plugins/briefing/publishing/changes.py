"""What a deploy changes at its host, told before it is done."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ..build.tree import files_of
from ..exports.briefing_data import SCHEMA_URL
from .deployed import LIST, digest_of
from .programs import PublishError

KEPT = (".git", ".htaccess", ".well-known/acme-challenge", "CNAME")
"""What belongs to a host or its owner, below the root; no deploy removes it, not even one that put it there."""
MOST_SHOWN = 20
MOST_NAMED = 3
OLD = "; what is old among them, remove by hand, this once"
MARK = SCHEMA_URL
"""A file that every site made here has, and no other."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Names of files, in their order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    same: int = 0
    others: tuple[str, ...] = ()
    """What no deploy is known to have put there; it stays."""
    listed: bool = True
    """Whether the place has a list of what deploys put there."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.added or self.changed or self.removed or not self.listed)


def compare(site: Mapping[str, object], there: Mapping[str, object], deployed: Collection[str] | None) -> Changes:
    """Return what makes `there` the same as `site`, both being digests by the names of files.

    `deployed` are the digests of the names that deploys put there; None where that is not known.
    """
    gone = {name for name in there if name not in site}
    return sort_gone(
        Changes(
            added=tuple(sorted(name for name in site if name not in there)),
            changed=tuple(sorted(name for name in site if name in there and site[name] != there[name])),
            same=sum(there.get(name) == digest for name, digest in site.items()),
        ),
        gone,
        deployed,
    )


def sort_gone(changes: Changes, gone: Collection[str], deployed: Collection[str] | None) -> Changes:
    """Return changes with what is there and not in the site: removed where a deploy put it there, else left alone."""
    known = deployed or ()
    free = sorted(name for name in gone if name != LIST and not is_kept(name))
    removed = tuple(name for name in free if digest_of(name) in known)
    others = tuple(name for name in free if digest_of(name) not in known)
    return replace(changes, removed=removed, others=others, listed=deployed is not None)


def is_kept(name: str) -> bool:
    """Tell whether a file at the host stays whatever is deployed."""
    return any(name == each or name.startswith(f"{each}/") for each in KEPT)


def refuse_strangers(changes: Changes, place: str) -> None:
    """Raise PublishError where a place has files and is none of our sites: it may be the wrong one.

    A file that any site may have, such as ``index.html``, says nothing; the schema of our data does, and the list that
    a deploy leaves, one that was stopped too. Likewise where somebody's file stands in the place of a folder of the
    site, or the other way round.
    """
    number = len(changes.removed) + len(changes.others) + len(changes.changed) + changes.same
    is_ours = changes.listed or (MARK not in changes.added and bool(changes.changed or changes.same))
    if number and not is_ours:
        raise PublishError(
            f"{place} has {number:,} {'file' if number == 1 else 'files'} and is none of the sites made here; "
            "is it the right place? A first deploy goes into an empty one"
        )
    for other, name in _in_the_way(changes):
        raise PublishError(f"{place} has {other}, which no deploy put there, where {name} has to be; move it away")


def _in_the_way(changes: Changes) -> Iterator[tuple[str, str]]:
    folders = {str(folder): name for name in changes.added for folder in PurePosixPath(name).parents}
    added = frozenset(changes.added)
    for other in changes.others:
        if other in folders:
            yield other, folders[other]
        yield from ((other, str(each)) for each in PurePosixPath(other).parents if str(each) in added)


def show(changes: Changes, *, everything: bool) -> Iterator[str]:
    """Yield a line for each file, of many alike the first; then how many there are."""
    for sign, names in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        shown = names if everything else names[:MOST_SHOWN]
        yield from (f"  {sign} {name}" for name in shown)
        if len(names) > len(shown):
            yield f"  {sign} and {len(names) - len(shown):,} more"
    yield from _left_alone(changes, everything=everything)
    yield f"{len(changes.added):,} to add, {len(changes.changed):,} to change, {len(changes.removed):,} to remove"


def _left_alone(changes: Changes, *, everything: bool) -> Iterator[str]:
    """Yield the line on files that are somebody else's, or may be."""
    if changes.others:
        shown = changes.others if everything else changes.others[:MOST_NAMED]
        more = f" and {len(changes.others) - len(shown):,} more" if len(changes.others) > len(shown) else ""
        why = "no deploy put them there" if changes.listed else "no list says which of them a deploy put there"
        yield f"  left alone, for {why}: {', '.join(shown)}{more}{'' if changes.listed else OLD}"


def names_of(site: Path) -> tuple[str, ...]:
    """Return the files of a built site, in their order."""
    return tuple(sorted(files_of(site)))
