"""People: the first one, invited ones, and how they sign in."""
