"""Taking everything along, and leaving nothing behind."""
