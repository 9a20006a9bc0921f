"""``python -m briefing`` in a checkout, where nothing is installed: the plugin's own command line, found in plugins/.

This folder is no package: wherever plugins/ is on the path, the plugin is what `briefing` means.
"""

import os
import runpy
import sys
from pathlib import Path

PLUGINS = str(Path(__file__).resolve().parent.parent / "plugins")

sys.modules.pop("briefing", None)  # this folder, by the plugin's name
sys.path.insert(0, PLUGINS)
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (PLUGINS, os.environ.get("PYTHONPATH"))))  # for its children
runpy.run_module("briefing", run_name="__main__", alter_sys=True)
