"""All or nothing, at any moment: a build that is killed, stopped or refused by the disk leaves a whole site."""

import errno
import multiprocessing
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pelican
import pytest

WRITES = ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "shutil.copyfile")
MOMENTS = 12  # of a build, spread evenly over everything it does to the disk
Site = dict[str, bytes]


def writes(event: str, arguments: Any) -> bool:
    """Whether an audit event (PEP 578) is about to change the disk."""
    if event != "open":
        return event in WRITES
    path, _, flags = arguments
    return bool(flags & (os.O_WRONLY | os.O_RDWR)) and isinstance(path, str) and not path.startswith("/dev")


def build_with(hook: Callable[[int], None] | None, counted: Any) -> None:
    """Build in this process, which is the test's own child; the hook is told of every write before it happens."""
    seen = 0

    def audit(event: str, arguments: Any) -> None:
        nonlocal seen
        if writes(event, arguments):
            seen += 1
            if hook:
                hook(seen)

    sys.addaudithook(audit)
    status = 0
    try:
        pelican.main(["content", "-s", "pelican.conf.py"])
    except SystemExit as stopped:
        status = int(str(stopped.code))
    counted.value = seen
    os._exit(status)


def in_a_child(hook: Callable[[int], None] | None) -> tuple[int, int]:
    """Build in a child; return its exit status and how often it wrote."""
    context = multiprocessing.get_context("fork")
    counted = context.Value("i", 0)
    child = context.Process(target=build_with, args=(hook, counted))
    child.start()
    child.join()
    return int(child.exitcode or 0), int(counted.value)


@pytest.fixture
def versions(site: Any) -> tuple[Site, Site, Callable[[], None], int]:
    """A site that stands, the one that a build would make of it now, a way back, and how often that build writes."""
    image = site.write("content/images/dot.bin", "old")
    site.write("content/pages/x.md", "Title: X\n\nOld.\n")
    for number in range(3):
        site.briefing(f"b{number}", f"Old {number}")
    site.build()
    old = site.snapshot()

    def change(word: str) -> None:
        image.write_text(word)
        site.write("content/pages/x.md", f"Title: X\n\n{word}.\n")
        site.briefing("b0", f"{word} 0")
        site.briefing("b1", f"{word} 1")

    change("New")
    assert site.build().status == 0
    new = site.snapshot()
    assert new != old

    def back() -> None:
        change("old")
        assert in_a_child(None)[0] == 0
        change("New")

    back()
    _, amount = in_a_child(None)
    assert site.snapshot() == new
    assert amount > MOMENTS
    return (
        {
            **old,
        },
        new,
        back,
        amount,
    )


def moments(amount: int) -> list[int]:
    return sorted({max(1, round(amount * n / MOMENTS)) for n in range(1, MOMENTS + 1)})


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(site: Any, versions: Any) -> None:
    _, new, back, amount = versions
    for moment in moments(amount):
        back()
        old = site.snapshot()
        status, _ = in_a_child(lambda n, at=moment: os.kill(os.getpid(), signal.SIGKILL) if n == at else None)  # type: ignore[misc]
        assert status == -signal.SIGKILL, moment
        assert site.snapshot() in (old, new), moment
        assert in_a_child(None)[0] == 0
        assert site.snapshot() == new, moment


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_says_so_by_its_status(site: Any, versions: Any, number: signal.Signals) -> None:
    _, new, back, amount = versions
    for moment in moments(amount)[::3]:
        back()
        old = site.snapshot()
        status, _ = in_a_child(lambda n, at=moment: os.kill(os.getpid(), number) if n == at else None)  # type: ignore[misc]
        assert status == 128 + number, moment
        assert site.snapshot() in (old, new), moment


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_refuses_a_write_stops_the_build_with_the_old_site_or_the_new_one(
    site: Any, versions: Any, number: int
) -> None:
    _, new, back, amount = versions

    def refuse(at: int) -> Callable[[int], None]:
        def hook(n: int) -> None:
            if n >= at:
                raise OSError(number, os.strerror(number))

        return hook

    for moment in moments(amount)[::2]:
        back()
        old = site.snapshot()
        status, _ = in_a_child(refuse(moment))
        now = site.snapshot()
        assert now in (old, new), moment
        assert status == 1 or now == new, moment
        assert in_a_child(None)[0] == 0
        assert site.snapshot() == new, moment


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_stops_the_build_and_a_mended_one_is_built_on(site: Any, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("this machine mounts no disk for a test")
    try:
        output = ("-o", str(disk / "site"))
        assert site.run(*output).status == 0
        before = site.snapshot("disk/site")
        picture = site.write("content/images/large.bin", "x" * 5_000_000)
        full = site.run(*output)
        assert full.status == 1
        assert "no space left on device" in full.text.lower()
        assert "Traceback" not in full.text
        assert site.snapshot("disk/site") == before
        picture.write_text("small")
        assert site.run(*output).status == 0
        assert (disk / "site/images/large.bin").read_text() == "small"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_short_copy_of_a_static_file_stops_the_build(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("content/images/dot.bin", "a picture")
    before = site.snapshot()

    def short(_: str, target: str) -> None:
        Path(target).write_text("a pic")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pelican.utils.shutil.copyfile", short)
    built = site.build()
    assert built.status == 1
    assert "no space left on device" in built.text.lower()
    assert site.snapshot() == before


def test_a_second_build_waits_for_the_first(site: Any) -> None:
    import fcntl  # noqa: PLC0415 - where there is none, this test cannot be

    site.briefing("other")
    command = [sys.executable, "-u", "-m", "pelican", "-s", "pelican.conf.py"]
    with (site.folder / ".output-build/lock").open("ab") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        with subprocess.Popen(command, cwd=site.folder, stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout is not None
            said = second.stdout.readline()
            assert said.startswith("Another build of this site is under way")
            assert not (site.output / "briefings/other").exists()
            fcntl.lockf(held, fcntl.LOCK_UN)
            second.communicate()
    assert second.returncode == 0
    assert (site.output / "briefings/other/index.html").exists()


def test_two_builds_at_once_make_the_site_of_one(project: Any) -> None:
    for number in range(40):
        project.briefing(f"b{number}", f"B {number}")
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"]
    both = [subprocess.Popen(command, cwd=project.folder, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait() for each in both] == [0, 0]
    together = project.snapshot()
    assert project.run("-o", "alone").status == 0
    assert project.snapshot("alone") == together


def test_workers_end_with_the_build_that_is_killed(project: Any) -> None:
    for number in range(300):
        project.briefing(f"b{number}", f"B {number}")
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-e", "BRIEFING_WORKERS=2"]
    with subprocess.Popen(command, cwd=project.folder, stdout=subprocess.PIPE) as build:
        children: list[str] = []
        while build.poll() is None and len(children) < 2:
            children = Path(f"/proc/{build.pid}/task/{build.pid}/children").read_text().split()
        build.kill()
        assert build.stdout is not None
        build.stdout.read()  # ends when nobody holds the other end any more: not the build, and no worker
    assert len(children) == 2


class Visitor(Thread):
    """Reads a site again and again, and notes what a reader should never see."""

    def __init__(self, output: Path) -> None:
        super().__init__()
        self.output, self.newest, self.visits = output, 0, 0
        self.problems: list[str] = []
        self.done = Event()

    def run(self) -> None:
        while not self.done.is_set():
            for name in ("briefings/good/index.html", "index.html", "theme/css/main.css", "pages/x/index.html"):
                self.read(name)
            self.visits += 1

    def read(self, name: str) -> None:
        try:
            text = (self.output / name).read_text("utf-8")
        except OSError as error:
            self.problems.append(repr(error))
            return
        if not text.rstrip().endswith(("</html>", "}")):
            self.problems.append(f"{name}: {text[-20:]!r}")
        if found := re.search(r"Version (\d+)", text):
            if int(found[1]) < self.newest:
                self.problems.append(f"{name}: {found[1]} after {self.newest}")
            self.newest = int(found[1])


def test_a_visitor_during_rebuilds_sees_every_page_whole_and_never_goes_back_in_time(site: Any) -> None:
    site.write("content/pages/x.md", "Title: X\n\nX\n")
    site.briefing("good", "Version 0")
    assert site.build().status == 0
    visitor = Visitor(site.output)
    visitor.start()
    try:
        for number in range(1, 26):
            site.briefing("good", f"Version {number}")
            assert site.build().status == 0
    finally:
        visitor.done.set()
        visitor.join()
    visitor.read("briefings/good/index.html")  # it may have been elsewhere in the site since the last build
    assert visitor.problems == []
    assert visitor.newest == 25
    assert visitor.visits > 25
