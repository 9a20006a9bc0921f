"""Links that lead to files: they work from any folder, and from a disk."""

from pathlib import Path
from runpy import run_path

globals().update({k: v for k, v in run_path(str(Path(__file__).parents[1] / "base.py")).items() if k.isupper()})
RELATIVE_URLS = BRIEFING_FILE_LINKS = True
