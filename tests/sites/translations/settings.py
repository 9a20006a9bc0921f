"""One briefing in two languages, and one that exists in the other language only."""

from pathlib import Path
from runpy import run_path

globals().update({k: v for k, v in run_path(str(Path(__file__).parents[1] / "base.py")).items() if k.isupper()})
