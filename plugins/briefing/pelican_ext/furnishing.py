"""What the site has besides its pages, in the folder where all that others make waits: stylesheets and patterns.

What Pelican copies and no reader asks for is taken out.
"""

from collections.abc import Iterator
from pathlib import Path

from ..build.render import Theme, render_page
from ..build.stylesheet import join_stylesheets
from ..build.tree import files_of, replace_file
from ..diagnostics import Code, Diagnostic, Span
from ..parsing.load import Shelf
from ..view.site import Site

PATTERNS_STYLE = "patterns.css"
KEEPERS = (".gitkeep", ".gitignore")
"""Files that only keep a folder in a repository."""


def furnish(
    aside: Path, static: str, examples: Path | None, theme: Theme, site: Site, shelf: Shelf
) -> Iterator[Diagnostic]:
    """Bring what waits aside into order; yield what is wrong with it.

    `static` is the folder of the theme's files there. The pattern page, for designers only, is made where there is a
    folder of its `examples`.
    """
    for name in [name for name in files_of(aside) if name.rpartition("/")[2] in KEEPERS]:
        (aside / name).unlink()
    yield from join_stylesheets(aside / static / "css", f"{static}/css")
    if examples is None:
        (aside / static / "css" / PATTERNS_STYLE).unlink(missing_ok=True)
    else:
        yield from _put_patterns(aside, examples, theme, site, shelf)


def _put_patterns(aside: Path, examples: Path, theme: Theme, site: Site, shelf: Shelf) -> Iterator[Diagnostic]:
    from ..build.patterns import ExampleError, load_examples, show_patterns

    try:
        page = show_patterns(load_examples(examples), theme, site)
    except ExampleError as error:
        place = error.path.relative_to(shelf.root) if error.path.is_relative_to(shelf.root) else error.path
        help = "docs/theme.md says how an example is written"
        yield Diagnostic(Code.TEMPLATE, f"this example cannot be shown: {error}", Span(str(place)), help)
        return
    text, problem = render_page(page, theme, shelf.root)
    yield from (problem,) if problem else ()
    replace_file(aside / page.save_as, text)
