"""A source article in, an honest draft out: every proposal with its passage and the rule that found it."""
