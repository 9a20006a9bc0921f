"""Fuzzing by coverage: ``invoke fuzz``, or this folder run by a Python that has fuzz/requirements.txt installed.

Each target runs in a process of its own. What breaks one is kept in tests/cases/fuzz, where the tests find it.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "tests/cases/fuzz"
NAMES = ("briefing", "prose", "article", "page", "evidence")


def main() -> int:
    """Fuzz every target for its share of the time; return 1 where any broke."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--target", choices=NAMES)
    chosen = options.parse_args()
    if chosen.target:
        fuzz(chosen.target, chosen.seconds)
    share = max(1, chosen.seconds // len(NAMES))
    broken = [name for name in NAMES if not survives(name, share)]
    print(f"fuzzed {', '.join(NAMES)} for {share} s each; {', '.join(broken) or 'nothing'} broke")
    return int(bool(broken))


def survives(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own."""
    print(f"{name}: {seconds} s", flush=True)
    command = [sys.executable, str(ROOT / "fuzz"), "--target", name, "--seconds", str(seconds)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        print(done.stdout[-3000:])
    return done.returncode == 0


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one target; ends the process."""
    with atheris.instrument_imports(include=["briefing"]):
        from targets import TARGETS  # noqa: PLC0415 - what is fuzzed is instrumented as it is imported
    seeds = [*(ROOT / "content/briefings").glob("*.md"), *(ROOT / "seeds").glob("*.txt"), *KEPT.glob(f"{name}-*")]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds):
            (Path(corpus) / f"seed-{number}").write_bytes(seed.read_bytes()[:20_000])
        limits = [f"-max_total_time={seconds}", "-max_len=20000", "-timeout=10", "-rss_limit_mb=2000"]
        atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={KEPT}/{name}-", corpus], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
