"""The repository is what it promises: top level, tasks, pins, dependencies, and no trace of a machine."""

import os
import re
import signal
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP_LEVEL = {
    ".ci", ".editorconfig", ".github", ".gitignore", ".pre-commit-hooks.yaml", ".vscode", "CHANGELOG.md",
    "CONTRIBUTING.md", "LICENSE", "README.md", "arguments.py", "audit", "bench", "briefing", "content", "docs", "fuzz",
    "handbook", "pelican.conf.py", "pelicanconf.py", "plugins", "provision.py", "pyproject.toml",
    "requirements-dev.txt", "requirements.txt", "seeds", "tasks.py", "tests", "theme",
}  # fmt: skip
TASKS = {
    "advisories",
    "audit",
    "bench",
    "build",
    "check",
    "clean",
    "cms",
    "deploy",
    "explain",
    "fuzz",
    "handbook",
    "index",
    "lint",
    "lock",
    "new",
    "pdf",
    "publish",
    "release",
    "report",
    "serve",
    "test",
    "texts",
}
LOCKS = ["requirements.txt", "requirements-dev.txt", "bench/requirements.txt", "fuzz/requirements.txt"]
PIN = re.compile(r"([a-z0-9.-]+)==([^\s;]+)(?: ; [^\\]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:work|root|home|Users|opt|tmp)/|[A-Z]:\\Users")
REGISTRY_ADDRESS = re.compile(r"pypi\.org/simple|files\.pythonhosted|registry\.npmjs|--(?:extra-)?index-url[ =]")


def declared(root: Path) -> dict[str, list[Requirement]]:
    """The requirements of pyproject.toml by the file that pins them."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    groups = {LOCKS[0]: [], LOCKS[1]: extras["dev"], LOCKS[2]: extras["bench"], LOCKS[3]: extras["fuzz"]}
    return {lock: [Requirement(line) for line in project["dependencies"] + own] for lock, own in groups.items()}


def pins(root: Path, lock: str) -> dict[str, str]:
    return {name: version for name, version, _ in PIN.findall((root / lock).read_text(encoding="utf-8"))}


def test_the_top_level_is_the_prescribed_one(repository_files: list[Path]) -> None:
    assert {path.parts[0] for path in repository_files} == TOP_LEVEL


def test_invoke_lists_exactly_the_promised_tasks_with_a_line_each(root: Path) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "invoke", "-l"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    lines = [line.split(maxsplit=1) for line in listed.splitlines()[1:] if line.strip()]
    assert {line[0] for line in lines} == TASKS
    assert all(len(line) == 2 and line[1].endswith(".") for line in lines)


def test_the_command_line_works_in_a_checkout_without_a_variable_and_for_the_programs_it_starts(root: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def said(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=root, env=bare, capture_output=True, text=True, check=True).stdout

    assert said("-m", "briefing", "explain", "bad-slug").startswith("bad-slug: ")
    starts_another = """
import os, runpy, sys
sys.argv = ["briefing", "--help"]
try:
    runpy.run_path("briefing")
except SystemExit:
    os.execv(sys.executable, [sys.executable, "-P", "-c", "import briefing.cli; print(briefing.cli.__name__)"])
"""
    assert said("-c", starts_another).endswith("briefing.cli\n")


@pytest.mark.parametrize(
    ("from_folder", "named"),
    [(".", ["content/briefings/2023-05-08-kishida-in-seoul.md"]), ("content", ["actors", "briefings"])],
)
def test_the_task_that_checks_takes_files_and_folders_from_any_folder_and_leaves_other_tasks_alone(
    root: Path, from_folder: str, named: list[str]
) -> None:
    command = [sys.executable, "-m", "invoke", "check", "--format=json", *named, "explain", "bad-slug", "bad-setting"]
    ran = subprocess.run(command, cwd=root / from_folder, capture_output=True, text=True, check=True)
    assert '"errors": 0' in ran.stdout
    assert all(f"{code}: " in ran.stdout for code in ("bad-slug", "bad-setting"))


@pytest.mark.parametrize("task", ["audit", "handbook", "lint", "lock", "pdf", "publish", "release --dry-run", "test"])
def test_a_task_without_its_packages_says_in_a_line_how_to_get_them(root: Path, task: str) -> None:
    bare = "import provision, sys; provision.find_spec = lambda _: None; from invoke.main import program; program.run()"
    command = [sys.executable, "-c", bare, *task.split()]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert line.endswith("pip install -r requirements-dev.txt")


def test_a_version_without_a_section_for_its_users_is_told_before_it_is_uploaded(tmp_path: Path, root: Path) -> None:
    sys.path.insert(0, str(root))
    untold_release = import_module("provision").untold_release
    (tmp_path / "docs").mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2"\n', "utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 1.2.1\n\n## 1.2 (2031-02-03)\n", "utf-8")
    (tmp_path / "docs/upgrading.md").write_text("# Upgrading\n\n## 1.2.1\n\n## 1.20\n", "utf-8")
    assert untold_release(tmp_path) == "no section '## 1.2' in docs/upgrading.md"
    (tmp_path / "docs/upgrading.md").write_text("# Upgrading\n\n## 1.2\n", "utf-8")
    assert untold_release(tmp_path) == ""


def test_a_task_that_is_ended_ends_what_it_has_started(root: Path) -> None:
    child = "import time; print('here', flush=True); time.sleep(60)"
    task = f"import sys, provision; sys.exit(provision.status(sys.executable, '-c', {child!r}))"
    with subprocess.Popen([sys.executable, "-c", task], cwd=root, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"here\n"
        running.terminate()
        assert running.stdout.read() == b""  # it ends once the child, which has it too, is gone
        assert running.wait() == 128 + signal.SIGTERM


@pytest.mark.parametrize("lock", LOCKS)
def test_a_requirement_file_is_pins_with_hashes_and_nothing_else(root: Path, lock: str) -> None:
    text = re.sub(r"^ *#.*\n", "", (root / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert PIN.sub("", text).strip() == ""


@pytest.mark.parametrize("lock", LOCKS)
def test_every_declared_requirement_is_pinned_within_its_bounds(root: Path, lock: str) -> None:
    pinned = pins(root, lock)
    for requirement in declared(root)[lock]:
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_all_requirement_files_agree(root: Path, lock: str) -> None:
    assert pins(root, LOCKS[0]).items() <= pins(root, lock).items()


def test_every_dependency_stands_in_the_docs_with_its_reason(root: Path) -> None:
    text = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = dict(re.findall(r"^\| `([\w.-]+)` \| ([^|]{20,}) \|", text, flags=re.MULTILINE))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = {canonicalize_name(need.name) for needs in declared(root).values() for need in needs}
    extras = project["optional-dependencies"]
    everything |= {canonicalize_name(Requirement(need).name) for need in extras["html"] + extras["pdf"]}
    assert set(explained) == everything


def test_no_file_names_a_machine_or_a_registry(root: Path, repository_files: list[Path]) -> None:
    traces = [
        f"{path}: {found.group()}"
        for path in repository_files
        for pattern in (MACHINE_PATH, REGISTRY_ADDRESS)
        if (found := pattern.search((root / path).read_text(encoding="utf-8", errors="ignore")))
    ]
    assert traces == []


def test_continuous_integration_runs_what_a_person_runs(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert [line.split()[1] for line in script.splitlines() if line.startswith(".venv/bin/invoke")] == [
        "lint",
        "audit",  # gets the programs that tests/audit needs
        "test",
    ]
    assert "bash .ci/run" in (root / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")


def test_every_promise_names_tests_that_are_there(root: Path) -> None:
    text = (root / "docs/promises.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/.]+)`", text)
    assert len(re.findall(r"^## \d+\.", text, re.MULTILINE)) == 10
    assert len(named) > 10
    assert [name for name in named if not (root / name).exists()] == []


def test_the_forms_for_issues_can_be_read(root: Path) -> None:
    forms = [path for path in (root / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"]
    assert len(forms) == 3
    for path in forms:
        form = yaml.safe_load(path.read_text("utf-8"))
        assert {"name", "description", "body"} <= form.keys()
        assert any(field.get("validations", {}).get("required") for field in form["body"])
        assert len({field["id"] for field in form["body"]}) == len(form["body"])
