"""What a page depends on besides its briefing, in one word: the code, the libraries, the settings, the theme."""

import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import CodeType
from typing import Any

from ..view.site import CONVERTERS, Convert

LIBRARIES = (
    *("babel", "comrak", "jinja2", "markdown", "markupsafe"),
    *("nh3", "pelican", "pydantic", "pyyaml", "rapidfuzz"),
)
"""Those whose work is seen on a page."""
ELSEWHERE = (
    "OUTPUT_PATH",
    "CACHE_PATH",
    "AUTORELOAD",
    "LISTEN",
    "PORT",
    "BIND",
    "DEBUG",
    "LOG_FILTER",
    "PATH",
    "PLUGIN_PATHS",
    "THEME",
    "BRIEFING_PATTERNS",
    "BRIEFING_TRUSTED_FILES",
    "BRIEFING_WORKERS",
    "BRIEFING_EXECUTOR",
)
"""Settings that no page depends on; what lies in a folder that one of them names has a digest of its own."""


def digest(*parts: str | bytes) -> str:
    """Return a digest of several parts, each with its length, so that no two lists of parts look alike."""
    return digest_of(parts)


def digest_of(parts: Iterable[str | bytes]) -> str:
    """Return the same of many parts, which need not be there at one time."""
    state = blake2b(digest_size=16)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(b"%d:" % len(raw))
        state.update(raw)
    return state.hexdigest()


@cache
def of_program() -> str:
    """Return the digest of this plugin's code, of its catalogues, and of the versions of what it renders with."""
    code = of_folder(Path(__file__).parent.parent, ".py", ".po")
    return digest(code, sys.version, *(f"{name} {of_library(name)}" for name in LIBRARIES))


def of_folder(folder: Path, *endings: str) -> str:
    """Return the digest of the files of some endings below a folder, their names included."""
    names = sorted(
        os.path.join(parent, name) for parent, _, files in os.walk(folder) for name in files if name.endswith(endings)
    )
    return digest(*(part for name in names for part in (os.path.relpath(name, folder), Path(name).read_bytes())))


def of_templates(environment: Any) -> str:
    """Return the digest of every template an environment (Jinja's) finds."""
    loader = environment.loader
    names = [name for name in environment.list_templates() if not name.startswith("!")]
    return digest(*(part for name in names for part in (name, loader.get_source(environment, name)[0])))


def of_settings(settings: Mapping[str, Any]) -> str:
    """Return the digest of Pelican's settings; functions among them count by their code."""
    return digest(*(f"{name}={_shown(settings[name])}" for name in sorted(settings) if name not in ELSEWHERE))


def of_converter(convert: Convert) -> str:
    """Return what converts Markdown, with the version of its library."""
    libraries = [library for each, library in CONVERTERS.values() if each is convert]
    return " ".join((convert.__qualname__, *(f"{library} {of_library(library)}" for library in libraries)))


def of_library(name: str) -> str:
    """Return the version of a library that is installed, or ""."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _shown(value: Any) -> str:
    """Write a value so that equal ones look alike in every process."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{k!r}: {_shown(value[k])}' for k in sorted(value, key=repr))}}}"
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(_shown, value)))}}}"
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | os.PathLike):
        return f"[{', '.join(map(_shown, value))}]"
    code = getattr(value, "__code__", None)
    if isinstance(code, CodeType):
        return _code(code)
    return repr(value) if " at 0x" not in repr(value) else f"{type(value).__module__}.{type(value).__qualname__}"


def _code(code: CodeType) -> str:
    constants = (_code(c) if isinstance(c, CodeType) else repr(c) for c in code.co_consts)
    return f"{code.co_name} {code.co_code.hex()} {code.co_names} {' '.join(constants)}"
