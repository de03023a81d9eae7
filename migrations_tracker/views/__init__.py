"""Each view validates, calls one use case, and redirects."""
