"""Other forms of a page, and of the site: values in, text out, for machines and for readers elsewhere."""
