"""Each folder here is a site; what the real Pelican makes of it is compared with its expected/, file by file."""

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[str], tuple[dict[str, str], dict[str, str]]]
SITES = sorted(settings.parent.name for settings in Path(__file__).parent.glob("*/settings.py"))


@pytest.mark.parametrize("name", SITES)
def test_a_site_is_built_as_expected(name: str, golden: Golden) -> None:
    found, expected = golden(name)
    assert found == expected
