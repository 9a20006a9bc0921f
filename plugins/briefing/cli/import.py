"""Read posts of Hugo or Jekyll into drafts of ordinary articles."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..build.settings import read_settings, shelf_of
from ..drafting.posts import Post, read_post
from ..drafting.yaml_text import comment, scalar
from ..report.text import counted
from .project import settings_file, settings_of
from .written import NewFile, TakenError, write_all

ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
INDEX = "_index"
"""Hugo's page of a section, which is no post."""


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing import``."""
    parser.add_argument(
        "posts", nargs="+", metavar="FOLDER or FILE", help="posts: content/posts of Hugo, _posts of Jekyll"
    )
    parser.add_argument("--settings", default=settings_file(), help="the settings file (default: %(default)s)")
    return run


def run(options: argparse.Namespace) -> int:
    """Write a draft for each post, and list what was not understood; return 1 where a post was not taken over."""
    missing = [name for name in options.posts if not Path(name).exists()]
    if missing:
        print(f"briefing: there is no {', '.join(missing)}", file=sys.stderr)
        return 2
    settings = settings_of(options.settings)
    shelf = shelf_of(settings, read_settings(settings)[0])
    into = shelf.content / next(iter(settings.get("ARTICLE_PATHS", ())), "articles")
    counts = {"written": 0, "left": 0, "remarks": 0}
    for path in sorted({path for name in options.posts for path in _posts(Path(name))}):
        post = _read(path)
        written = False if isinstance(post, str) else _write(post, into, path)
        counts["written"] += written
        counts["left"] += not written
        if isinstance(post, str):
            print(f"{path}: not taken over: {post}")
        elif written:
            counts["remarks"] += len(post.remarks)
            _tell(post, path)
    _sum_up(**counts)
    return int(bool(counts["left"]) or not counts["written"])


def _posts(given: Path) -> Iterator[Path]:
    if given.is_file():
        yield given
        return
    for folder, _, names in os.walk(given):
        yield from (Path(folder, name) for name in names if name.lower().endswith(ENDINGS) and Path(name).stem != INDEX)


def _read(path: Path) -> Post | str:
    try:
        return read_post(path.as_posix(), path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        return "it is not UTF-8; save it as UTF-8 in your editor"
    except OSError as error:
        return f"it cannot be read: {error.strerror}"


def _write(post: Post, into: Path, path: Path) -> bool:
    file = NewFile(into / f"{post.name}.md", render_post(post).encode("utf-8", "replace"))
    try:
        write_all([file])
    except TakenError:
        print(f"{path}: not taken over: {_shown(file.path)} is there already, and is left as it is")
        return False
    print(f"{_shown(file.path)}: written")
    return True


def render_post(post: Post) -> str:
    """Return a post as the file of an article; what was not understood stands in comments."""
    fields = (f"{name}: {_value(value)}" for name, value in post.fields.items())
    remarks = (f"# {f'line {r.line}: ' if r.line else ''}{comment(r.words)}" for r in post.remarks)
    return "\n".join(["---", *fields, *remarks, "---", "", post.body])


def _value(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return scalar(value)
    return f"[{', '.join(scalar(each, in_flow=True) for each in value)}]"


def _tell(post: Post, path: Path) -> None:
    for remark in post.remarks:
        print(f"  {path}{f':{remark.line}' if remark.line else ''}: {remark.words}")


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _sum_up(written: int, left: int, remarks: int) -> None:
    parts = [
        f"{counted(written, 'post')} written as {'drafts' if written != 1 else 'a draft'}",
        f"{left} not taken over" if left else "",
        f"{counted(remarks, 'thing')} not understood, in comments of the drafts too" if remarks else "",
    ]
    print(f"{'; '.join(filter(None, parts))}.")
