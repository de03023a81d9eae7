"""Says in the reader's language what the core and the tables mean."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.translation import gettext

from migrations_tracker.core.accounts import (
    ADDRESS_NAMES,
    KIND_NAMES,
    ROLE_NAMES,
    AccountKind,
    Role,
)
from migrations_tracker.core.lifecycle import CLOSED, Status
from migrations_tracker.moves.badges import status_name, status_tone
from migrations_tracker.records.of_snapshots import HeldRecord
from migrations_tracker.saying import said
from migrations_tracker.seen import seen_of

register = template.Library()
register.filter("said", said)
register.filter("status_name", status_name)
register.filter("status_tone", status_tone)


@register.filter
def seen(held: HeldRecord) -> str:
    """Marks a record as it is shown now: what a form about it sends back."""
    return seen_of([held.record])


@register.filter
def is_closed(status: str) -> bool:
    return Status(status) in CLOSED


@register.filter
def role_name(role: str) -> str:
    return gettext(ROLE_NAMES[Role(role)])


@register.filter
def kind_name(kind: str) -> str:
    return gettext(KIND_NAMES[AccountKind(kind)]) if kind else ""


@register.filter
def address_name(name: str) -> str:
    return gettext(ADDRESS_NAMES[name])


@register.filter
def in_zone(moment: datetime | None, zone: str) -> datetime | None:
    """The same moment on the clock of ``zone`` (an IANA name).

    Without its zone, or the ``date`` filter would put it on the reader's clock again.
    """
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if moment else None
