"""What a status and a deadline look like on a page: their words and their tone.

A page shows fifty of them, so they are made here and not by templates.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from migrations_tracker.core.deadlines import Deadline
from migrations_tracker.core.lifecycle import STATUS_NAMES, Status
from migrations_tracker.saying import days_said, said

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
#: A deadline this many days away presses.
_PRESSING = 7


def status_name(status: str) -> str:
    return gettext(STATUS_NAMES[Status(status)]) if status else ""


def status_tone(status: str) -> str:
    return _TONES[Status(status)]


def deadline_chips() -> Callable[[Deadline], SafeString]:
    """What makes the chip of a deadline; words and days that occur again are looked up once.

    The words carry the urgency, the tone only repeats it.
    """
    day_of, name_of, left = days_said(), cache(said), cache(days_left)

    def chip(deadline: Deadline) -> SafeString:
        return format_html(
            '<span class="chip {}"><span>{}: <time datetime="{}">{}</time> · {}</span></span>',
            _tone(deadline.days_left),
            name_of(deadline.name),
            deadline.on.isoformat(),
            day_of(deadline.on),
            left(deadline.days_left),
        )

    return chip


def _tone(days: int) -> str:
    if days < 0:
        return "is-stop"
    return "is-warn" if days <= _PRESSING else "is-wait"


def days_left(days: int) -> SafeString:
    """How many whole days are left, in bold; negative ``days`` have passed."""
    if days < 0:
        return format_html("<b>{}</b>", gettext("passed"))
    if days == 0:
        return format_html("<b>{}</b>", gettext("today"))
    left = ngettext("<b>%(days)s</b> day left", "<b>%(days)s</b> days left", days)
    text = format_html(left.replace("%(days)s", "{}"), days)
    return format_html('<time datetime="P{}D">{}</time>', days, text)


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A deadline with what it is about ("" where that is the move) and what missing it means."""

    chip: SafeString
    subject: str
    if_missed: str


def deadline_lines(deadlines: Iterable[Deadline]) -> list[DeadlineLine]:
    chip, words = deadline_chips(), cache(said)
    return [DeadlineLine(chip(each), each.subject, words(each.if_missed)) for each in deadlines]
