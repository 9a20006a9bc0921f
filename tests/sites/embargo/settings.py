"""A briefing whose date has not come is nowhere: no page, no link, no list, no feed."""

from pathlib import Path
from runpy import run_path

globals().update({k: v for k, v in run_path(str(Path(__file__).parents[1] / "base.py")).items() if k.isupper()})
FEED_ALL_ATOM = "feed.xml"
