"""What `invoke serve` starts: the builder; and where its own code fails, what tells the line to mend.

It stands on the standard library and on `origin` alone, so that it works when nothing else does.
"""

import json
import os
import signal
import sys
from importlib import import_module

from ..origin import origin_of, said_of


def main(settings: str, events: str, *options: str) -> None:
    """Build until the input ends; an error that ends it before is told as the last of the events."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it answers Ctrl-C
    told = os.dup(int(events))
    try:
        import_module(f"{__package__.rpartition('.')[0]}.pelican_ext.warm").main(settings, events, *options)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is
        problem = problem_of(error)
        print("\n".join(filter(None, map(problem.get, ("place", "message", "excerpt")))), file=sys.stderr)
        os.write(told, json.dumps({"problems": [problem], "ended": True}).encode() + b"\n")


def problem_of(error: BaseException) -> dict[str, str]:
    """Return an error as a page shows it."""
    line = origin_of(error)
    return {
        "place": f"{line.name}:{line.number}:{line.column}" if line else "the builder",
        "severity": "error",
        "code": "internal-error",
        "message": said_of(error),
        "excerpt": f"  {line.number} | {line.text}" if line else "",
        "help": "save the mended file, and the builder begins again",
        "explanation": "The program that builds the site cannot go on: there is a mistake in its own code.",
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
