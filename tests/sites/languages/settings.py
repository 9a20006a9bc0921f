"""One briefing in three languages, the invented story of a lock: a page speaks its own, whatever the site's is."""

from pathlib import Path
from runpy import run_path

globals().update({k: v for k, v in run_path(str(Path(__file__).parents[1] / "base.py")).items() if k.isupper()})
JINJA_GLOBALS = {"whole": True}
