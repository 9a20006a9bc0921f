"""Why a command does not go on, said in a line on standard error."""

import sys


def refuse(problem: str, status: int) -> int:
    """Say why a command does not go on; return the exit status it ends with: 1 for what it met, 2 for wrong use."""
    print(f"briefing: {problem}", file=sys.stderr)
    return status
