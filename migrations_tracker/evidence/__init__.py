"""What records were taken from, kept as it came: files, pasted texts, certificates."""
