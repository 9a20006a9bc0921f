"""What a command is found to cost, not how much: that nothing of it is left out, and nothing of it left over."""

import json
import os
import sys
import time
from pathlib import Path

import pytest
from measure import FailedError, cost_of

HUNGRY = "import sys; kept = b'x' * 60_000_000; print('fed', flush=True); sys.stdin.read()"
SOME = """
import subprocess, sys, time
pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
children = [subprocess.Popen([sys.executable, "-c", sys.argv[1]], **pipes) for _ in range(int(sys.argv[2]))]
for child in children:
    child.stdout.readline()
time.sleep(0.6)  # all are there at once for as long as it takes to look
sys.exit(sum(child.communicate() and child.returncode for child in children))
"""


def test_the_memory_of_all_processes_counts_together(tmp_path: Path) -> None:
    assert cost_of([sys.executable, "-c", SOME, HUNGRY, "3"], tmp_path, {}).memory >= 3 * 57


def test_a_command_that_fails_is_an_error_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such luck"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path, {})


def test_when_interrupted_nothing_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = "import os, json, time; open('pid', 'w').write(json.dumps(os.getpid())); time.sleep(60)"

    def interrupted(_pid: int, _options: int) -> None:
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "wait4", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cost_of([sys.executable, "-c", child], tmp_path, {})
    with pytest.raises(ProcessLookupError):
        os.kill(json.loads((tmp_path / "pid").read_text()), 0)
