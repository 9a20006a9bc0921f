"""Programs of others, run with their own credentials: none is read here, and none is printed."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@|(?i:\b(?:token|key|secret|password|authorization)\s*[=:]\s*)\S+")
HOW_TO_GET = {
    "rsync": "on Debian, as root: apt-get install rsync",
    "git": "on Debian, as root: apt-get install git",
    "aws": "pip install awscli, or as docs.aws.amazon.com/cli says",
}
TELLING = re.compile(r"(?i)ssh: |host key|fatal|error|rsync: |!|.*\b(?:denied|error)\b")
FROM_HOST = re.compile(r"remote: *+(?!(?:Counting|Compressing|Enumerating|Resolving|Total) )(.*\w.*)")
"""What Git passes on of the words of the other machine, without its progress."""
MOST_FROM_HOST = 4
NONE: Mapping[str, str] = MappingProxyType({})


class PublishError(Exception):
    """Why a site is not published, in one line for the person who asked for it."""


def reason(printed: str) -> str:
    """Return the line that says why a program failed, and what the other machine said of it, without credentials."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    from_host = [found[1] for line in lines if (found := FROM_HOST.fullmatch(line))]
    here = [line for line in lines if not line.startswith("remote:")]
    telling = [line for line in here if TELLING.match(line)]
    why = (telling or here or [""])[0 if telling else -1]
    return hidden("; the host says: ".join(filter(None, (why, " ".join(from_host[:MOST_FROM_HOST])))))


def run(
    command: Sequence[str | Path],
    what: str,
    cwd: Path | None = None,
    variables: Mapping[str, str] = NONE,
    why: Callable[[str], str] = reason,
) -> str:
    """Run a program and return what it printed; raises PublishError with its own words where it fails."""
    environment = {**os.environ, **variables}
    try:
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        name = Path(command[0]).name
        raise PublishError(f"{what}: {name} is not installed; {HOW_TO_GET.get(name, 'install it')}") from None
    printed = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        said = why(done.stderr.decode("utf-8", "replace") or printed)
        raise PublishError(f"{what}: {said or f'it ended with {done.returncode}'}")
    return printed


def hidden(text: str) -> str:
    """Return a text without what may be a credential in it."""
    return CREDENTIALS.sub(lambda m: "…@" if m[0].endswith("@") else "…", text)


def without_prompts(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what keeps Git from asking a question where nobody is there to answer."""
    return {} if environment.get("TERM") else {"GIT_TERMINAL_PROMPT": "0"}
