"""What wires a project for Visual Studio Code: schemas, snippets, and a task whose findings show in the text."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.briefing import Briefing
from ..parsing.described import FieldShape, describe
from .editor_schema import RECORDS, render_editor_schema

FOLDER = ".vscode"
MOST_FIELDS = 5
"""Of an entry that a snippet writes, besides those that it needs."""
FINDING = r"^(.+?):(\d+):(\d+): (error|warning|note)\[([\w-]+)\]: (.+)$"


def generated_files() -> dict[str, str]:
    """Return the files that follow from the model, by their paths from the project's folder."""
    schemas = {f"{FOLDER}/schema/{name}.json": render_editor_schema(name) for name in RECORDS}
    return {**schemas, f"{FOLDER}/briefing.code-snippets": _text(snippets())}


def settings_files(command: str, folders: Mapping[str, str]) -> dict[str, str]:
    """Return the files that an editor may change; `folders` are those of ``actor`` and ``source``, in the project."""
    endings = ("yaml", "yml")
    schemas = {f"./{FOLDER}/schema/{n}.json": [f"{place}/**/*.{e}" for e in endings] for n, place in folders.items()}
    suggest = {"editor.quickSuggestions": {"other": True}, "editor.snippetSuggestions": "top"}
    settings = {"yaml.schemas": schemas, "yaml.yamlVersion": "1.2", "[markdown]": suggest}
    return {
        f"{FOLDER}/settings.json": _text(settings),
        f"{FOLDER}/extensions.json": _text({"recommendations": ["redhat.vscode-yaml"]}),
        f"{FOLDER}/tasks.json": _text({"version": "2.0.0", "tasks": [_check(command)]}),
    }


def _check(command: str) -> dict[str, Any]:
    place = {"file": 1, "line": 2, "column": 3, "severity": 4, "code": 5, "message": 6}
    return {
        "label": "briefing check",
        "type": "shell",
        "command": command,
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": {
            "owner": "briefing",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": {"regexp": FINDING, **place},
        },
    }


def snippets() -> dict[str, Any]:
    """Return a snippet for each field of the front matter, with what the field means."""
    return {f.name: _snippet(f) for f in describe(Briefing).fields}


def _snippet(f: FieldShape) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": f.name, "description": f.means, "body": list(_lines(f, _Stops()))}


def _lines(f: FieldShape, stops: "_Stops") -> Iterator[str]:
    """Yield the lines of a field; of a list of entries, with one entry."""
    if f.record and not f.may_be_one:
        yield f"{f.name}:"
        for n, line in enumerate(line for each in _chosen(f.record.fields) for line in _lines(each, stops)):
            yield f"  {'- ' if n == 0 else '  '}{line}"
    elif f.is_list and not f.may_be_one:
        yield f"{f.name}: [{stops.of(f)}]"
    else:
        yield f"{f.name}: {stops.of(f)}"


class _Stops:
    """The places that the cursor comes to, numbered as they are asked for."""

    def __init__(self) -> None:
        self.number = 0

    def of(self, f: FieldShape) -> str:
        self.number += 1
        choices = f.choices or (("true", "false") if f.kind == "flag" else ())
        if choices:
            return f"${{{self.number}|{','.join(choices)}|}}"
        return f"${{{self.number}:{f.default}}}" if f.default else f"${self.number}"


def _chosen(fields: Iterable[FieldShape]) -> list[FieldShape]:
    """Return the fields that an entry needs, those that hold entries themselves, and the first of the others."""
    plain = (f for f in fields if f.kind != "choices by name")
    return [f for n, f in enumerate(plain) if f.is_required or f.record or n < MOST_FIELDS]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
