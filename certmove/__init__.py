"""The installation: settings, headers, logging, translation tools."""

#: As in pyproject.toml; a backup tells by it what wrote it.
VERSION = "0.1.0"
