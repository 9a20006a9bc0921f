"""What was probably meant by a name that nobody has."""

from collections.abc import Iterable

NEAR = 70  # of 100; what differs more was hardly meant


def near(word: str, names: Iterable[str]) -> str:
    """Return the one of the names that was probably meant, or nothing."""
    from rapidfuzz import fuzz, process  # only where a name is not known

    found = process.extractOne(word.lower(), list(names), scorer=fuzz.ratio, score_cutoff=NEAR)
    return found[0] if found else ""
