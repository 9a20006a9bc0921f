"""The programs that the audit needs and Python does not bring; `invoke audit` gets them."""

import shutil
from pathlib import Path

from .run import LOOKS

PACKAGES = Path(__file__).parent / "node_modules"
AXE = PACKAGES / "axe-core/axe.min.js"
LIGHTHOUSE = PACKAGES / "lighthouse/cli/index.js"
NU = PACKAGES / "vnu-jar/build/dist/vnu.jar"


def missing_programs() -> dict[str, str]:
    """Return the checks that cannot be done here, each with the program it lacks."""
    missing = {}
    if not NU.is_file():
        missing["html"] = "the Nu HTML checker (npm package vnu-jar)"
    if not shutil.which("java"):
        missing["html"] = "java"
    if not AXE.is_file():
        missing["access"] = "axe (npm package axe-core)"
    if not LIGHTHOUSE.is_file() or not shutil.which("node"):
        missing["lighthouse"] = "Lighthouse (npm package lighthouse)"
    if not shutil.which("chromium"):
        missing |= dict.fromkeys((*LOOKS, "lighthouse"), "chromium")
    return missing
