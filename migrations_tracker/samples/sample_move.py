"""Takes one invented person's move to a chosen status."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from migrations_tracker.core.accounts import AccountKind, Phase, Role
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.mails.reading import reading_of
from migrations_tracker.merge_requests import transition
from migrations_tracker.models import Account, MergeRequest, Move, User
from migrations_tracker.moves.acts import change_account, start_move
from migrations_tracker.reading.entrance import read_text
from migrations_tracker.samples import mails, pages
from migrations_tracker.snapshots.acts import seal_snapshot, start_snapshot
from migrations_tracker.snapshots.contents import Source, add_reading


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePerson:
    """An invented person. ``days_left``: until the mailbox closes, counted from today.

    ``case`` is AWS's number for the request.
    """

    name: str = "Taro Yamada"
    employer: str = "Example Systems K.K."
    status: Status = Status.REPORTED_MERGED
    days_left: int = 9
    complete: bool = False
    case: str = "17551100220"


#: What happens, in order, until the status is reached: a step, or a mail and its step.
ROADS: dict[Status, tuple[tuple[str, str], ...]] = {
    Status.PREPARING: (),
    Status.REQUESTED: (("submit", ""),),
    Status.EMPLOYER_HOLD: (("submit", ""), ("hold", mails.HOLD)),
    Status.INFORMATION_ASKED: (("submit", ""), ("ask_information", mails.INFORMATION)),
    Status.SELF_SERVICE: (("redirect_self_service", ""),),
    Status.CONFIRMATION_ASKED: (("submit", ""), ("ask_confirmation", mails.CONFIRM)),
    Status.CONFIRMED: (("submit", ""), ("ask_confirmation", mails.CONFIRM), ("confirm", "")),
    Status.REJECTED: (("submit", ""), ("reject", mails.REJECTED)),
    Status.WITHDRAWN: (("submit", ""), ("withdraw", "")),
}
_MERGED = (*ROADS[Status.CONFIRMED], ("report_merged", mails.DONE))
ROADS[Status.REPORTED_MERGED] = ROADS[Status.DISCREPANCY] = ROADS[Status.VERIFIED] = _MERGED
_LAST_STEP = {Status.DISCREPANCY: "report_discrepancy", Status.VERIFIED: "verify"}


def make_sample_move(owner: User, at: datetime, person: SamplePerson | None = None) -> Move:
    """A sample move of ``owner`` at ``person.status``; ``at`` is now, its story lies before."""
    person = person or SamplePerson()
    began = at - timedelta(days=12)
    move = _started(owner, person, began, at)
    if person.status is not Status.PREPARING:
        _take(move, Role.SOURCE, Phase.BEFORE, pages.BEFORE_SOURCE, began + timedelta(hours=1))
        _take(
            move,
            Role.DESTINATION,
            Phase.BEFORE,
            pages.BEFORE_DESTINATION,
            began + timedelta(hours=2),
        )
    for days, (step, mail) in enumerate(ROADS[person.status], start=1):
        _go(move, step, mail.replace("{case}", person.case), began + timedelta(days=days))
    if person.status in (Status.REPORTED_MERGED, *_LAST_STEP):
        _look_at_the_result(move, person, began + timedelta(days=7))
    return Move.objects.get(pk=move.pk)


def _started(owner: User, person: SamplePerson, began: datetime, now: datetime) -> Move:
    closes = now + timedelta(days=person.days_left)
    move = start_move(
        owner=owner,
        by=owner,
        at=began,
        person_name=person.name,
        employer=person.employer,
        last_working_day=(closes - timedelta(days=2)).date(),
        mailbox_closes_at=closes.replace(hour=9, minute=0, second=0, microsecond=0),
        is_sample=True,
    )
    first, last = person.name.lower().split()
    addresses = {
        Role.SOURCE: (f"{first}.{last}@example.co.jp", AccountKind.PARTNER, "AWS01234567"),
        Role.DESTINATION: (f"{first}.private@example.com", AccountKind.BUILDER_ID, "AWS07654321"),
    }
    for account in Account.objects.filter(move=move):
        _name(account, *addresses[Role(account.role)], at=began)
    return Move.objects.get(pk=move.pk)


def _name(
    account: Account, address: str, kind: AccountKind, candidate: str, *, at: datetime
) -> None:
    details = {
        "kind": kind.value,
        "login_email": address,
        "training_email": address,
        "certification_email": address,
        "candidate_id": candidate,
    }
    version = Move.objects.values_list("version", flat=True).get(pk=account.move_id)
    change_account(account, details, version=version, by=account.move.owner, at=at)


def _take(move: Move, role: Role, phase: Phase, texts: Iterable[str], at: datetime) -> None:
    account = Account.objects.select_related("move__merge_request").get(move=move, role=role)
    snapshot = start_snapshot(account, phase, by=move.owner, at=at)
    for text in texts:
        add_reading(snapshot, read_text(text), Source.of_paste(text), by=move.owner, at=at)
    seal_snapshot(snapshot, by=move.owner, at=at)


def _go(move: Move, step: str, mail: str, at: datetime) -> None:
    if mail:
        _receive(move, mail, at)
    version = MergeRequest.objects.values_list("version", flat=True).get(pk=move.pk)
    transition(move, step, version=version, by=move.owner, at=at + timedelta(minutes=5))


def _receive(move: Move, mail: str, at: datetime) -> None:
    text = mail.format(
        name=move.person_name.split()[0],
        source=move.source.login_email,
        destination=move.destination.login_email,
    )
    reading = reading_of(text, move)
    content = MailContent(
        kind=reading.kind, body=text, subject=reading.subject, case_id=reading.case_id or ""
    )
    record_received(move, content, by=move.owner, at=at)


def _look_at_the_result(move: Move, person: SamplePerson, at: datetime) -> None:
    complete = person.complete or person.status is Status.VERIFIED
    texts = pages.AFTER_COMPLETE if complete else pages.AFTER_WITH_A_LOSS
    _take(move, Role.DESTINATION, Phase.AFTER, texts, at)
    if person.status in _LAST_STEP:
        _go(move, _LAST_STEP[person.status], "", at + timedelta(hours=1))
