"""Before and after: the comparison of a move and its findings."""
