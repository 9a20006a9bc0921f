"""Editorial rules over a valid briefing: one rule is one small function in a visible list."""
