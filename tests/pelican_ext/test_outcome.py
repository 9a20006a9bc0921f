"""What a build says at its end."""

import pickle

from briefing.build.lapsed import Lapsed
from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.pelican_ext.outcome import overtaken

NOTE = Diagnostic(Code.WATCH_OVERDUE, "this is still open", Span("x.md", 3, 5, excerpt="w"), "settle it", Severity.NOTE)


def test_what_time_has_overtaken_is_a_line_each_and_is_said_to_stop_nothing() -> None:
    lapsed = Lapsed(1, ("x.md",), pickle.dumps(((), (NOTE,))), more=2)
    assert overtaken(lapsed) == (
        "x.md:3:5: note[watch-overdue]: this is still open\n"
        "2 more are overdue. Notes stop nothing; check --notes says how to settle them."
    )
    assert overtaken(Lapsed(1)) == ""
