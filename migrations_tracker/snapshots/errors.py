"""Why an act on a snapshot is not possible, each with what to do instead."""

from django.utils.translation import gettext_lazy as _


class SnapshotError(Exception):
    """An act on a snapshot that is not possible; ``message`` says why and what to do."""

    message = _("This is not possible.")


class SnapshotSealed(SnapshotError):
    message = _("This snapshot is sealed and no longer changes. Start a correction instead.")


class SnapshotEmpty(SnapshotError):
    message = _(
        "This snapshot holds no record. Add its records, or declare the account empty first."
    )


class SnapshotNotEmpty(SnapshotError):
    message = _("This snapshot holds records, so the account is not empty. Remove them first.")


class TooEarlyForAfter(SnapshotError):
    message = _("The after-snapshot is taken when AWS has said that the accounts are merged.")


class AlreadyVerified(SnapshotError):
    message = _(
        "The move is verified, so its snapshots stay as they are. If something is missing after "
        "all, say so on the move’s page first."
    )


class TooManyRecords(SnapshotError):
    message = _("A snapshot holds at most 5,000 records. Check what was pasted.")


class Undecided(SnapshotError):
    message = _("Two sources disagree: choose for each difference which one is right.")


class NoSuchRecord(SnapshotError):
    message = _("This record is no longer there; it may have been removed in another tab.")


class FilesGone(SnapshotError):
    message = _(
        "These files no longer wait to be kept: maybe they were kept already, in another tab or by "
        "a second press of the button. Look at the records below; what is missing, bring again."
    )


class RecordKnown(SnapshotError):
    message = _("This very record is kept already; it was not stored a second time.")


class RecordChanged(SnapshotError):
    message = _(
        "This record was changed in the meantime, maybe in another tab. Nothing was overwritten. "
        "What you typed is kept below; what differs from the record as it is now, is listed. "
        "Save again if yours is right."
    )


class SnapshotChanged(SnapshotError):
    message = _(
        "The records were changed in the meantime, maybe in another tab, so the snapshot is not "
        "sealed. Look at them as they are now, then seal it."
    )
