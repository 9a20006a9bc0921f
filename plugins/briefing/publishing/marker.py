"""Whether a folder is ready: a mark beside it, which is taken away first and set last."""

import shutil
from pathlib import Path

from ..build.tree import replace_file


def state_of(site: Path) -> Path:
    """Return the folder of what is kept between builds of a site."""
    return site.absolute().parent / f".{site.name}-build"


def unset(site: Path) -> None:
    """Say that the folder is being worked on."""
    _mark(site).unlink(missing_ok=True)


def set_ready(site: Path, address: str) -> None:
    """Say that the folder can be published at an address."""
    replace_file(_mark(site), f"{address}\n")


def ready_for(site: Path) -> str:
    """Return the address that a folder is ready for; "" where it is not."""
    mark = _mark(site)
    return mark.read_text("utf-8").strip() if mark.is_file() and (site / "index.html").is_file() else ""


def set_aside(site: Path) -> Path | None:
    """Move a folder that is not ready out of the way, where nothing uploads it; None where it stays where it is."""
    aside = state_of(site) / "not-ready"
    if site.is_symlink() or not site.is_dir():
        return None
    try:
        aside.parent.mkdir(exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        return site.rename(aside)
    except OSError:  # a mounted disk
        return None


def _mark(site: Path) -> Path:
    return state_of(site) / "ready"
