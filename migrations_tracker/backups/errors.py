"""What stands in the way of a backup or a restore, as a sentence for the operator."""


class BackupError(Exception):
    """Nothing was written or changed; the text says why and what to do."""
