"""The name a bare `pelican content` looks for. The settings themselves are in pelican.conf.py."""

from pathlib import Path
from runpy import run_path

_settings = run_path(str(Path(__file__).with_name("pelican.conf.py")))
globals().update({name: value for name, value in _settings.items() if name.isupper()})
