"""Tell what a code such as unknown-field means."""

import argparse
import sys
from collections.abc import Callable

from ..diagnostics import Code
from ..parsing.explain import near


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing explain``."""
    parser.add_argument("code", nargs="?", help="the code; without one, all are listed")
    return run


def run(options: argparse.Namespace) -> int:
    """Print the explanation of one code, or of all."""
    codes = {code.value: code for code in Code}
    if options.code and options.code not in codes:
        meant = near(options.code, codes)
        print(
            f"briefing: there is no code '{options.code}'" + (f"; did you mean '{meant}'?" if meant else ""),
            file=sys.stderr,
        )
        return 2
    for name in [options.code] if options.code else codes:
        print(f"{name}: {codes[name].explanation}")
    return 0
