"""Everything a briefing can have, as the templates are given it."""

from pathlib import Path
from runpy import run_path

globals().update({k: v for k, v in run_path(str(Path(__file__).parents[1] / "base.py")).items() if k.isupper()})
JINJA_GLOBALS = {"whole": True}
BRIEFING_ABOUT = {"who": "A desk, for a [test](/data/).", "corrections": "We say what was wrong."}
BRIEFING_SECURITY_CONTACT = "mailto:flaws@example.org"
