"""The audit: ``invoke audit``, or ``python -m audit`` where its programs are installed."""

import argparse
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .browser import browsing, serving
from .build import ROOT, build_sites
from .finding import Finding
from .run import Check, check_pages, look_at_pages, read_sites
from .site import Site, examples

PROGRAMS = Path(__file__).parent / "node_modules"
AXE = PROGRAMS / "axe-core/axe.min.js"
NU = PROGRAMS / "vnu-jar/build/dist/vnu.jar"
LOOKS = ROOT / ".looks"
ALIKE = 3  # findings of one kind that are printed in full


def main() -> int:
    """Audit, print what was found, and say by the exit status whether that was anything."""
    options = _options()
    missing = list(missing_programs())
    for program in missing:
        print(f"audit: {program}", file=sys.stderr)
    if missing and os.environ.get("CI") == "true":
        return 1
    with tempfile.TemporaryDirectory(prefix="briefing-audit-") as folder, serving(Path(folder)) as address:
        sites = build_sites(Path(folder), address)
        found = [finding for check in checks(sites, options.each) for finding in report(check)]
    for line in summary(found):
        print(line)
    return bool(found)


def missing_programs() -> Iterator[str]:
    """Yield what is not installed, and what therefore is not looked at."""
    if not shutil.which("java") or not NU.is_file():
        yield "no HTML is checked: that needs java and npm; on Debian `invoke audit` gets them, as root"
    if not shutil.which("chromium") or not AXE.is_file():
        yield "no page is looked at: that needs chromium and npm; on Debian `invoke audit` gets them, as root"


def checks(sites: list[Site], each: int) -> Iterator[Check]:
    """Yield every check as it is done; the HTML checker runs beside the others."""
    pages = examples(sites, each)
    print(f"{sum(len(s.pages) for s in sites)} pages of {len(sites)} sites; {len(pages)} of them in the browser")
    with ThreadPoolExecutor(1) as beside:
        html = beside.submit(check_pages, NU, sites) if shutil.which("java") and NU.is_file() else None
        yield from read_sites(sites)
        chromium = shutil.which("chromium")
        if chromium and AXE.is_file():
            LOOKS.mkdir(exist_ok=True)
            with browsing(chromium) as browser:
                yield from look_at_pages(browser, pages, AXE.read_text(encoding="utf-8"), LOOKS)
        if html:
            yield html.result()


def report(check: Check) -> list[Finding]:
    """Print a line for a check, and return what it found."""
    print(
        f"  {check.name:10} {check.pages:4} pages {check.seconds:6.1f} s  {len(check.findings):4} findings", flush=True
    )
    return sorted(check.findings)


def summary(findings: list[Finding]) -> Iterator[str]:
    """Yield the findings as lines; of many that are alike, the first and how many more."""
    alike = defaultdict(list)
    for finding in findings:
        alike[finding.rule, finding.what].append(finding)
    for group in alike.values():
        yield from map(str, group[:ALIKE])
        if len(group) > ALIKE:
            yield f"    and {len(group) - ALIKE} more like it"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="audit", description=__doc__)
    parser.add_argument("--each", type=int, default=2, help="how many pages of every kind are looked at")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
