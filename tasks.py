"""What people do here, one task each: `invoke -l` lists them."""

import os
import sys
from tempfile import TemporaryDirectory

from invoke import Context, Exit, task

from arguments import MaybeAlone, OfSeveral
from provision import (
    BENCH,
    CARD_FONTS,
    CHROMIUM,
    INTERRUPTED,
    JAVA,
    NGINX,
    NPM,
    ROOT,
    RSYNC,
    from_here,
    install,
    install_fonts,
    install_npm_packages,
    install_peers,
    install_pinned,
    need,
    remove,
    run,
    status,
    untold_release,
)

OUTPUT = ROOT / "output"
DIST = ROOT / "dist"
CACHES = [
    ".hypothesis",
    ".import_linter_cache",
    ".looks",
    ".mypy_cache",
    ".output-build",
    ".public-build",
    ".pytest_cache",
    ".ruff_cache",
    "__pycache__",
    "cache",
]
SOURCE_FOLDERS = ["plugins", "tests", "audit", "bench", "handbook"]
PEERS = "pelican,pelican-cache,hugo,hugo-whole,eleventy"
FUZZ = ROOT / ".venv-fuzz"
LOCKS = {
    "requirements.txt": None,
    "requirements-dev.txt": "dev",
    "bench/requirements.txt": "bench",
    "fuzz/requirements.txt": "fuzz",
}
LOCK_OPTIONS = [
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
]
EXTRACT_OPTIONS = [
    "--mapping-file=pyproject.toml",
    "--keywords=translatable in_context:1c,2 in_numbers:1,2",
    "--add-location=file",
    "--sort-by-file",
    "--width=120",
]
UPDATE_OPTIONS = [
    "--domain=briefing",
    "--output-dir=plugins/briefing/locale",
    "--no-fuzzy-matching",
    "--ignore-obsolete",
    "--ignore-pot-creation-date",
    "--width=120",
]
# The public index alone: a machine's own wheels would leave their hashes, and only theirs, in the files.
LOCK_INDEX = {
    "CUSTOM_COMPILE_COMMAND": "invoke lock",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
}


@task(
    help={
        "strict": "let warnings stop the build",
        "without-fiction": "leave out content/fiction/, the invented briefings that show what a site can do",
    }
)
def build(_: Context, strict: bool = False, without_fiction: bool = False) -> None:
    """Build the site into output/."""
    settings = [*["BRIEFING_STRICT=true"] * strict, *['BRIEFING_PATHS=["briefings"]'] * without_fiction]
    run("pelican", "content", *["-e", *settings] * bool(settings))


@task(help={"siteurl": "the address readers will use; SITEURL in the environment does as well"})
def publish(_: Context, siteurl: str = "") -> None:
    """Build the site for its readers into public/, ready to upload."""
    need("pagefind", "PIL")  # before anything is brought to this machine
    install_fonts(*CARD_FONTS.values())
    run("python", "-m", "briefing", "publish", *[f"--siteurl={siteurl}"] * bool(siteurl))


@task(
    help={
        "to": "the kind of host: pages (a branch of Git), rsync, s3 or folder",
        "target": "user@example.org:/var/www/news, s3://bucket, /var/www/news; for pages a remote, or an address",
        "dry-run": "list what would change, and write nothing",
        "endpoint-url": "the address of a host that speaks as S3 does",
    }
)
def deploy(_: Context, to: str = "", target: str = "", dry_run: bool = False, endpoint_url: str = "") -> None:
    """Bring what was published to its host."""
    given = {"to": to, "target": target, "endpoint-url": endpoint_url}
    options = [f"--{name}={value}" for name, value in given.items() if value]
    run("python", "-m", "briefing", "deploy", *options, *["--dry-run"] * dry_run)


@task
def index(_: Context) -> None:
    """Build the site with search, and its index, into output/."""
    run("pelican", "content", "-e", "BRIEFING_SEARCH=true")
    run("python", "-m", "briefing", "index")


@task(help={"port": "the port to listen on"})
def serve(_: Context, port: str = "8000") -> None:
    """Serve the site on this machine, rebuilt at every change."""
    patterns = ["--patterns=tests/components"] if (ROOT / "tests/components").is_dir() else []
    code = status("python", "-m", "briefing", "serve", f"--port={port}", *patterns)
    if code not in {0, INTERRUPTED}:
        raise Exit(code=code)


@task(help={"only": "the briefings to print, by slug or file, with spaces between", "into": "the folder to write to"})
def pdf(_: Context, only: str = "", into: str = "pdf") -> None:
    """Build the site, and every briefing as PDF into pdf/."""
    need("weasyprint", "bs4")
    run("pelican", "content")
    run("python", "-m", "briefing", "pdf", *only.split(), f"--into={into}")


@task(
    klass=OfSeveral,
    help={
        "strict": "let warnings count as errors",
        "external": "ask whether links out of the site still lead somewhere, politely and once a day",
        "file": "show only what is wrong in this file or folder; several may be named",
        "format": "text, json, github or sarif",
        "notes": "show notes in full, which are counted otherwise",
    },
    iterable=["file"],
)
def check(
    _: Context,
    file: list[str],
    strict: bool = False,
    external: bool = False,
    format: str = "text",
    notes: bool = False,
) -> None:
    """Report every problem in every briefing, without building."""
    options = [*["--strict"] * strict, *["--external"] * external, *["--notes"] * notes, f"--format={format}"]
    run("python", "-m", "briefing", "check", *options, *map(from_here, file))


@task(
    klass=OfSeveral,
    help={"code": "what stands in brackets behind error, warning or note; several may be named"},
    iterable=["code"],
)
def explain(_: Context, code: list[str]) -> None:
    """Tell what a code of check means, with an example."""
    run("python", "-m", "briefing", "explain", *code)


@task
def cms(_: Context) -> None:
    """Get the browser form for editors into cms/."""
    install(*NPM)
    run("python", "-m", "briefing", "cms")


@task(help={"into": "the file to write, outside the site"})
def report(_: Context, into: str = "report.html") -> None:
    """Write what editors have to look after, as a page."""
    run("python", "-m", "briefing", "report", f"--into={from_here(into)}")


@task(
    klass=MaybeAlone,
    positional=["title"],
    iterable=["source"],
    help={
        "title": "the headline of the new briefing, in quotation marks",
        "source": "a saved article to draft it from; may be given several times",
        "into": "a briefing that is there, to which the article's proposals are added",
        "published": "the articles' date, where they do not tell it: 2023-05-08",
        "actor": "start an entry of the register instead: a name, in quotation marks",
        "source-record": "start an entry of the catalogue instead: a title, in quotation marks",
        "site": "start a site of your own instead: a new folder",
    },
)
def new(  # noqa: PLR0913, PLR0917  # each is an option of the command
    _: Context,
    source: list[str],
    title: str = "",
    into: str | None = None,
    published: str | None = None,
    actor: str | None = None,
    source_record: str | None = None,
    site: str | None = None,
) -> None:
    """Start a briefing: a "Headline", or --source FILE."""
    options = [f"--source={from_here(file)}" for file in source]
    into, site = into and from_here(into), site and from_here(site)
    given = {"into": into, "published": published, "actor": actor, "source-record": source_record, "site": site}
    options += [f"--{name}={value}" for name, value in given.items() if value is not None]
    run("python", "-m", "briefing", "new", *options, *[title] * bool(title))


@task(help={"only": "what to test: files, folders or other pytest arguments"})
def test(_: Context, only: str = "") -> None:
    """Run the tests on every core, real browser included."""
    need("pytest", "xdist", "playwright")
    for needed in (CHROMIUM, NGINX, RSYNC):
        install(*needed)
    install_fonts("fonts-noto-core")
    run("python", "-m", "pytest", "-rs", *(only.split() or ["-n", "auto"]))


@task(
    help={
        "each": "how many pages of every kind are looked at in the browser",
        "only": "the checks to do, by their names in what it prints, with spaces between",
    }
)
def audit(_: Context, each: int = 2, only: str = "") -> None:
    """Audit every kind of page as its readers meet it."""
    need("playwright", "bs4")
    for needed in (CHROMIUM, JAVA, NPM):
        install(*needed)
    install_npm_packages()
    run("python", "-m", "audit", "--each", str(each), *["--only", *only.split()] * bool(only))


@task
def lint(_: Context) -> None:
    """Check style, types and the one-way imports."""
    need("ruff", "mypy", "importlinter")
    commands = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports", "--no-logo"])
    failed = [command[0] for command in commands if status(*command)]
    if failed:
        raise Exit(f"lint failed: {', '.join(failed)}", code=1)


@task
def handbook(_: Context) -> None:
    """Bring generated parts of the docs up to date, pictures too."""
    need("playwright", "PIL")
    install(*CHROMIUM)
    run("python", "-m", "handbook")


@task
def texts(_: Context) -> None:
    """Bring the interface into the catalogues to translate."""
    with TemporaryDirectory() as folder:
        template = f"{folder}/briefing.pot"
        run("pybabel", "--quiet", "extract", *EXTRACT_OPTIONS, f"--output-file={template}", ".")
        run("pybabel", "--quiet", "update", *UPDATE_OPTIONS, f"--input-file={template}")


@task(
    help={
        "size": "how many briefings to invent and build",
        "peers": "whom to measure beside this project, with commas between; none for nobody",
        "rounds": "how often each is brought through everything; medians are printed",
        "json": "a file to write every figure to",
        "svg": "a file to draw them into",
    }
)
def bench(_: Context, size: int = 1000, peers: str = PEERS, rounds: int = 3, json: str = "", svg: str = "") -> None:
    """Measure this project beside its peers, in one run."""
    install_peers("eleventy" in peers.split(","))
    written = [f"--{name}={file}" for name, file in (("json", json), ("svg", svg)) if file]
    run(str(BENCH / "bin/python"), "bench", f"--size={size}", f"--peers={peers}", f"--rounds={rounds}", *written)


@task(help={"seconds": "how long in all; every target has its share"})
def fuzz(_: Context, seconds: int = 60) -> None:
    """Feed the readers of files what nobody would write."""
    install_pinned(ROOT / "fuzz/requirements.txt", FUZZ)
    run(str(FUZZ / "bin/python"), "fuzz", f"--seconds={seconds}")


@task
def advisories(_: Context) -> None:
    """Ask whether any pinned package has a known flaw."""
    install_pinned(ROOT / "fuzz/requirements.txt", FUZZ)
    pinned = str(ROOT / "requirements.txt")
    options = ("--require-hashes", "--disable-pip", "--progress-spinner=off")
    run(str(FUZZ / "bin/pip-audit"), *options, "--requirement", pinned)


@task(help={"dry-run": "build and check, and upload nothing"})
def release(_: Context, dry_run: bool = False) -> None:
    """Build wheel and sdist, check them, upload them."""
    need("build", "hatchling", "twine")
    unready = untold_release()
    if unready and not dry_run:
        raise Exit(unready, code=1)
    remove(DIST)
    run("python", "-m", "build", "--no-isolation", "--outdir", str(DIST))
    built = sorted(map(str, DIST.iterdir()))
    run("python", "-m", "twine", "check", "--strict", *built)
    if not dry_run:
        run("python", "-m", "twine", "upload", *built)
    elif unready:
        print(f"{unready}; an upload stops here", file=sys.stderr)


@task
def clean(_: Context) -> None:
    """Remove output/, pdf/, report.html and the caches, nothing else."""
    compiled = [cache for folder in SOURCE_FOLDERS for cache in (ROOT / folder).rglob("__pycache__")]
    ours = [OUTPUT, *(ROOT / name for name in ("pdf", "public", "report.html", *CACHES))]
    for path in [*ours, *compiled]:
        remove(path)


@task(help={"upgrade": "take the newest versions, not the ones pinned now"})
def lock(_: Context, upgrade: bool = False) -> None:
    """Pin the requirement files anew from pyproject.toml, with hashes."""
    need("piptools")
    for target, extra in LOCKS.items():
        extras = [f"--extra={extra}"] if extra else []
        newest = ["--upgrade"] if upgrade else []
        options = [*LOCK_OPTIONS, *extras, *newest, f"--output-file={target}"]
        run("pip-compile", *options, "pyproject.toml", **LOCK_INDEX)
