"""The audit: ``invoke audit``, or ``python -m audit`` where its programs are installed."""

import argparse
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CalledProcessError

from .browser import browsing, serving
from .build import OWN, ROOT, build_sites
from .finding import Finding
from .programs import AXE, LIGHTHOUSE, NU, missing_programs
from .run import LOOKS, RULES, Check, check_pages, look_at_pages, read_sites, score_pages
from .site import Site, examples

PICTURES = ROOT / ".looks"
ALIKE = 3  # findings of one kind that are printed in full


def main() -> int:
    """Audit, print what was found, and say by the exit status whether that was anything."""
    options = _options()
    missing = {rule: program for rule, program in missing_programs().items() if rule in options.only}
    for rule, program in missing.items():
        print(f"audit: {rule} is left out: {program} is not installed", file=sys.stderr)
    if missing and os.environ.get("CI") == "true":
        return 1
    rules = [rule for rule in options.only if rule not in missing]
    with tempfile.TemporaryDirectory(prefix="briefing-audit-") as folder, serving(Path(folder)) as address:
        try:
            sites = build_sites(Path(folder), address)
        except CalledProcessError as error:
            print(error.stdout, error.stderr, sep="\n", file=sys.stderr)
            return 1
        found = [finding for check in checks(sites, options.each, rules) for finding in report(check)]
    for line in summary(found):
        print(line)
    return bool(found)


def checks(sites: list[Site], each: int, rules: Sequence[str]) -> Iterator[Check]:
    """Yield every check as it is done; the HTML checker runs beside the others."""
    pages = examples(sites, each)
    print(f"{sum(len(s.pages) for s in sites)} pages of {len(sites)} sites; {len(pages)} of them in the browser")
    with ThreadPoolExecutor(1) as beside:
        html = beside.submit(check_pages, NU, sites) if "html" in rules else None
        yield from read_sites(sites, rules)
        if set(LOOKS) & set(rules):
            PICTURES.mkdir(exist_ok=True)
            with browsing("chromium") as browser:
                yield from look_at_pages(browser, pages, rules, AXE, PICTURES)
        if html:
            yield html.result()
    if "lighthouse" in rules:
        yield score_pages(LIGHTHOUSE, shutil.which("chromium") or "", next(site for site in sites if site.name == OWN))


def report(check: Check) -> list[Finding]:
    """Print a line for a check, and return what it found."""
    found = len(check.findings)
    print(f"  {check.name:10} {check.pages:4} pages {check.seconds:6.1f} s {found:5} findings", flush=True)
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
    parser.add_argument(
        "--only", nargs="*", default=RULES, choices=(*RULES, "lighthouse"), help="checks to do, instead of all"
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
