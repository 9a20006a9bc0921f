"""What deploys have put at a host: a list that lies there, so that the next one removes nothing of anybody else's.

Readers can fetch it, so it has no names in it: no draft is found by it. A name that it has can be looked up.
"""

from collections.abc import Iterable
from hashlib import blake2b

LIST = ".deployed"
"""The file at the host, below the root of the site."""
ABOUT = "# Files that deploys put here, by digests of their names: the next deploy removes those that are no more.\n"


def digest_of(name: str) -> str:
    """Return what stands in the list for a file."""
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def digests_of(names: Iterable[str]) -> frozenset[str]:
    """Return what stands in the list for files."""
    return frozenset(map(digest_of, names))


def read_list(text: str) -> frozenset[str]:
    """Return the digests of a list."""
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def render_list(digests: Iterable[str]) -> str:
    """Return the list as a file."""
    return ABOUT + "".join(f"{digest}\n" for digest in sorted(digests))
