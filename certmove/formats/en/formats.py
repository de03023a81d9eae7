"""Dates that nobody can misread: no numbers for months, and no break within a date."""

DATE_FORMAT = "j\u00a0M\u00a0Y"
DATETIME_FORMAT = "j\u00a0M\u00a0Y, H:i"
TIME_FORMAT = "H:i"
