"""The generated parts of the documentation, and what keeps the rest of it true."""
