"""Briefings as a content type of their own, beside Pelican's articles and pages."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from ..build.check import Project, briefings_of, load_project
from ..build.kept import kept
from ..build.links import check_links
from ..build.pages import addresses, make_pages
from ..build.publish import Stage, is_inside, replace_file
from ..build.render import environment, render_page
from ..build.settings import now_of, read_settings, shelf_of, site_of
from ..diagnostics import Code, Diagnostic, Diagnostics, Span, errors_in, without_notes
from ..parsing.load import Shelf
from ..parsing.resolve import Resolved
from ..report.evidence import render_evidence_json
from ..report.text import counted, render_text
from ..view.site import Site, briefing_url
from ..view.values import LinkView
from . import ordinary
from .terminal import BuildStoppedError, say, say_stopped


@dataclass(frozen=True)
class LinkTarget:
    """What Pelican needs to know of a briefing to resolve a ``{filename}`` link to it."""

    url: str
    source_path: str


@dataclass(frozen=True)
class Redirection:
    """The first in Pelican's list of those who write: from it on, its writer writes to the stage."""

    stage: Stage

    def generate_output(self, writer: Any) -> None:
        """Turn Pelican's writer to the stage."""
        writer.output_path = str(self.stage.site)


class BriefingsGenerator(Generator):  # type: ignore[misc]
    """Reads briefings, checks all of them, and writes their pages; nothing is written while anything is wrong."""

    project: Project
    site: Site
    shelf: Shelf
    stage: Stage
    strict: bool
    diagnostics: Diagnostics
    report: str

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.remarks = ordinary.Remarks()

    def generate_context(self) -> None:
        """Read and check every briefing, and tell Pelican their addresses."""
        values, problems = read_settings(self.settings)
        self.strict = values["BRIEFING_STRICT"]
        self.site = site_of(self.settings)
        self.shelf = shelf_of(self.settings, values)
        now = now_of(self.settings, os.environ, datetime.now(UTC))
        with kept():
            self.project, found = load_project(self.shelf, now, self.site.lang)
        self.diagnostics = problems + without_notes(found) + self._report(values["BRIEFING_EVIDENCE_REPORT"])
        drafts = self._drafts()
        for r in briefings_of(self.project):
            if r not in drafts:
                self.context["generated_content"][r.manuscript.path] = self._target(r)
        self.context["static_links"] |= {
            link.target
            for r in briefings_of(self.project)
            for link in r.manuscript.prose.links
            if link.kind != "filename"
        }
        self.context["site"] = self.site.view()

    def prepare(self, generators: list[Any]) -> None:
        """Check what needs everybody's addresses, then render every page; raises BuildStoppedError on any error."""
        ordinary.close()
        self._meet_the_others(generators)
        self.diagnostics += tuple(self._collisions(generators))
        self.stage = Stage(Path(self.settings["OUTPUT_PATH"]).absolute())
        if not errors_in(self.diagnostics):
            self._render()
        self._stop_on_errors()
        if self.diagnostics:
            say(render_text(self.diagnostics))
        for generator in generators:
            generator.output_path = str(self.stage.site)
        generators[:] = [Redirection(self.stage), *(g for g in generators if g is not self), self]

    def generate_output(self, _writer: Any) -> None:
        """Put every page in its place, with all that the others wrote before."""
        self.diagnostics = tuple(_collision(name, name, "Pelican or another plugin") for name in self.stage.contested())
        self._stop_on_errors()
        deletes = self.settings["DELETE_OUTPUT_DIRECTORY"]
        removed = self.stage.publish(self.settings["OUTPUT_RETENTION"] if deletes else None)
        say(self._result(len(removed)))

    def _stop_on_errors(self) -> None:
        if errors_in(self.diagnostics) or (self.strict and self.diagnostics):
            self.stage.drop()
            say_stopped(self.diagnostics, self.report)
            raise BuildStoppedError

    def _report(self, name: str) -> Diagnostics:
        """Write the evidence report, whatever becomes of the build."""
        self.report = name
        try:
            if name:
                replace_file(self.shelf.root / name, render_evidence_json(self.project.all_proofs()))
        except OSError as error:
            self.report, message = "", f"the evidence report cannot be written: {error.strerror}: {error.filename}"
            return (Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), "mend BRIEFING_EVIDENCE_REPORT"),)
        return ()

    def _drafts(self) -> list[Resolved]:
        return [r for r in self.project.unlisted if r.briefing.status == "draft"]

    def _target(self, r: Resolved) -> LinkTarget:
        return LinkTarget(briefing_url(r, self.site.lang), r.manuscript.path)

    def _meet_the_others(self, generators: list[Any]) -> None:
        """Learn the addresses of everybody's files, and the pages for the navigation; check links and files."""
        known = ordinary.reachable(self.context, self.shelf)
        drafts = self._drafts()
        all_known = {**known, **{r.manuscript.path: self._target(r) for r in drafts}}
        public = [r for r in briefings_of(self.project) if r not in drafts]
        self.diagnostics += check_links(public, known) + check_links(drafts, all_known)
        self.diagnostics += tuple(ordinary.given_up(self.context, self.remarks, self.shelf))
        self.diagnostics += tuple(ordinary.strays(self.context, self.shelf))
        for content in ordinary.contents(generators):
            self.diagnostics += tuple(ordinary.dead_links(content, known, self.shelf))
        named = {link.target for r in briefings_of(self.project) for link in r.manuscript.prose.links}
        pages = tuple(
            LinkView(str(p.title), p.url)
            for g in generators
            for p in getattr(g, "pages", ())
            if getattr(p, "in_default_lang", True)
        )
        # Only what is linked is asked for its address: Pelican's {attach} moves files nobody has asked about yet.
        self.site = replace(
            self.site, targets={path: all_known[path].url for path in named & all_known.keys()}, pages=pages
        )
        self.context["site"] = self.site.view()

    def _collisions(self, generators: list[Any]) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each two pages of one address, and for each that would leave the output folder."""
        taken: dict[str, str] = {}
        others = ordinary.addresses(generators, self.shelf)
        for name, origin in [*addresses(self.project, self.site), *others]:
            if not is_inside(name):
                message = f"the page would be written to '{name}', outside the output folder"
                yield Diagnostic(Code.OUTSIDE_OUTPUT, message, Span(origin), "mend its slug or save_as")
            elif taken.setdefault(name, origin) != origin:
                yield _collision(origin, name, taken[name])

    def _render(self) -> None:
        templates = environment(self.env)
        broken: set[str] = set()  # a broken template breaks every page of its kind: that is said once
        for page, problems in make_pages(self.project, self.site):
            self.diagnostics += problems
            if page is None or page.template in broken:
                continue
            text, problem = render_page(page, templates, self.shelf.root)
            if problem:
                broken.add(page.template)
                self.diagnostics += (problem,)
            elif not errors_in(self.diagnostics):
                self.stage.add(page.save_as, text)

    def _result(self, removed: int) -> str:
        parts = [
            f"{counted(len(self.project.published), 'briefing')} published",
            f"{len(self.project.unlisted)} unlisted (drafts and hidden)" if self.project.unlisted else "",
            f"{len(self.project.embargoed)} under embargo" if self.project.embargoed else "",
            f"{counted(removed, 'file')} removed" if removed else "",
        ]
        return f"Briefings: {', '.join(filter(None, parts))}."


def _collision(origin: str, name: str, other: str) -> Diagnostic:
    message = f"its page would be written to '{name}', where the page of {other} goes"
    return Diagnostic(Code.URL_COLLISION, message, Span(origin), "give one of them another slug or save_as")
