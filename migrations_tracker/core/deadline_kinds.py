"""What can press, what it is called, and what happens if it is missed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from migrations_tracker.core.sentence import gettext_noop


class DeadlineKind(StrEnum):
    LAST_WORKING_DAY = "last_working_day"
    MAILBOX_CLOSES = "mailbox_closes"
    ANSWER_DUE = "answer_due"
    ANSWER_OVERDUE = "answer_overdue"
    BENEFIT_BOOK_BY = "benefit_book_by"
    BENEFIT_LAST_DAY = "benefit_last_day"
    BOOKED_EXAM = "booked_exam"
    EXAM_RETIRES = "exam_retires"
    CERTIFICATION_EXPIRES = "certification_expires"


#: What AWS owes: nothing for the person to do before the day has passed.
ANSWERS = frozenset({DeadlineKind.ANSWER_DUE, DeadlineKind.ANSWER_OVERDUE})

#: A move has one of each; the others come one for each record.
ONE_FOR_EACH_MOVE = frozenset(
    {DeadlineKind.LAST_WORKING_DAY, DeadlineKind.MAILBOX_CLOSES, *ANSWERS}
)

DEADLINE_NAMES: dict[DeadlineKind, str] = {
    DeadlineKind.LAST_WORKING_DAY: gettext_noop("Last working day"),
    DeadlineKind.MAILBOX_CLOSES: gettext_noop("Mailbox closes"),
    DeadlineKind.ANSWER_DUE: gettext_noop("Answer from AWS due"),
    DeadlineKind.ANSWER_OVERDUE: gettext_noop("AWS silent for too long"),
    DeadlineKind.BENEFIT_BOOK_BY: gettext_noop("Last time to book an exam with the benefit"),
    DeadlineKind.BENEFIT_LAST_DAY: gettext_noop("Last day to sit an exam with the benefit"),
    DeadlineKind.BOOKED_EXAM: gettext_noop("Booked exam"),
    DeadlineKind.EXAM_RETIRES: gettext_noop("Last day of this exam version"),
    DeadlineKind.CERTIFICATION_EXPIRES: gettext_noop("Certification expires"),
}

IF_MISSED: dict[DeadlineKind, str] = {
    DeadlineKind.LAST_WORKING_DAY: gettext_noop(
        "From then on you may lose the sign-in through your employer."
    ),
    DeadlineKind.MAILBOX_CLOSES: gettext_noop(
        "Mails from AWS to the old address no longer reach you, and you can't prove that it is "
        "yours."
    ),
    DeadlineKind.ANSWER_DUE: gettext_noop(
        "If AWS is silent for 3 business days (Monday to Friday; holidays are not known here), "
        "send a reminder to the same case. Do not open a second case."
    ),
    DeadlineKind.ANSWER_OVERDUE: gettext_noop(
        "After 10 business days (Monday to Friday; holidays are not known here) something is "
        "wrong: look for AWS's mail in the spam folder, and check the address and the case ID "
        "before you send another reminder to the same case."
    ),
    DeadlineKind.BENEFIT_BOOK_BY: gettext_noop(
        "After that no exam can be booked with the benefit: an exam is booked at least 24 hours "
        "ahead."
    ),
    DeadlineKind.BENEFIT_LAST_DAY: gettext_noop(
        "The benefit is void after this day. The exam must be booked at least 24 hours ahead."
    ),
    DeadlineKind.BOOKED_EXAM: gettext_noop(
        "It is not known what a merge does to a booked exam: sit it or cancel it first."
    ),
    DeadlineKind.EXAM_RETIRES: gettext_noop(
        "After this day this version of the exam can't be sat any more. Look up whether there is "
        "a newer version before you book again."
    ),
    DeadlineKind.CERTIFICATION_EXPIRES: gettext_noop("The certification has to be earned again."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """``at`` is the last moment (aware); ``on`` the day as its owner reads it.

    ``days_left`` counts days on the calendar: 0 is today, negative is past.
    ``is_moment`` is False where only the day is known, whose end ``at`` then is.
    """

    kind: DeadlineKind
    at: datetime
    on: date
    subject: str = ""
    days_left: int = 0
    is_moment: bool = False

    @property
    def name(self) -> str:
        return DEADLINE_NAMES[self.kind]

    @property
    def if_missed(self) -> str:
        return IF_MISSED[self.kind]

    @property
    def urgency(self) -> str:
        """ "past", "pressing" (7 days), "near" (30 days) or "far"."""
        limits = ((0, "past"), (8, "pressing"), (31, "near"))
        return next((word for limit, word in limits if self.days_left < limit), "far")
