"""The only code that imports Pelican: settings in, signals connected, one generator added."""

import logging
from typing import Any

from pelican import signals

from .generator import BriefingsGenerator, BuildStoppedError


def register() -> None:
    """Add the generator, and have it prepare its pages when every generator has read its own."""
    signals.get_generators.connect(_add_generator)
    signals.all_generators_finalized.connect(_prepare)
    logging.getLogger("pelican").addFilter(_without_traceback)


def _add_generator(_pelican: Any) -> type[BriefingsGenerator]:
    return BriefingsGenerator


def _prepare(generators: list[Any]) -> None:
    for generator in generators:
        if isinstance(generator, BriefingsGenerator):
            generator.prepare(generators)


def _without_traceback(record: logging.LogRecord) -> bool:
    """Keep tracebacks from editors (``--debug`` still shows them), and do not repeat what stopped a build."""
    stopped = record.exc_info[1] if record.exc_info else None
    arguments = record.args if isinstance(record.args, tuple) else ()
    if not logging.getLogger("pelican").isEnabledFor(logging.DEBUG):
        record.exc_info = None
    return not any(isinstance(value, BuildStoppedError) for value in (stopped, *arguments))
