"""What it costs to read one briefing's front matter, in microseconds: YAML, then pydantic. Prints JSON.

Run in a process of its own, with the plugin on the path.
"""

import json
import sys
import timeit
from pathlib import Path
from statistics import median

from briefing.model.briefing import Briefing
from briefing.parsing.front_matter import split
from briefing.parsing.located_text import LocatedText
from briefing.parsing.located_yaml import read_yaml
from briefing.parsing.schema import adapter

TIMES, ROUNDS = 50, 9


def parse_cost(path: Path) -> dict[str, float]:
    """Return the medians for one file: the YAML read with its places, its values typed, both, and its size."""
    file = LocatedText(path.name, path.read_text(encoding="utf-8"))
    parts = split(file)[0]
    fields = read_yaml(file, parts.yaml_start, parts.yaml_end)[0] if parts else None
    if not parts or not fields:
        raise ValueError(f"{path} has no front matter that can be read")
    validate = adapter(Briefing).validate_python
    yaml = _microseconds(lambda: read_yaml(file, parts.yaml_start, parts.yaml_end))
    pydantic = _microseconds(lambda: validate(fields.value))
    return {"bytes": len(file.text.encode()), "yaml": yaml, "pydantic": pydantic, "both": round(yaml + pydantic, 1)}


def _microseconds(call: object) -> float:
    seconds = timeit.repeat(call, number=TIMES, repeat=ROUNDS)  # type: ignore[arg-type]
    return round(median(seconds) / TIMES * 1e6, 1)


if __name__ == "__main__":
    print(json.dumps({path: parse_cost(Path(path)) for path in sys.argv[1:]}))
