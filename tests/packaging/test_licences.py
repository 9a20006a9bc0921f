"""Everything that is installed to build a site has a licence that may stand beside ours."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

FREE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|HPND|Unlicense|0BSD|LGPL|CC0|Public Domain)\b",
    re.IGNORECASE,
)
COPYLEFT = {"pelican": "AGPL-3.0", "unidecode": "GPL"}  # why these may be stands in docs/dependencies.md


def licence_of(name: str) -> str:
    """What a distribution says of its licence: the expression, the field, or its classifiers."""
    about = metadata(name)
    classified = [c.rpartition("::")[2] for c in about.get_all("Classifier") or [] if c.startswith("License")]
    said = [*(about.get_all("License-Expression") or []), *(about.get_all("License") or [])]
    return " ".join([text[:200] for text in said] + classified)


def pinned(root: Path) -> list[str]:
    return re.findall(r"^([\w.-]+)==", (root / "requirements.txt").read_text("utf-8"), re.MULTILINE)


def test_every_pinned_distribution_has_a_licence_that_may_stand_beside_ours(root: Path) -> None:
    names = pinned(root)
    assert len(names) > 15
    unknown = {}
    for name in names:
        try:
            licence = licence_of(name)
        except PackageNotFoundError:  # needed on another system alone
            continue
        if not FREE.search(licence) and COPYLEFT.get(name, "no exception").partition("-")[0] not in licence:
            unknown[name] = licence
    assert unknown == {}


def test_the_list_of_dependencies_names_the_licence_of_each(root: Path) -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \|.*\| ([^|]+) \|$", (root / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) > 15
    assert [name for name, licence in rows if not (FREE.search(licence) or licence.strip() == COPYLEFT.get(name))] == []
