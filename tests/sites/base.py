"""Settings all golden sites share: this repository's own, with a theme that prints values and nothing else."""

from dataclasses import asdict
from pathlib import Path
from runpy import run_path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]


def plain(value: Any) -> Any:
    """A view as plain values, without what is empty: a new field changes no expected page until it has something."""
    if isinstance(value, dict):
        shown = {name: plain(each) for name, each in value.items() if name != "overdue"}  # a hole, to be filled
        return {name: each for name, each in shown.items() if each is not False and each not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, str) else value


def listed(view: Any) -> str:
    """A view as YAML, for a template to print."""
    return yaml.safe_dump(plain(asdict(view)), allow_unicode=True, sort_keys=False, width=110)


globals().update({k: v for k, v in run_path(str(ROOT / "pelican.conf.py")).items() if k.isupper()})

SITENAME = "Golden"
BRIEFING_FILE_LINKS, BRIEFING_ARTICLES = False, ""
THEME = str(Path(__file__).with_name("theme"))
PLUGIN_PATHS = [str(ROOT / "plugins")]
JINJA_FILTERS = {"listed": listed}
JINJA_GLOBALS = {"whole": False}
BRIEFING_ABOUT: dict[str, str] = {}
