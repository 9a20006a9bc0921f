"""Bring the published site to its host: a branch of Git, a folder, a machine that rsync reaches, or a bucket."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ..build.commands import tool
from ..publishing import marker
from ..publishing.branch import FORMS
from ..publishing.changes import show
from ..publishing.hosts import EXAMPLES, HOSTS, Asked, Host
from ..publishing.programs import PublishError
from .project import add_settings
from .publish import SITE, beside
from .refusal import refuse

KINDS = "pages (a branch of Git), rsync (a folder of another machine), s3 (a bucket) or folder (of this machine)"


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing deploy``."""
    parser.add_argument("--to", default="", help=f"the kind of host: {KINDS}")
    examples = ", ".join(filter(None, EXAMPLES.values()))
    parser.add_argument("--target", default="", help=f"where: {examples}; for pages {FORMS}")
    parser.add_argument("--dry-run", action="store_true", help="list what would change, and write nothing")
    parser.add_argument("--folder", type=Path, help=f"the published folder (default: {SITE}, beside the settings)")
    parser.add_argument("--endpoint-url", default="", help="the address of a host that speaks as S3 does")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Deploy; return 1 where the host refuses, 2 where something must be done first."""
    if options.to not in HOSTS:
        problem = f"'{options.to}' is no kind of host; say where" if options.to else "say where"
        return refuse(f"{problem}: --to {KINDS}", 2)
    root = Path(options.settings).absolute().parent
    site = options.folder or beside(options.settings)
    address = marker.ready_for(site)
    if not address:
        return refuse(f"{site}/ is not ready to be published; make it with: {tool(root)} publish", 2)
    if EXAMPLES[options.to] and not options.target:
        return refuse(f"say where: --to {options.to} --target {EXAMPLES[options.to]}", 2)
    try:
        host = HOSTS[options.to](Asked(site, options.target, root, options.endpoint_url))
        return _deploy(host, f"the site for {address}", dry=options.dry_run)
    except PublishError as error:
        return refuse(str(error), 1)


def _deploy(host: Host, what: str, *, dry: bool) -> int:
    changes = host.changes()
    if not changes:
        print(f"{host.place} has {what} already: {changes.same:,} files, nothing to change.")
        return 0
    for line in show(changes, everything=dry):
        print(line)
    if dry:
        print(f"Nothing was written to {host.place}: a dry run, of {what}.")
        return 0
    host.deploy(changes)
    print(f"{host.place} has {what} now.")
    return 0
