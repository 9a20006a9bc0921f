"""Pages as text: the theme's templates with autoescape on, and no name undefined."""

from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError

from ..diagnostics import Code, Diagnostic, Span
from .pages import Page


def environment(base: Environment) -> Environment:
    """Return a theme's environment as briefings need it: text is escaped, and a name that is not there is an error.

    Templates are read once, for one build: looking after each whether its file has changed costs every page.
    """
    return base.overlay(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )


def render_page(page: Page, templates: Environment, root: Path) -> tuple[str, Diagnostic | None]:
    """Return a page's HTML, or what is wrong with its template, whose path is given relative to `root`."""
    try:
        return templates.get_template(f"{page.template}.html").render(page.values), None
    except Exception as error:  # noqa: BLE001 - a template is a program, and can fail in any way
        shown = page.origin or page.save_as
        return "", template_error(error, root, f"{page.template}.html", f" while it shows {shown}")


def template_error(error: Exception, root: Path, template: str, when: str = "") -> Diagnostic:
    """Return an error in a template with its place there; `template` is its name where no better is known."""
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or error.name or template, error.lineno
    else:
        path, line = _place(error) or (template, 0)
    name = Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path
    message = " ".join(str(error).split()) or type(error).__name__
    return Diagnostic(Code.TEMPLATE, message + when, Span(name, line, 1 if line else 0, line, 2))


def _place(error: BaseException) -> tuple[str, int] | None:
    """Return the template and the line nearest to an error."""
    trace, found = error.__traceback__, None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
