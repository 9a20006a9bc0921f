"""Reduce the vocabulary of schema.org to what the tests need: each type's parents, properties and what they may hold.

    python tests/exports/reduce_schema_org.py dist/schema.d.ts > tests/exports/schema_org.json

The file read is that of the npm package schema-dts 2.1.0 (Apache-2.0), made from the vocabulary that schema.org
publishes (CC BY-SA 3.0).
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

USED = """
AnalysisNewsArticle BackgroundNewsArticle NewsArticle Article ScholarlyArticle Book Chapter Dataset Report Thesis
WebPage CollectionPage ProfilePage WebSite CreativeWork Person Organization GovernmentOrganization Event Quotation
MediaObject CorrectionComment DefinedTerm ItemList ListItem Place
"""
DECLARATION = re.compile(
    r"^(?:export )?interface (\w+)(Base|Leaf)(?: extends ([^{]+))? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.*?), "\w+">;$', re.MULTILINE)


def reduce(declarations: str) -> dict[str, Any]:
    """Return the types that are used and all their ancestors."""
    found = {name + part: (parents or "", body) for name, part, parents, body in DECLARATION.findall(declarations)}
    wanted = USED.split()
    types: dict[str, Any] = {}
    while wanted:
        name = wanted.pop()
        parents, body = found[name + ("Base" if name + "Base" in found else "Leaf")]
        ancestors = [p for p in re.findall(r"(\w+)Base", parents) if p != name]
        ranges = {
            prop: sorted(set(re.findall(r"\w+", held)) - {"IdReference"}) for prop, held in PROPERTY.findall(body)
        }
        types[name] = {"parents": ancestors, "properties": ranges}
        wanted += [p for p in ancestors if p not in types]
    return dict(sorted(types.items()))


if __name__ == "__main__":
    reduced = reduce(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in reduced.items()) + "\n}\n")
