"""Lighthouse's four scores on a simulated phone, for whoever asks for them: full marks or a finding."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .browser import FLAGS, serving
from .finding import Finding
from .site import Site, examples

RULE = "lighthouse"
SHAPES = ("", "briefings/*", "actors/*")


def check_lighthouse(command: Path, chromium: str, site: Site) -> Iterator[Finding]:
    """Yield each score under 100 of the front page and the largest briefing and actor's page, with what costs it.

    The site is served at the root of a host, where its robots.txt is looked for.
    """
    with serving(site.folder) as address:
        for page in [page for _, page in examples([site], 1) if page.shape in SHAPES]:
            report = report_of(command, chromium, f"{address}/{page.path.removesuffix('index.html')}")
            print(f"  {page.name} {marks(report)}", flush=True)
            yield from findings_of(report, page.name)


def report_of(command: Path, chromium: str, address: str) -> dict[str, Any]:
    """Return Lighthouse's report of a page."""
    flags = f"--chrome-flags={' '.join(['--headless', *FLAGS])}"
    asked = ["node", str(command), address, "--quiet", "--output=json", flags]
    ran = subprocess.run(asked, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def marks(report: dict[str, Any]) -> str:
    """Return the four scores on one line."""
    return ", ".join(f"{c['title']} {round(100 * c['score'])}" for c in report["categories"].values())


def findings_of(report: dict[str, Any], page: str) -> Iterator[Finding]:
    """Yield each score under 100, with the audits that cost it."""
    for category in report["categories"].values():
        score = round(100 * category["score"])
        if score < 100:
            costs = [
                ref["id"] for ref in category["auditRefs"] if ref["weight"] and _failed(report["audits"][ref["id"]])
            ]
            yield Finding(page, RULE, f"{category['title']} {score} of 100", ", ".join(costs))


def _failed(audit: dict[str, Any]) -> bool:
    return audit["score"] is not None and audit["score"] < 1
