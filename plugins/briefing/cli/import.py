"""Read posts of Hugo or Jekyll into drafts of ordinary articles."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..build.settings import read_settings, shelf_of
from ..drafting.post_body import Remark
from ..drafting.post_links import FILES, FindPost, Places
from ..drafting.post_pictures import pictures_of, with_pictures
from ..drafting.posts import HTML, Post, read_post
from ..drafting.yaml_text import comment, scalar
from ..report.text import counted
from ..view.markup import anchors, slug_of
from .project import add_settings, settings_of
from .refusal import refuse
from .written import NewFile, TakenError, write_all

ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
OF_POSTS = ("_posts", "_drafts", "content")
"""The folders of Jekyll and Hugo in which a file of HTML is a post, and no template."""
NOT_POSTS = ("node_modules", "vendor", "themes", "archetypes", "_site", "resources")
"""Folders of a site that hold other people's texts, patterns, or what was built."""
LEVELS = 5
"""So many folders above a post belong to the site it is from: its pictures are looked for there, and nowhere else."""
INDEX = "_index"
"""Hugo's page of a section, which is no post."""


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing import``."""
    parser.add_argument(
        "posts", nargs="+", metavar="FOLDER or FILE", help="posts: content/posts of Hugo, _posts of Jekyll"
    )
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Write a draft for each post, and list what was not understood; return 1 where a post was not taken over."""
    missing = [name for name in options.posts if not Path(name).exists()]
    if missing:
        return refuse(f"there is no {', '.join(missing)}", 2)
    settings = settings_of(options.settings)
    shelf = shelf_of(settings, read_settings(settings)[0])
    into = shelf.content / next(iter(settings.get("ARTICLE_PATHS", ())), "articles")
    images = next(iter(settings.get("STATIC_PATHS", ())), "images")
    counts = {"written": 0, "left": 0, "remarks": 0}
    for path, read in _read_all(sorted({path for name in options.posts for path in _posts(Path(name))})):
        written = False
        if isinstance(read, str):
            print(f"{path}: not taken over: {read}")
        else:
            post, files = _with_files(read, path.resolve(), shelf.content, images)
            written = _write(post, into, path, files)
            counts["remarks"] += len(post.remarks) if written else 0
        counts["written"] += written
        counts["left"] += not written
    _sum_up(**counts)
    return int(bool(counts["left"]) or not counts["written"])


def _posts(given: Path) -> Iterator[Path]:
    if given.is_file():
        yield given
        return
    for folder, folders, names in os.walk(given):
        folders[:] = [name for name in folders if name not in NOT_POSTS and not name.startswith(".")]
        within = bool({given.resolve().name, *Path(folder).relative_to(given).parts} & {*OF_POSTS})
        endings = (*ENDINGS, *(HTML if within else ()))
        yield from (Path(folder, name) for name in names if name.lower().endswith(endings) and Path(name).stem != INDEX)


def _read_all(paths: Iterable[Path]) -> Iterator[tuple[Path, Post | str]]:
    """Yield the posts, or why each is none: twice read, for a link leads to what only the others say of themselves."""
    first = {path: _read(path) for path in paths}
    places = Places(post.place for post in first.values() if isinstance(post, Post))
    for path, post in first.items():
        yield path, post if isinstance(post, str) else _read(path, places.finder(post.place))


def _read(path: Path, find_post: FindPost = lambda _: "") -> Post | str:
    try:
        return read_post(path.as_posix(), path.read_text("utf-8-sig"), find_post)
    except UnicodeDecodeError:
        return "it is not UTF-8; save it as UTF-8 in your editor"
    except OSError as error:
        return f"it cannot be read: {error.strerror}"


def _with_files(post: Post, path: Path, content: Path, images: str) -> tuple[Post, list[NewFile]]:
    """Return a post with its pictures and files where this site has them, and the copies to write for that."""
    found = {address: _file(path, unquote(urlsplit(address).path)) for address in pictures_of(post.body)}
    files = list(dict.fromkeys(filter(None, found.values())))
    names = zip(files, anchors(slug_of(file.stem) or "file" for file in files), strict=True)
    places = {file: f"{images}/{post.name}/{name}{file.suffix.lower()}" for file, name in names}
    body = with_pictures(post.body, {address: f"{{static}}/{places[file]}" for address, file in found.items() if file})
    lost = [
        Remark(0, f"the file {address} was not found: put it into {content.name}/{images}/")
        for address, file in found.items()
        if not file
    ]
    copies = [NewFile(content / place, file.read_bytes()) for file, place in places.items()]
    return replace(post, body=body, remarks=(*post.remarks, *lost)), copies


def _file(post: Path, address: str) -> Path | None:
    """Return a file that a post shows or offers: beside it, or where Hugo and Jekyll have what all posts share."""
    above = [folder.resolve() for folder in post.parents[:LEVELS]]
    below = address.lstrip("/")
    there = [] if address.startswith("/") else [above[0] / below]
    there += [folder / kind / below for folder in above for kind in ("static", "assets", "images", ".")]
    found = (file.resolve() for file in there if file.suffix.lower() in FILES and file.is_file())
    return next((file for file in found if file.is_relative_to(above[-1])), None)


def _write(post: Post, into: Path, path: Path, files: Sequence[NewFile]) -> bool:
    file = NewFile(into / f"{post.name}.md", render_post(post).encode("utf-8", "replace"))
    try:
        write_all([file, *files])
    except TakenError as error:
        print(f"{path}: not taken over: {_shown(error.path)} is there already, and is left as it is")
        return False
    print(f"{_shown(file.path)}: written")
    _tell(post, path)
    return True


def render_post(post: Post) -> str:
    """Return a post as the file of an article; what was not understood stands in comments."""
    fields = [f"{name}: {_value(value)}" for name, value in post.fields.items()]
    fields += ["# [check: date]"] * ("date" not in post.fields)
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
    if written:
        print("Nothing leads to a draft: look at each, then take its 'status: draft' away.")
