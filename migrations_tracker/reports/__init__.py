"""The verification report, as a page and as data."""
