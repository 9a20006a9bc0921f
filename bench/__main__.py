"""The benchmark: ``invoke bench``, or this folder run by a Python that has bench/requirements.txt installed."""

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from builders import BRIEFING, BUILDERS, PEERS, Builder, pages
from corpus import write_corpus
from forms import Counts, forms_of, left_out
from measure import Cost, FailedError, cost_of
from picture import picture
from report import Measured, Report, table
from scenarios import SCENARIOS, TITLES, Change

# The hash seed too: sets and dictionaries in one order, so that runs differ in nothing but luck.
# And what is compiled is kept, as it is for everybody: not all machines let Python do so.
VARIABLES = {"PYTHONHASHSEED": "0", "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": ""}
INTERRUPTED = 128 + signal.SIGINT
Runs = dict[str, list[Cost]]


def main() -> int:
    """Measure, print, and write what was measured where that was asked for."""
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
            report = run(Path(folder), options.size, options.rounds, options.seed, list(present(options.peers)))
            write(report, options)  # before what was made is removed, which takes a while
    except KeyboardInterrupt:
        print("\ninterrupted; what was made for the benchmark is removed", file=sys.stderr)
        return INTERRUPTED
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def write(report: Report, options: argparse.Namespace) -> None:
    """Print what was measured, and write it where that was asked for."""
    print(table(report), flush=True)
    if options.json:
        options.json.write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    if options.svg:
        options.svg.write_text(picture(report), encoding="utf-8")


def present(peers: Sequence[str]) -> Sequence[Builder]:
    """Return this project and those of the peers that can be measured here; say of each other why not."""
    wanted = [b for b in BUILDERS if b is BRIEFING or b.name in peers]
    for builder in wanted:
        if builder.obstacle():
            print(builder.obstacle(), file=sys.stderr)
    return [b for b in wanted if not b.obstacle()]


def run(folder: Path, size: int, rounds: int, seed: int, builders: list[Builder]) -> Report:
    """Return everything measured; each builder is brought through each scenario, and they take turns."""
    write_corpus(folder / "corpus", size, seed)
    for builder in builders:
        builder.prepare(folder / builder.name)
    forms = forms_of(folder / "corpus")
    runs: dict[str, Runs] = {b.name: {name: [] for name in SCENARIOS} for b in builders}
    for number in range(1, rounds + 1):
        measure_round(folder, number, builders, runs, forms)
    return Report(size, seed, rounds, [_measured(b, runs[b.name], folder / b.name / "output") for b in builders])


def measure_round(folder: Path, number: int, builders: list[Builder], runs: dict[str, Runs], forms: Counts) -> None:
    """Bring every builder through every scenario once; a peer that fails is left out from there on."""
    for builder in builders:
        builder.forget(folder / builder.name)
    themes = [folder / b.name / b.base for b in builders]
    size = len(list((folder / "corpus/content/briefings").iterdir()))
    for scenario, change in SCENARIOS.items():
        changed = change(folder / "corpus", themes, number)
        for builder in tuple(builders):
            _say(f"round {number}, {TITLES[scenario]}: {builder.title}")
            site = folder / builder.name
            try:
                runs[builder.name][scenario].append(cost_of(builder.command, site, VARIABLES))
                _check(builder, site / "output", size, changed, forms)
            except FailedError as error:
                if builder is BRIEFING:
                    raise
                print(f"{error}\n{builder.title} is left out", file=sys.stderr)
                builders.remove(builder)
    _say("")


def _say(text: str) -> None:
    """Show what is being measured, in one line of a terminal."""
    if sys.stderr.isatty():
        print(text, end="\x1b[K\r", file=sys.stderr, flush=True)


def _check(builder: Builder, output: Path, size: int, changed: Change, forms: Counts) -> None:
    """Hold a builder to what it was to make: a fast one that leaves files out, or old, is no measure."""
    made = pages(output)
    if len(made) != size:
        raise FailedError(f"{builder.title} made {len(made)} of {size} pages")
    if builder.whole and (words := left_out(output, forms)):
        raise FailedError(f"{builder.title} {words}")
    for name in changed.places(builder.whole):
        if changed.shown not in (output / name).read_text(encoding="utf-8"):
            raise FailedError(f"{builder.title} does not show “{changed.shown}” in {name}")


def _measured(builder: Builder, runs: Runs, output: Path) -> Measured:
    costs = {name: Cost.middle(each) for name, each in runs.items()}
    size = round(mean(page.stat().st_size for page in pages(output).values()))
    files = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
    return Measured(builder.name, builder.title, costs, size, len(files), sum(files))


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="invoke bench", description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="how many briefings")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builder is brought through everything")
    parser.add_argument("--seed", type=int, default=1, help="which briefings")
    parser.add_argument("--peers", type=_peers, default=PEERS, help=f"{','.join(PEERS)}; or none")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    parser.add_argument("--svg", type=Path, help="draw it into this file")
    return parser.parse_args(arguments)


def _peers(text: str) -> Sequence[str]:
    names = [name for name in text.split(",") if name and name != "none"]
    for name in names:
        if name not in PEERS:
            raise argparse.ArgumentTypeError(f"there is no peer '{name}'; there are: {', '.join(PEERS)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
