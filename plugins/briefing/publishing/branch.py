"""Which branch of which repository is meant: by the name of a remote, or by an address or a path."""

import os
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from .programs import NONE, PublishError, hidden

DEFAULT = "gh-pages"
ADDRESS = re.compile(r"\w[\w+.-]*://\S+|(?:[\w.-]+@)?[\w.-]+:(?!//)\S+")
FOLDER = re.compile(r"[./~]")
FORMS = "origin, origin/gh-pages, https://git.example.org/news.git#gh-pages or /srv/news.git"


class Branch(NamedTuple):
    """A branch of a repository, and the variables by which Git knows a remote that has no name in the project."""

    remote: str
    name: str
    place: str
    """As people name it, without a password."""
    variables: Mapping[str, str] = NONE


def read_branch(target: str) -> Branch:
    """Return the branch that a target names; raises PublishError for what is none."""
    if ADDRESS.match(target) or FOLDER.match(target):
        address, _, name = target.partition("#")
        return _of_address(address, name or DEFAULT)
    remote, _, name = (target or "origin").partition("/")
    if remote.startswith("-") or name.startswith("-") or not remote:
        raise PublishError(f"'{target}' is no remote of Git; write it like {FORMS}")
    return Branch(remote, name or DEFAULT, f"{remote}/{name or DEFAULT}")


def _of_address(address: str, name: str) -> Branch:
    """Return the branch at an address: its remote is one that Git is told of for as long as it runs."""
    url = str(Path(address).expanduser().absolute()) if FOLDER.match(address) else address
    remote = f"deploy-{sha256(url.encode()).hexdigest()[:8]}"
    given = int(os.environ.get("GIT_CONFIG_COUNT", "0"))
    settings = {f"remote.{remote}.url": url}
    variables = {"GIT_CONFIG_COUNT": str(given + len(settings))}
    for number, (key, value) in enumerate(settings.items(), given):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return Branch(remote, name, f"the branch {name} of {hidden(url)}", variables)
