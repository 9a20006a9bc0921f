"""How a command of this program is called in a project: messages name the one that is there."""

from pathlib import Path

OURS = "plugins/briefing"
"""Where the plugin's own code lies in a project that has it beside its content."""


def tool(root: Path) -> str:
    """Return what runs the commands of a project: its tasks where the plugin's own code lies beside its content."""
    return "invoke" if (root / OURS).is_dir() else "briefing"
