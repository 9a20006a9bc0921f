"""`build` does what `pelican content` does, from any folder of the site."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from briefing.cli import main


@pytest.fixture
def site(tmp_path: Path, root: Path) -> Path:
    for name in ("briefings", "articles", "pages", "actors", "sources", "images"):
        (tmp_path / "content" / name).mkdir(parents=True)
    ours = f"PLUGIN_PATHS = [{f'{root}/plugins'!r}]\nTHEME = {f'{root}/theme'!r}\nBRIEFING_PATHS = ['briefings']\n"
    inherited = f"from runpy import run_path\nglobals().update(run_path({str(root / 'pelican.conf.py')!r}))\n"
    (tmp_path / "pelican.conf.py").write_text(f"{inherited}PAGE_PATHS = ['pages']\n{ours}", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--strict"], 1)])
def test_a_site_is_built_from_a_folder_of_it_and_a_warning_stops_a_strict_build(
    site: Path, root: Path, options: list[str], status: int
) -> None:
    command = [sys.executable, "-m", "briefing", "build", *options]
    environment = os.environ | {"PYTHONPATH": str(root / "plugins")}
    done = subprocess.run(command, cwd=site / "content", env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    assert "warning[empty-site]" in done.stdout
    assert (site / "output/index.html").is_file() is (status == 0)


def test_where_there_is_no_site_that_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["build"])
    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
