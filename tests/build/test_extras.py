"""What brings a package that only some of the work needs is a line that works where it is read."""

from pathlib import Path

from briefing.build.extras import get_extra


def test_where_the_plugin_is_installed_an_extra_brings_it(tmp_path: Path) -> None:
    assert get_extra("pdf", tmp_path) == "pip install 'pelican-briefing[pdf]'"


def test_in_a_checkout_its_own_requirements_bring_it(root: Path) -> None:
    assert get_extra("pdf") == get_extra("pdf", root) == "pip install -r requirements-dev.txt"
