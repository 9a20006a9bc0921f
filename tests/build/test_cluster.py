"""Work done on a real Dask scheduler with two workers is the same work, to the byte, whatever happens to a worker."""

import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from briefing.build import cluster
from briefing.build.cluster import GONE
from briefing.build.executors import HANDFUL, Workers
from briefing.build.luggage import needs, packed, unpacked
from briefing.build.make import Job
from briefing.build.reading import Progress, quiet
from briefing.build.render import Theme
from briefing.build.saved import fetch
from briefing.build.settings import workers_of
from briefing.build.sheets import make_shard, opened
from briefing.build.site_build import Setup, SiteBuild
from briefing.build.tree import files_of
from briefing.build.writing import Writing
from briefing.diagnostics import Code, Diagnostics, errors_in
from briefing.parsing.load import Shelf
from briefing.view.site import Site
from distributed import Client
from jinja2 import Environment, FileSystemLoader

SIZE = 2 * HANDFUL + 1
BRIEFING = (
    "---\ntitle: Briefing {n}\ndate: 2024-01-01\nas_of: 2024-01-01\nsummary: S\ncategory: Tides\nactors: [ann]\n"
    "sources:\n- id: paper\n- {{id: own, title: T, file: seeds/{n}.txt, sha256: {sha256}}}\n"
    "key_points:\n- {{text: P, status: reported, passage: {{source: own, exact: The tide of {n} was high.}}}}\n"
    "- {{text: Q, status: reported, passage: {{source: paper, exact: The sea is wide.}}}}\n---\n{prose}\n"
)


class Project:
    """Enough briefings to be worth a cluster, each with a saved copy of its own and one that all share."""

    def __init__(self, folder: Path, theme: Path) -> None:
        self.folder = folder
        self.templates = Theme(Environment(loader=FileSystemLoader(theme), autoescape=True))
        self.write("content/actors/ann.yaml", "name: Ann\nrole: chair\n")
        self.write("content/sources/paper.yaml", f"title: Paper\nfile: seeds/paper.txt\nsha256: {self.copy('paper')}\n")
        for n in range(SIZE):
            sha256 = self.copy(str(n), f"The tide of {n} was high.\n")
            self.write(
                f"content/briefings/{n:03}.md", BRIEFING.format(n=n, sha256=sha256, prose="## Prose\n\nIt *is*.")
            )

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def copy(self, name: str, text: str = "The sea is wide.\n") -> str:
        self.write(f"seeds/{name}.txt", text)
        return sha256(text.encode()).hexdigest()

    def begin(self, workers: Workers, name: str) -> SiteBuild:
        shelf, now = Shelf(self.folder, self.folder / "content"), datetime(2025, 1, 1, tzinfo=UTC)
        return SiteBuild(Setup(shelf, Site(), now, self.folder / name, "", self.templates, workers))

    def build(self, workers: Workers, name: str, progress: Progress = quiet) -> tuple[dict[str, bytes], Diagnostics]:
        """Build into a folder of its own; return the files of the site, and what is wrong."""
        output, build = self.folder / name / "output", self.begin(workers, name)
        try:
            found = build.read(progress)
            if errors_in(found):
                return {}, found
            found += build.write(Writing(build, {}), output, {}, None)[1]
            return {n: (output / n).read_bytes() for n in files_of(output)}, found
        finally:
            build.close()


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    return Project(tmp_path, root / "theme/templates")


class Cluster:
    """A scheduler and two workers, each a process of its own in an empty folder."""

    def __init__(self, folder: Path, plugins: Path) -> None:
        self.folder, self.path = folder, os.pathsep.join((str(plugins), os.environ.get("PYTHONPATH", "")))
        self.processes: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def begin(self) -> None:
        """Start it; left alone, it ends by itself."""
        place = self.folder / "scheduler.json"
        self.start("scheduler", "--host=127.0.0.1", "--port=0", f"--scheduler-file={place}", "--idle-timeout=300")
        self.address = self._address(place)
        for _ in range(2):
            self.start("worker", self.address, "--nthreads=1", "--no-nanny", "--death-timeout=60")
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=180)

    def start(self, *command: str) -> None:
        arguments = [sys.executable, "-m", "dask", *command, "--no-dashboard"]
        with (self.folder / "log.txt").open("ab") as log:
            variables = {**os.environ, "PYTHONPATH": self.path}
            child = subprocess.Popen(arguments, cwd=self.folder, env=variables, stdout=log, stderr=log)
        self.processes.append(child)

    def _address(self, place: Path) -> str:
        for _ in range(600):
            if place.is_file() and place.stat().st_size:
                return str(json.loads(place.read_text())["address"])
            time.sleep(0.1)
        raise AssertionError((self.folder / "log.txt").read_text())

    def kill(self, number: int) -> None:
        """End one of its processes: 0 is the scheduler, then come the workers."""
        self.processes[number].kill()
        self.processes[number].wait()


@pytest.fixture
def start_cluster(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Callable[[], Cluster]]:
    started: list[Cluster] = []

    def start() -> Cluster:
        started.append(Cluster(tmp_path_factory.mktemp("cluster"), root / "plugins"))
        started[-1].begin()
        return started[-1]

    yield start
    for each in started:
        for number in range(len(each.processes)):
            each.kill(number)


@pytest.mark.cluster
def test_a_cluster_makes_the_same_site_and_says_the_same(
    project: Project, start_cluster: Callable[[], Cluster]
) -> None:
    address = start_cluster().address
    here, there = project.build(1, "here"), project.build(address, "there")
    assert len(here[0]) > SIZE
    assert there == here
    project.write("seeds/paper.txt", "The sea is deep.\n")
    project.write("content/briefings/007.md", "---\ntitle: Broken\n")
    (_, here_wrong), (_, there_wrong) = project.build(1, "here"), project.build(address, "there")
    assert {d.code for d in here_wrong} >= {Code.SOURCE_CHANGED, Code.UNCLOSED_FRONT_MATTER}
    assert there_wrong == here_wrong


@pytest.mark.cluster
def test_a_lost_worker_is_replaced_by_another_and_is_said(
    project: Project,
    start_cluster: Callable[[], Cluster],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, started = project.build(1, "here"), start_cluster()

    assert project.build(started.address, "there", lambda *_: started.kill(1)) == here
    assert "was lost; others have done its work" in caplog.text

    monkeypatch.setattr(cluster, "PATIENCE", 1)
    site, (problem,) = project.build(started.address, "nowhere", lambda *_: started.kill(2))
    assert (site, problem.code, problem.message) == ({}, Code.INTERNAL, GONE.message)

    monkeypatch.setattr(cluster, "CONNECT", 1)
    _, (problem,) = project.build(started.address, "never")
    assert problem.message == f"the scheduler at {started.address} has no worker"


def test_where_no_scheduler_answers_one_line_says_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.1)
    _, (problem,) = project.build("tcp://127.0.0.1:1", "there")
    assert (problem.code, problem.message) == (Code.BAD_SETTING, "no scheduler answers at tcp://127.0.0.1:1")


def test_without_the_extra_one_line_says_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _name: None)
    _, (problem,) = project.build("tcp://127.0.0.1:1", "there")
    assert (problem.code, problem.help) == (Code.BAD_SETTING, "pip install -r requirements-dev.txt")


def test_a_worker_with_another_program_does_no_work() -> None:
    with pytest.raises(cluster.OtherProgramError):
        cluster._work_there("another", b"", lambda _world, shard: shard, (), {})


def test_the_work_reads_no_file_of_the_project(project: Project) -> None:
    build = project.begin(1, "here")
    build.read()
    world, path = build.reading.world, "content/briefings/007.md"
    shard = [Job("briefings/007.md", path, (project.folder / path).read_bytes())]
    (here,) = make_shard(world, shard)
    pages, files = [sheet.read() for sheet in opened(here.waiting).sheets], needs(world, shard)
    copies = {file: fetch(project.folder, file) for file in files}
    bag = pickle.dumps((packed(world), shard, copies))
    build.close()
    project.folder.rename(project.folder.with_name("gone"))

    there, shard, copies = pickle.loads(bag)  # noqa: S301 - our own
    assert needs(there, shard) == files == {"seeds/7.txt", "seeds/paper.txt"}
    (sent,) = make_shard(unpacked(there, copies), shard)
    assert replace(sent, waiting=b"") == replace(here, waiting=b"")
    assert [sheet.content for sheet in opened(sent.waiting).sheets] == pages


def test_the_setting_names_the_cluster_or_else_the_processes_of_this_machine() -> None:
    assert workers_of({"BRIEFING_EXECUTOR": "dask:tcp://10.0.0.1:8786", "BRIEFING_WORKERS": 3}) == "tcp://10.0.0.1:8786"
    assert workers_of({"BRIEFING_EXECUTOR": "", "BRIEFING_WORKERS": 3}) == 3
