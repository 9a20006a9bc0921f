"""Text in, model out: every problem of a file with its place, and never an exception."""
