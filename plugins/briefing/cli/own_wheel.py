"""This program as a wheel, to lie in a site that no index can give it to."""

import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from ..build.extras import DEVELOPMENT, SOURCES

NAME = "pelican-briefing"
ADDED = {"INSTALLER", "RECORD", "REQUESTED", "direct_url.json"}
"""What an installation writes beside the files of a wheel, or anew."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel: the name of its file, which tells pip what is in it, and its bytes."""

    name: str
    content: bytes


class NoWheelError(Exception):
    """The wheel cannot be made; says why, and what would help."""


def checkout() -> Path | None:
    """Return the folder of this program's sources where it is run from there, and is installed nowhere."""
    return SOURCES if (SOURCES / "pyproject.toml").is_file() else None


def own_wheel() -> Wheel | None:
    """Return this program's wheel, or None where an index has given it; raises NoWheelError."""
    if sources := checkout():
        return _built(sources)
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:  # its folder was copied among the plugins of a site
        raise NoWheelError(f"{NAME} is not installed here, and these are not its sources") from None
    return repacked(installed) if installed.read_text("direct_url.json") else None


def _built(sources: Path) -> Wheel:
    """Build the wheel of a checkout, with the builder that is installed, or else with one that pip gets."""
    there = ["--no-build-isolation"] * bool(find_spec("hatchling"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--disable-pip-version-check", *there]
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [*command, f"--wheel-dir={folder}", str(sources)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NoWheelError(
                f"{_reason(done.stderr)}; where there is no network, this comes first: pip install -r {DEVELOPMENT}"
            )
        (built,) = Path(folder).glob("*.whl")
        return Wheel(built.name, built.read_bytes())


def _reason(said: str) -> str:
    """Return the last error among all that pip says; what follows it is about pip."""
    errors = [line.partition("ERROR: ")[2] for line in said.splitlines() if "ERROR: " in line]
    return errors[-1] if errors else "pip could not build it"


def repacked(installed: Distribution) -> Wheel:
    """Return the wheel that was installed, made again from its files: its own file may be gone."""
    files = [file for file in installed.files or () if _is_shipped(file)]
    told = next(file for file in files if file.name == "WHEEL")
    record = [f"{file.as_posix()},{file.hash.mode}={file.hash.value},{file.size}" for file in files if file.hash]
    listed = f"{told.parent.as_posix()}/RECORD"
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.as_posix(), file.read_binary())
        archive.writestr(listed, "\n".join([*record, f"{listed},,", ""]))
    tag = next(line for line in told.read_text().splitlines() if line.startswith("Tag: ")).removeprefix("Tag: ")
    return Wheel(f"{NAME.replace('-', '_')}-{installed.version}-{tag}.whl", packed.getvalue())


def _is_shipped(file: PackagePath) -> bool:
    """Tell whether a file came in the wheel: programs and what Python compiled did not."""
    is_added = file.name in ADDED and file.parent.suffix == ".dist-info"
    return ".." not in file.parts and "__pycache__" not in file.parts and not is_added
