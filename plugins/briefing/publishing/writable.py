"""Whether a folder of this machine can be written to, asked without writing."""

import os
from pathlib import Path

from .programs import PublishError


def check_writable(folder: Path) -> None:
    """Raise PublishError where a folder, or the one in which it would be made, cannot be written to."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if not there.is_dir():
        raise PublishError(f"{there} is a file; name a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise PublishError(f"{there} cannot be written to by this user")
