"""The tables, split by meaning; everything is imported from here."""

from migrations_tracker.models.calendars import CalendarFeed
from migrations_tracker.models.certificates import CertificateFile
from migrations_tracker.models.correspondence import Mail
from migrations_tracker.models.invitations import Invitation, Opening
from migrations_tracker.models.mail_files import MailFile
from migrations_tracker.models.merge_requests import Event, MergeRequest, Settlement
from migrations_tracker.models.moves import Account, Move
from migrations_tracker.models.people import User
from migrations_tracker.models.reminders import Reminder
from migrations_tracker.models.search import SearchWord
from migrations_tracker.models.snapshots import Evidence, Snapshot
from migrations_tracker.models.uploads import Upload

__all__ = [
    "Account",
    "CalendarFeed",
    "CertificateFile",
    "Event",
    "Evidence",
    "Invitation",
    "Mail",
    "MailFile",
    "MergeRequest",
    "Move",
    "Opening",
    "Reminder",
    "SearchWord",
    "Settlement",
    "Snapshot",
    "Upload",
    "User",
]
