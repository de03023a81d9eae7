"""The ways from one account to another, and the one that fits a move."""
