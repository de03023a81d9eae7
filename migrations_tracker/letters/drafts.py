"""Which letter a move needs, and the facts it is written from."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from migrations_tracker.comparing.comparisons import MoveComparison, compare_move
from migrations_tracker.core.changes import Change
from migrations_tracker.core.comparison import Finding, FindingKind
from migrations_tracker.core.letters import LetterAccount, LetterFacts, LetterKind
from migrations_tracker.core.mails import MailKind, MailReading
from migrations_tracker.core.records import Benefit, Certification, ExamAttempt, Record
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.letters.writing import Letter, draft
from migrations_tracker.mails.reading import reading_of
from migrations_tracker.models import Account, Mail, Move

LETTER_NAMES: dict[LetterKind, str] = {
    LetterKind.REQUEST: gettext_noop("Merge request"),
    LetterKind.HOLD_BEFORE_LEAVING: gettext_noop("Answer to a hold, before leaving"),
    LetterKind.HOLD_AFTER_LEAVING: gettext_noop("Answer to a hold, after leaving"),
    LetterKind.CONFIRMATION: gettext_noop("Confirmation of the accounts"),
    LetterKind.CORRECTION: gettext_noop("Correction of the accounts"),
    LetterKind.INFORMATION: gettext_noop("Information AWS asked for"),
    LetterKind.REMINDER: gettext_noop("Reminder"),
    LetterKind.DISCREPANCY: gettext_noop("What is missing after the merge"),
    LetterKind.THANKS: gettext_noop("Thanks"),
}

#: Which kind of mail a letter answers, and takes its account numbers and questions from.
_ANSWERED: dict[LetterKind, str] = {
    LetterKind.CONFIRMATION: MailKind.CONFIRM_ACCOUNTS,
    LetterKind.CORRECTION: MailKind.CONFIRM_ACCOUNTS,
    LetterKind.INFORMATION: MailKind.NEED_INFO,
}


def hold_letter(move: Move, today: date) -> LetterKind:
    """The answer to a hold: another one when the last working day has passed."""
    left = move.last_working_day is not None and move.last_working_day < today
    return LetterKind.HOLD_AFTER_LEAVING if left else LetterKind.HOLD_BEFORE_LEAVING


def answered_mail(move: Move, kind: LetterKind) -> MailReading | None:
    """What the mail that ``kind`` answers says; None where there is none."""
    if kind not in _ANSWERED:
        return None
    received = move.mails.filter(direction=Mail.Direction.RECEIVED, kind=_ANSWERED[kind])
    newest = received.order_by("-number").first()
    return reading_of(newest.body, move) if newest else None


def draft_for(
    move: Move, kind: LetterKind, answered: MailReading | None, *, at: datetime
) -> Letter:
    """The draft of ``kind`` for ``move``, with the numbers AWS used in the mail it answers."""
    return draft(kind, letter_facts(move, kind, answered, at=at))


def letter_facts(
    move: Move, kind: LetterKind, answered: MailReading | None, *, at: datetime
) -> LetterFacts:
    """What the draft of ``kind`` and its explanation are written from."""
    facts = facts_of(move, at=at)
    if answered is not None:
        facts = _numbered(facts, answered)
    if kind is LetterKind.DISCREPANCY:
        facts = replace(facts, missing_records=_losses(compare_move(move)))
    return facts


def facts_of(move: Move, *, at: datetime) -> LetterFacts:
    """What is known of ``move``; ``at`` is now, told on the move's own calendar."""
    zone = ZoneInfo(move.time_zone)
    closes = move.mailbox_closes_at
    return LetterFacts(
        holder_name=move.person_name,
        employer=move.employer,
        last_working_day=move.last_working_day,
        mailbox_closes_at=closes.astimezone(zone) if closes else None,
        source=_account(move.source),
        destination=_account(move.destination),
        case_id=move.merge_request.case_id,
        today=at.astimezone(zone).date(),
    )


def _account(account: Account) -> LetterAccount:
    return LetterAccount(
        login=account.login_email,
        training=account.training_email,
        certification=account.certification_email,
        skill_builder=account.skill_builder_email,
        candidate_id=account.candidate_id,
    )


def _numbered(facts: LetterFacts, answered: MailReading) -> LetterFacts:
    """``facts`` with the numbers of the mail, where its accounts are clearly the move's own."""
    numbers: dict[str, int] = {}
    for listed in answered.accounts:
        for side, account in (("source", facts.source), ("destination", facts.destination)):
            if account.login and account.login in listed.addresses:
                numbers.setdefault(side, listed.number)
    known = numbers if len(set(numbers.values())) == 2 else {}
    return replace(
        facts,
        source=replace(facts.source, number=known.get("source")),
        destination=replace(facts.destination, number=known.get("destination")),
        asked_for=answered.asks_for,
    )


def has_losses(move: Move) -> bool:
    """Whether the comparison has an open finding that a letter could list."""
    return bool(_losses(compare_move(move)))


def _losses(compared: MoveComparison | None) -> tuple[str, ...]:
    return tuple(_loss(finding) for finding in compared.open_findings) if compared else ()


def _loss(finding: Finding) -> str:
    """One open finding in English, as AWS can look it up."""
    record = finding.before or finding.after
    what = f"{record.name}{_details(record)}" if record else ""
    if finding.kind is FindingKind.MISSING:
        return f"{what}: missing"
    return f"{what}: {', '.join(_changed(each) for each in finding.changes if not each.harmless)}"


def _changed(change: Change) -> str:
    field = change.field.replace("_", " ")
    if change.field == "code":
        return "the code is another one"
    return f"{field} was {change.before or 'empty'}, is now {change.after or 'empty'}"


def _details(record: Record) -> str:
    """The dates and numbers by which AWS finds a record; a benefit's code is not among them."""
    facts: list[tuple[str, object]]
    if isinstance(record, Certification):
        facts = [("earned", record.earned_on), ("validation number", record.validation_number)]
    elif isinstance(record, ExamAttempt):
        facts = [("code", record.exam_code), ("taken", record.taken_on), ("score", record.score)]
    elif isinstance(record, Benefit):
        facts = [("valid until", record.expires_on)]
    else:
        facts = [("code", record.exam_code), ("booked for", record.date)]
    known = [f"{name} {value}" for name, value in facts if value]
    return f" ({', '.join(known)})" if known else ""
