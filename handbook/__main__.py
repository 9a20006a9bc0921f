"""Bring the generated parts of the documentation up to date: ``python -m handbook``."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from .architecture import read_architecture
from .figures import read_readme
from .reference import render_reference

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "content/images/handbook"


def written() -> Iterator[tuple[Path, bytes]]:
    """Yield each generated file and what it should hold; the pictures where there is a browser to take them."""
    yield ROOT / "docs/reference.md", render_reference().encode()
    yield ROOT / "README.md", read_readme(ROOT).encode()
    yield IMAGES / "architecture.svg", read_architecture(ROOT).encode()
    if shutil.which("chromium"):
        from .pictures import take_pictures  # noqa: PLC0415  # what it needs is not everywhere

        for name, picture in take_pictures(ROOT, "chromium").items():
            yield IMAGES / f"{name}.webp", picture
    else:
        print("no chromium: the pictures stay as they are")


def main() -> None:
    """Write what has changed, and say so."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for path, content in written():
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
            print(f"{path.relative_to(ROOT)}: written, {len(content):,} bytes")


if __name__ == "__main__":
    main()
