"""What a briefing is: frozen values that import only the standard library."""
