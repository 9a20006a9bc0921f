"""Briefing in, what a template shows out: ids, labels and written-out dates, so that templates need no logic."""
