"""A ferry, its article, and the briefing that rests on it: fictional, there is no island of Lorn."""

from collections.abc import Callable
from datetime import UTC, datetime

from briefing.build.check import Checked
from briefing.diagnostics import Code, Diagnostics

ARTICLE = (
    "Ferry to Lorn returns\n\n"
    'Harbour master Ida Brekke said the boat was safe. "We will not sail in fog," she said.\n\n'
    'Mayor Tom Aske said: "The island has waited for two winters." He did not name a date.\n\n'
    "The boat was built in 1987. The boat was built in steel.\n"
)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
BRIEFING = """\
---
title: The ferry returns
date: 2025-05-01
summary: The ferry to Lorn sails again.
sources: [ferry]
{fields}
---
{prose}
"""
Build = Callable[..., tuple[Checked, Diagnostics]]


def codes(diagnostics: Diagnostics) -> list[Code]:
    return [d.code for d in diagnostics]


def quotation(words: str, speaker: str = "tom") -> str:
    return f"quotations:\n  - speaker: {speaker}\n    quote: {words}"
