"""Is this quotation in that source? Words are compared, places are named, nothing is repaired or scored."""
