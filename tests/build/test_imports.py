"""What a build reads of its own program: where nothing has changed, nothing of what makes pages."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("pydantic", "rapidfuzz", "yaml", "nh3", "briefing.view.values", "briefing.evidence", "briefing.model.briefing")
PROGRAM = f"""
import runpy, sys
sys.argv = ["pelican", "content", "-s", "settings.py", "-q"]
try:
    runpy.run_module("pelican", run_name="__main__")
except SystemExit:
    pass
print(*[name for name in {HEAVY} if name in sys.modules])
"""
BRIEFING = "---\ntitle: T\ndate: 2024-01-01\nsummary: S\nsources: [{id: s, title: T}]\n---\nProse.\n"


def loaded(folder: Path) -> set[str]:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def test_an_unchanged_site_is_built_without_what_makes_pages(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    (tmp_path / "content/briefings").mkdir(parents=True)
    (tmp_path / "content/briefings/a.md").write_text(BRIEFING)
    (tmp_path / "settings.py").write_text(
        f"from runpy import run_path\n"
        f"globals().update({{k: v for k, v in run_path({str(root / 'pelican.conf.py')!r}).items() if k.isupper()}})\n"
        f"PLUGIN_PATHS, THEME = [{str(root / 'plugins')!r}], {str(root / 'theme')!r}\n"
    )
    assert "pydantic" in loaded(tmp_path)
    assert loaded(tmp_path) == set()
