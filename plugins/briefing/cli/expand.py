"""Write the short forms of briefings out, so that the browser form can edit them."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ..build.settings import read_settings, shelf_of
from ..diagnostics import errors_in
from ..parsing.load import Shelf, load_text
from ..parsing.long_form import in_long_form
from ..parsing.manuscript import parse_manuscript
from ..report.text import render_text
from .project import add_settings, settings_of
from .refusal import refuse
from .written import NewFile, write_all


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing expand``."""
    parser.add_argument("files", nargs="+", metavar="BRIEFING", help="the files to write anew")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Write each file anew where it has short forms; return 1 where one has errors, which is left as it is."""
    if missing := [file for file in options.files if not Path(file).is_file()]:
        return refuse(f"there is no file {', '.join(missing)}", 2)
    settings = settings_of(options.settings)
    shelf = shelf_of(settings, read_settings(settings)[0])
    return max(_expand(Path(file), shelf) for file in options.files)


def _expand(path: Path, shelf: Shelf) -> int:
    file, problems = load_text(shelf, path.absolute())
    manuscript, more = parse_manuscript(path.name, file) if file else (None, ())
    if manuscript is None or errors_in(problems + more):
        return refuse(f"{path} has errors; mend them first\n{render_text(problems + more)}", 1)
    raw, text = path.read_bytes(), in_long_form(manuscript)
    if text == manuscript.fields.file.text:
        print(f"{path}: has no short forms")
        return 0
    mark = raw[: len(raw) - len(raw.removeprefix(b"\xef\xbb\xbf"))]
    write_all([NewFile(path, mark + text.encode(), raw)])
    print(f"{path}: its short forms are written out")
    return 0
