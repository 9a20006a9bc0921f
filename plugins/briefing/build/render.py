"""Pages as text: the theme's templates with autoescape on, and no name undefined."""

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError

from ..diagnostics import Code, Diagnostic, Span
from .pages import Page


def environment(base: Environment) -> Environment:
    """Return a theme's environment as briefings need it: what is not markup is escaped, what is not there is an error."""
    return base.overlay(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render_page(page: Page, templates: Environment) -> tuple[str, Diagnostic | None]:
    """Return a page's HTML, or what is wrong with its template."""
    try:
        return templates.get_template(f"{page.template}.html").render(page.values), None
    except TemplateSyntaxError as error:
        span = Span(error.filename or error.name or page.template, error.lineno, 1, error.lineno, 2)
        return "", Diagnostic(Code.TEMPLATE, str(error.message), span)
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        message = f"the template '{page.template}.html' cannot show {page.origin or page.save_as}: {error}"
        return "", Diagnostic(Code.TEMPLATE, message, Span(*_place(error, page)))


def _place(error: Exception, page: Page) -> tuple[str, int, int]:
    """Return the template's file and line nearest to an error."""
    trace, found = error.__traceback__, (f"{page.template}.html", 0, 0)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            found = (name, trace.tb_lineno, 1)
        trace = trace.tb_next
    return found
