"""Briefings as a content type of their own, beside Pelican's articles and pages."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.log import console

from ..build.check import Project, briefings_of, load_project
from ..build.links import check_links
from ..build.pages import addresses, make_pages
from ..build.publish import Stage, is_inside
from ..build.render import environment, render_page
from ..build.settings import now_of, read_settings, shelf_of, site_of
from ..diagnostics import Code, Diagnostic, Diagnostics, Span, errors_in
from ..parsing.load import Shelf
from ..report.text import counted, render_text, summary
from ..view.site import Site, briefing_url
from ..view.values import LinkView

CONTENT_KINDS = (
    *("articles", "translations", "drafts", "drafts_translations", "hidden_articles", "hidden_translations"),
    *("pages", "hidden_pages", "draft_pages", "draft_translations"),
)
"""The lists in which Pelican's own generators keep what they will write."""


class BuildStoppedError(Exception):
    """The build cannot go on; everything that is wrong has been said already."""

    exitcode = 1


@dataclass(frozen=True)
class LinkTarget:
    """What Pelican needs to know of a briefing to resolve a ``{filename}`` link to it."""

    url: str
    source_path: str


class BriefingsGenerator(Generator):  # type: ignore[misc]
    """Reads briefings, checks all of them, and writes their pages; nothing is written while anything is wrong."""

    project: Project
    site: Site
    shelf: Shelf
    stage: Stage
    diagnostics: Diagnostics

    def generate_context(self) -> None:
        """Read and check every briefing, and tell Pelican their addresses."""
        values, problems = read_settings(self.settings)
        self.strict = bool(values["BRIEFING_STRICT"])
        self.site = site_of(self.settings)
        self.shelf = shelf_of(self.settings, values)
        now = now_of(self.settings, os.environ, datetime.now(UTC))
        self.project, found = load_project(self.shelf, now, self.site.lang)
        self.diagnostics = problems + found
        for r in self.project.published:
            url = briefing_url(r, self.site.lang)
            self.context["generated_content"][r.manuscript.path] = LinkTarget(url, r.manuscript.path)
        self.context["static_links"] |= {
            link.target
            for r in briefings_of(self.project)
            for link in r.manuscript.prose.links
            if link.kind != "filename"
        }
        self.context["site"] = self.site.view()

    def prepare(self, generators: list[Any]) -> None:
        """Check what needs everybody's addresses, then render every page; raises BuildStoppedError on any error."""
        self._meet_the_others(generators)
        self.diagnostics += check_links(tuple(briefings_of(self.project)), self.site.targets)
        self.diagnostics += tuple(self._collisions(generators))
        if not errors_in(self.diagnostics):
            self._render()
        if self.diagnostics:
            say(render_text(self.diagnostics))
        if errors_in(self.diagnostics):
            self.stage_or_none_drop()
            say(f"\n{summary(self.diagnostics)}. Nothing was written; the site is as it was.")
            raise BuildStoppedError

    def generate_output(self, _writer: Any) -> None:
        """Put every page in its place."""
        removed = self.stage.publish()
        say(self._result(len(removed)))

    def stage_or_none_drop(self) -> None:
        """Throw away pages that wait, where there are any."""
        if hasattr(self, "stage"):
            self.stage.drop()

    def _meet_the_others(self, generators: list[Any]) -> None:
        """Learn the addresses of everybody's files, and the pages for the navigation."""
        known = {**self.context["static_content"], **self.context["generated_content"]}
        targets = {path: content.url for path, content in known.items() if content is not None}
        pages = tuple(
            LinkView(str(p.title), p.url)
            for g in generators
            for p in getattr(g, "pages", ())
            if getattr(p, "in_default_lang", True)
        )
        self.site = replace(self.site, targets=targets, pages=pages)
        self.context["site"] = self.site.view()

    def _collisions(self, generators: list[Any]) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each two pages of one address, and for each that would leave the output folder."""
        taken: dict[str, str] = {}
        for name, origin in [*addresses(self.project, self.site), *_others(generators)]:
            if not is_inside(name):
                message = f"the page would be written to '{name}', outside the output folder"
                yield Diagnostic(Code.OUTSIDE_OUTPUT, message, Span(origin), "mend its slug or save_as")
            elif taken.setdefault(name, origin) != origin:
                message = f"its page would be written to '{name}', where the page of {taken[name]} goes"
                yield Diagnostic(Code.URL_COLLISION, message, Span(origin), "give one of them another slug or save_as")

    def _render(self) -> None:
        self.stage = Stage(Path(self.output_path).absolute())
        templates = environment(self.env)
        for page in make_pages(self.project, self.site):
            text, problem = render_page(page, templates)
            if problem:
                self.diagnostics += (problem,)
                return  # a broken template breaks every page of its kind
            self.stage.add(page.save_as, text)

    def _result(self, removed: int) -> str:
        parts = [
            f"{counted(len(self.project.published), 'briefing')} published",
            f"{len(self.project.unlisted)} unlisted (drafts and hidden)" if self.project.unlisted else "",
            f"{len(self.project.embargoed)} under embargo" if self.project.embargoed else "",
            f"{counted(removed, 'page')} removed" if removed else "",
        ]
        return f"Briefings: {', '.join(filter(None, parts))}."


def say(text: str) -> None:
    """Print through Pelican's console, but as it is: no wrapping, no markup, so that file:line:column stays whole."""
    console.print(text, soft_wrap=True, markup=False, highlight=False)


def _others(generators: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield the output and the source of everything the other generators will write."""
    seen = set()
    for generator in generators:
        for content in (c for kind in CONTENT_KINDS for c in getattr(generator, kind, ())):
            if content.source_path not in seen and content.save_as:
                seen.add(content.source_path)
                yield content.save_as, content.get_relative_source_path()
