"""Briefings as a content type of their own, beside Pelican's articles and pages."""

import os
import shutil
import weakref
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from ..build.between import check_links, withheld
from ..build.card_pictures import fitted
from ..build.fingerprint import digest, of_program, of_settings, of_templates
from ..build.house import read_policy
from ..build.lock import Lock
from ..build.names import HOST_FILES
from ..build.plain_links import Links
from ..build.render import Theme
from ..build.settings import now_of, read_settings, shelf_of, site_of, workers_of
from ..build.settings_place import at_their_lines
from ..build.site_build import Setup, SiteBuild
from ..build.static_files import check_static_files
from ..build.tree import files_of, replace_file
from ..build.writing import Writing
from ..checks.house.policy import HousePolicy
from ..diagnostics import Code, Diagnostics, stops, without_notes
from ..parsing.load import Shelf
from ..report.text import render_text
from ..view.site import Site
from ..view.text import LinkView
from ..view.wording import wording_of
from . import given_up, ordinary
from .collisions import check_addresses, check_others
from .furnishing import furnish
from .handed_over import Late, LinkTarget, Redirection
from .interruption import told_by_status
from .outcome import before_pelican, done, overtaken
from .progress import Progress
from .terminal import BuildStoppedError, say, say_stopped, unwritable

if TYPE_CHECKING:  # an unchanged site does without
    from ..view.record import NamedPlace


class BriefingsGenerator(Generator):  # type: ignore[misc]
    """Reads briefings, checks all of them, and writes their pages; nothing is written while anything is wrong."""

    site: Site
    shelf: Shelf
    build: SiteBuild
    fonts: str
    """Those that cards are drawn with."""
    strict: bool
    policy: HousePolicy
    diagnostics: Diagnostics
    report: str

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.remarks = given_up.Remarks()
        self.held = ExitStack()
        self.progress = Progress(monotonic)
        weakref.finalize(self, self.held.close)  # where another generator fails, nobody calls `close`

    def generate_context(self) -> None:
        """Read and check every briefing, and tell Pelican their addresses."""
        values, problems = read_settings(self.settings)
        self.strict = values["BRIEFING_STRICT"]
        self.policy = read_policy(values)[0]
        self.elsewhere = tuple(values["BRIEFING_ELSEWHERE"])
        self.trusted = frozenset(map(str, values["BRIEFING_TRUSTED_FILES"]))
        self.shelf = shelf_of(self.settings, values)
        site, self.fonts, missing = fitted(site_of(self.settings))
        self.site = replace(site, pages=(*self._pages(), *self._articles(values["BRIEFING_ARTICLES"], site.lang)))
        self.output = Path(self.settings["OUTPUT_PATH"]).absolute()
        self.state = self.output.parent / f".{self.output.name}-build"
        self.aside = self.state / "site"
        self._hold()
        shutil.rmtree(self.aside, ignore_errors=True)
        self.build = SiteBuild(self._setup(values))
        self.build.look(self.output)
        with self.progress:
            found = self.build.read(self.progress)
        self.diagnostics = problems + missing + without_notes(found) + self._report(values["BRIEFING_EVIDENCE_REPORT"])
        overview = self.build.overview
        self.context["generated_content"] |= {path: LinkTarget(url, path) for path, url in overview.public.items()}
        self.context["generated_content"] |= {path: LinkTarget("", path) for path in self.build.reading.unread}
        self.context["static_links"].update(overview.copied)
        self.context["site"] = Late(self.site.view)

    def _hold(self) -> None:
        """Keep other builds out, and answer a signal in words, until `close`."""
        lock = Lock(self.state / "lock")
        lock.hold(lambda: say("Another build of this site is under way: waiting until it has ended."))
        self.held.callback(lock.release)
        if not (self.settings.get("AUTORELOAD") or self.settings.get("LISTEN")):  # those end by Ctrl-C as they should
            self.held.enter_context(told_by_status())

    def _setup(self, values: Mapping[str, Any]) -> Setup:
        self.theme = Theme(self.env, file_links=self.site.file_links)
        theme = of_templates(self.env)
        key = digest(of_program(), of_settings(self.settings), theme, self.fonts)
        now = now_of(self.settings, os.environ, datetime.now(UTC))
        return Setup(
            self.shelf,
            self.site,
            now,
            self.state,
            key,
            self.theme,
            workers_of(values),
            bool(values["BRIEFING_EVIDENCE_REPORT"]),
            self.policy,
        )

    def prepare(self, generators: list[Any]) -> None:
        """Check what needs everybody's addresses; raises BuildStoppedError on any error."""
        given_up.close()
        self._meet_the_others(generators)
        statics = ordinary.static_files(self.context, self.shelf)
        self.diagnostics += tuple(check_static_files(statics, self.trusted, self.build.store, of_program()))
        self.writing = Writing(self.build, self.targets, ordinary.last_changes(generators))
        theirs = tuple(ordinary.addresses(generators, self.settings, self.shelf, statics))
        if self.writing.is_new(theirs):
            self.diagnostics += check_addresses([*self.writing.origins(), *theirs], self._aliases())
        self._stop_on_errors()
        if self.diagnostics:
            say(render_text(self.diagnostics))
        plain = ordinary.plain_links(generators, self.shelf, self.site.url)
        menu = ordinary.navigation_links(self.context, self.shelf, self.site.url)
        self.links = Links((*plain, *menu), self.elsewhere)
        self.copies = ordinary.Copies()
        for generator in generators:
            generator.output_path = str(self.aside)
        generators[:] = [Redirection(self.aside), *(g for g in generators if g is not self), self]

    def _aliases(self) -> Iterator[tuple[str, "NamedPlace"]]:
        """Yield the file at each old address of which nothing wrong was said yet."""
        said = {d.span for d in self.diagnostics if d.code is Code.BAD_ALIAS}
        yield from (each for each in self.writing.aliases() if each[1].span not in said)

    def generate_output(self, _writer: Any) -> None:
        """Put every page in its place, with all that the others wrote before."""
        static, examples = self.settings["THEME_STATIC_DIR"], self.settings.get("BRIEFING_PATTERNS")
        patterns = self.shelf.root / examples if examples else None
        self.diagnostics = tuple(furnish(self.aside, static, patterns, self.theme, self.site, self.shelf))
        self.diagnostics += self._put_form()
        self._stop_on_errors()
        self.copies.stop_on_failure()
        names = list(files_of(self.aside))
        self.writing.given_way = HOST_FILES.intersection(names)
        # Asked again: {attach} has moved some since their addresses were compared.
        as_they_are = {each.name for each in ordinary.static_files(self.context, self.shelf)}
        pages = (self.aside / name for name in names if name.endswith(".html") and name not in as_they_are)
        ordinary.finish(pages, file_links=self.site.file_links)
        self.diagnostics = tuple(check_others(names, self.writing.ours(names)))
        self._stop_on_errors()
        others = {name: (digest((self.aside / name).read_bytes()), self.aside / name) for name in names}
        spare = self.settings["OUTPUT_RETENTION"] if self.settings["DELETE_OUTPUT_DIRECTORY"] else None
        result, self.diagnostics = self.build.write(self.writing, self.output, others, spare, self.links)
        self._stop_on_errors()
        seen = self.build.overview
        lines = (done(seen, result, self.progress.took), overtaken(self.build.lapsed), before_pelican(seen))
        self.close()
        for line in filter(None, lines):
            say(line)

    def _put_form(self) -> Diagnostics:
        """Write the browser form where the settings ask for it: for editors only."""
        asked = read_settings(self.settings)[0]["BRIEFING_ADMIN"]
        if not asked:
            return ()
        from ..build.admin import put_form

        return tuple(put_form(self.aside, asked, self.shelf, self.site))

    def close(self) -> None:
        """Let go of what was open, and of what others wrote aside."""
        shutil.rmtree(self.aside, ignore_errors=True)
        self.build.close()
        self.held.close()

    def _stop_on_errors(self) -> None:
        self.diagnostics = at_their_lines(self.diagnostics, self.shelf.root)
        if stops(self.diagnostics, strict=self.strict):
            self.close()
            say_stopped(self.diagnostics, self.report)
            raise BuildStoppedError(self.diagnostics)

    def _report(self, name: str) -> Diagnostics:
        """Write the evidence report, whatever becomes of the build."""
        self.report = name
        try:
            if name:
                from ..report.evidence import render_evidence_json

                replace_file(self.shelf.root / name, render_evidence_json(self.build.reading.evidence()))
        except OSError as error:
            self.report = ""
            return (unwritable("the evidence report (BRIEFING_EVIDENCE_REPORT)", error, self.shelf.root),)
        return ()

    def _pages(self) -> tuple[LinkView, ...]:
        """Return Pelican's own pages for the navigation; they are read before any briefing."""
        return tuple(LinkView(str(p.title), p.url) for p in ordinary.in_navigation(self.context))

    def _articles(self, folder: str, lang: str) -> tuple[LinkView, ...]:
        """Have ordinary articles listed in a folder, where there are any, and return the way there.

        Nothing else leads to them from a briefing.
        """
        if not (folder and self.context.get("articles")):
            return ()
        self.settings["DIRECT_TEMPLATES"] = [*dict.fromkeys((*self.settings["DIRECT_TEMPLATES"], "archives"))]
        self.settings["ARCHIVES_SAVE_AS"] = f"{folder}index.html"
        return (LinkView(wording_of(lang).gettext("Articles"), folder),)

    def _meet_the_others(self, generators: list[Any]) -> None:
        """Learn the addresses of everybody's files; check links and files."""
        allowed = ordinary.folders(self.settings, self.shelf)
        known, overview = ordinary.reachable(self.context, self.shelf, allowed), self.build.overview
        all_known = {**known, **{path: LinkTarget(url, path) for path, url in overview.drafts.items()}}
        unseen = withheld(overview.drafts, overview.embargoed)
        self.diagnostics += self._dead_links(overview.public, overview.linked, known, unseen)
        self.diagnostics += self._dead_links(overview.drafts, overview.linked_by_drafts, all_known, unseen)
        self.diagnostics += tuple(given_up.given_up(self.context, self.remarks, self.shelf))
        self.diagnostics += tuple(ordinary.strays(self.context, self.shelf, allowed))
        for content in ordinary.contents(generators):
            self.diagnostics += tuple(ordinary.dead_links(content, known, self.shelf, unseen))
        # Only what is linked is asked for its address: Pelican's {attach} moves files nobody has asked about yet.
        self.targets = {path: all_known[path].url for path in overview.targets() & all_known.keys()}

    def _dead_links(
        self, paths: Container[str], linked: Iterable[str], known: Mapping[str, Any], unseen: Mapping[str, str]
    ) -> Diagnostics:
        """Return what is wrong with the links of briefings to files; only where something is are they looked for."""
        if all(target in known and not target.startswith("../") for target in linked):
            return ()
        heads = (h for h in self.build.briefings.shown if h.path in paths)
        return check_links(heads, known, known, self.build.reading.record, unseen)
