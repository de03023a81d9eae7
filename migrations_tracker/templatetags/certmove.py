"""Says in the reader's language what the core and the tables mean."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from migrations_tracker.core.accounts import (
    ADDRESS_NAMES,
    KIND_NAMES,
    ROLE_NAMES,
    AccountKind,
    Role,
)
from migrations_tracker.core.lifecycle import CLOSED, MOVES, STATUS_NAMES, Status
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.models import Event
from migrations_tracker.saying import said
from migrations_tracker.seen import seen_of
from migrations_tracker.snapshot_records import HeldRecord

register = template.Library()
register.filter("said", said)


@register.filter
def seen(held: HeldRecord) -> str:
    """Marks a record as it is shown now: what a form about it sends back."""
    return seen_of([held.record])


_TONES: dict[Status, str] = {
    Status.PREPARING: "is-wait",
    Status.REQUESTED: "is-info",
    Status.EMPLOYER_HOLD: "is-warn",
    Status.INFORMATION_ASKED: "is-warn",
    Status.SELF_SERVICE: "is-info",
    Status.CONFIRMATION_ASKED: "is-warn",
    Status.CONFIRMED: "is-info",
    Status.REPORTED_MERGED: "is-info",
    Status.DISCREPANCY: "is-stop",
    Status.VERIFIED: "is-done",
    Status.REJECTED: "is-stop",
    Status.WITHDRAWN: "is-wait",
}


@register.filter
def status_name(status: str) -> str:
    return gettext(STATUS_NAMES[Status(status)]) if status else ""


@register.filter
def status_tone(status: str) -> str:
    return _TONES[Status(status)]


@register.filter
def is_closed(status: str) -> bool:
    return Status(status) in CLOSED


@register.filter
def step_label(name: str) -> str:
    return gettext(MOVES[name].label)


@register.filter
def role_name(role: str) -> str:
    return gettext(ROLE_NAMES[Role(role)])


@register.filter
def event_subject(event: Event) -> str:
    """What the event is about; an edited account by its role's name."""
    return role_name(event.subject) if event.subject in set(Role) else event.subject


@register.filter
def kind_name(kind: str) -> str:
    return gettext(KIND_NAMES[AccountKind(kind)]) if kind else ""


@register.filter
def address_name(name: str) -> str:
    return gettext(ADDRESS_NAMES[name])


@register.filter
def in_zone(moment: datetime | None, zone: str) -> datetime | None:
    """The same moment on the clock of ``zone`` (an IANA name)."""
    return moment.astimezone(ZoneInfo(zone)) if moment else None


@register.filter
def days_left(days: int) -> str:
    """The number in bold; a list has fifty of these, and blocktranslate takes its time."""
    left = ngettext("<b>%(days)s</b> day left", "<b>%(days)s</b> days left", days)
    return format_html(left.replace("%(days)s", "{}"), days)


_FINDINGS: dict[str, tuple[str, str]] = {
    "arrived": ("is-done", gettext_noop("arrived")),
    "harmless": ("is-same", gettext_noop("changed, harmless")),
    "alarm": ("is-warn", gettext_noop("changed, look at it")),
    "missing": ("is-stop", gettext_noop("missing")),
    "new": ("is-new", gettext_noop("new")),
    "settled": ("is-info", gettext_noop("settled")),
}


@register.filter
def finding_tone(state: str) -> str:
    return _FINDINGS[state][0]


@register.filter
def finding_word(state: str) -> str:
    return gettext(_FINDINGS[state][1])
