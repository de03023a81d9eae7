"""The letters to AWS: which one a move needs, its text, and what it means in Japanese."""
