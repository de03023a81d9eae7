"""The mails of a merge request: taken in, read against the move, kept."""
