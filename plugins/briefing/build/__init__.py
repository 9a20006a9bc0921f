"""Which pages there must be, rendered and put in place: all of them, or none."""
