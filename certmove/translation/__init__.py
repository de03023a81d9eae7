"""The message catalogue, with no need for gettext's own tools."""
