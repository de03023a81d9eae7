"""Everything that is kept, in one file, and back: backup, restore, verify."""
