"""What the tasks stand on: commands run in the project's root, and what they need: programs, fonts, packages."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

from invoke import Exit

ROOT = Path(__file__).parent
BIN = Path(sys.executable).parent
AUDIT = ROOT / "audit"
BENCH = ROOT / ".venv-bench"
TOLD_IN = ("CHANGELOG.md", "docs/upgrading.md")
INTERRUPTED = 128 + signal.SIGINT
# A program, and the packages of Debian that bring it.
CHROMIUM = ("chromium", "chromium", "fonts-dejavu-core")
JAVA = ("java", "default-jre-headless")
NPM = ("npm", "nodejs", "npm")
NGINX = ("nginx", "nginx-light")
RSYNC = ("rsync", "rsync")
# A font that cards are set in, and the package of Debian that brings it.
CARD_FONTS = {"NotoSerif-Regular.ttf": "fonts-noto-core", "NotoSerifCJK-Regular.ttc": "fonts-noto-cjk"}


def run(*command: str, **environment: str) -> None:
    """Run a command in the project's root; when it fails, stop with its own exit status."""
    code = status(*command, **environment)
    if code:
        raise Exit(code=code)


def need(*modules: str) -> None:
    """Stop in one line where Python packages are missing, which only the development requirements bring."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        raise Exit(f"missing here: {', '.join(missing)}; get it with: pip install -r requirements-dev.txt", code=2)


def from_here(file: str) -> str:
    """A file as the project's root has it, where it was named from a folder inside."""
    path = Path(file).absolute()
    if not file or Path.cwd() == ROOT:
        return file
    return os.path.relpath(path, ROOT) if path.is_relative_to(ROOT) else str(path)


def status(*command: str, **environment: str) -> int:
    """The exit status of a command that finds this environment's tools first, and the plugin."""
    tools = f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    variables = os.environ | {"PATH": tools, "PYTHONPATH": str(ROOT / "plugins")} | environment
    with subprocess.Popen(command, cwd=ROOT, env=variables) as child:
        # What ends this program ends the child, which would live on alone, and keep its port.
        before = signal.signal(signal.SIGTERM, lambda number, _: child.send_signal(number))
        try:
            code = child.wait()
            return code if code >= 0 else 128 - code  # as shells count what a signal has ended
        except KeyboardInterrupt:
            # Ctrl-C reaches the child as well: let it end in its own way.
            return child.wait() or INTERRUPTED
        finally:
            signal.signal(signal.SIGTERM, before)


def remove(path: Path) -> None:
    """Remove a folder, or the link that stands in its place, and never what the link points to."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)


def untold_release(root: Path = ROOT) -> str:
    """Say which of the files for users have no section of the version that pyproject.toml names; "" where all do."""
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    section = re.compile(rf"^## {re.escape(version)}(?![\w.])", re.MULTILINE)
    silent = [name for name in TOLD_IN if not section.search((root / name).read_text("utf-8"))]
    return f"no section '## {version}' in {', '.join(silent)}" if silent else ""


def install(program: str, *packages: str) -> None:
    """Get a program from Debian's packages where that is allowed; where not, say why in one line."""
    obstacle = None if shutil.which(program) else debian_obstacle(*packages)
    if obstacle:
        print(f"no {program}: {obstacle}", file=sys.stderr)


def install_fonts(*packages: str) -> None:
    """Get the fonts of cards likewise; where they are missing the build says which letters it cannot draw."""
    there = {path.name for path in Path("/usr/share/fonts").rglob("Noto*")}
    lost = [package for name, package in CARD_FONTS.items() if package in packages and name not in there]
    obstacle = debian_obstacle(*lost) if lost else None
    if obstacle:
        print(f"no fonts for every card: {obstacle}", file=sys.stderr)


def debian_obstacle(*packages: str) -> str | None:
    """Why these packages cannot be installed here; None once they are."""
    if not shutil.which("apt-get"):
        return "this machine has no apt-get to get it with"
    if os.geteuid() != 0:
        return f"as root: apt-get install {' '.join(packages)}"
    print(f"missing here, and got by apt-get: {' '.join(packages)}", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        if status("sh", "-c", 'apt-get -qq "$@" > /dev/null', "apt-get", *command, **quiet):
            return f"apt-get {command[0]} failed, see above"
    return None


def install_npm_packages() -> None:
    """Get what audit/package-lock.json pins, unless it is there; no package runs a program of its own as it comes."""
    pinned = AUDIT / "package-lock.json"
    installed = AUDIT / "node_modules" / pinned.name  # a copy of what was installed last
    if not shutil.which("npm") or (installed.is_file() and installed.read_bytes() == pinned.read_bytes()):
        return
    print(f"installing {pinned.relative_to(ROOT)}", file=sys.stderr)
    if not status("npm", "ci", f"--prefix={AUDIT}", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"):
        shutil.copyfile(pinned, installed)


def install_pinned(pinned: Path, place: Path) -> None:
    """Install what a file of pins names into a virtual environment of its own, where that has changed."""
    if is_new(pinned, place / pinned.name):
        print(f"installing {pinned.relative_to(ROOT)} into {place.name}", file=sys.stderr)
        run("python", "-m", "venv", "--clear", str(place))
        run(str(place / "bin/pip"), "install", "--quiet", "--require-hashes", "-r", str(pinned))
        shutil.copyfile(pinned, place / pinned.name)


def is_new(pinned: Path, installed: Path) -> bool:
    """Tell whether a file of pins is not the one that was installed last, of which a copy is kept."""
    return not installed.is_file() or installed.read_bytes() != pinned.read_bytes()


def install_peers(eleventy: bool) -> None:
    """Install what is measured, as pinned, where that has changed; say in one line what cannot be."""
    install_pinned(ROOT / "bench/requirements.txt", BENCH)
    locked, place = ROOT / "bench/eleventy/package-lock.json", BENCH / "eleventy"
    if not eleventy or not is_new(locked, place / "installed.json"):
        return
    if not shutil.which("npm"):
        print("no npm on this machine to install Eleventy with", file=sys.stderr)
        return
    place.mkdir(exist_ok=True)
    for file in (locked, locked.with_name("package.json")):
        shutil.copyfile(file, place / file.name)
    print(f"installing {locked.relative_to(ROOT)} into {BENCH.name}", file=sys.stderr)
    if status("npm", "ci", "--prefix", str(place), "--ignore-scripts", "--no-audit", "--no-fund", "--silent") == 0:
        shutil.copyfile(locked, place / "installed.json")
