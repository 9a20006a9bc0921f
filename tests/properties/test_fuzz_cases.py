"""What fuzzing found stays found: each case of tests/cases/fuzz ends as a result or a diagnostic."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CASES = sorted((ROOT / "tests/cases/fuzz").glob("*-*"))


def targets() -> dict[str, Callable[[bytes], None]]:
    spec = importlib.util.spec_from_file_location("fuzz_targets", ROOT / "fuzz/targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return dict(module.TARGETS)


TARGETS = targets()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_what_fuzzing_found_breaks_nothing_any_more(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("seed", sorted((ROOT / "content/briefings").glob("*.md"))[:1], ids=lambda path: path.name)
def test_every_target_passes_what_is_right(name: str, seed: Path) -> None:
    TARGETS[name](seed.read_bytes())
