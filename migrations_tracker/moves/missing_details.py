"""What a move still lacks: everything may wait, but nothing is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from migrations_tracker.core.accounts import Role
from migrations_tracker.core.sentence import gettext_noop
from migrations_tracker.models import Account, Move

_OF_THE_MOVE: dict[str, str] = {
    "employer": gettext_noop("Which employer you leave"),
    "last_working_day": gettext_noop("Your last working day"),
    "mailbox_closes_at": gettext_noop("When the mailbox closes"),
}
_OF_AN_ACCOUNT: dict[Role, dict[str, str]] = {
    Role.SOURCE: {
        "kind": gettext_noop("Account to give up: how you sign in"),
        "login_email": gettext_noop("Account to give up: login email"),
        "certification_email": gettext_noop("Account to give up: certification notification email"),
        "candidate_id": gettext_noop("Account to give up: candidate ID"),
    },
    Role.DESTINATION: {
        "kind": gettext_noop("Account to keep: how you sign in"),
        "login_email": gettext_noop("Account to keep: login email"),
        "certification_email": gettext_noop("Account to keep: certification notification email"),
        "candidate_id": gettext_noop("Account to keep: candidate ID"),
    },
}


@dataclass(frozen=True, slots=True)
class MissingDetail:
    """``sentence`` names it; ``url`` is where it is entered."""

    sentence: str
    url: str


def missing_details(move: Move) -> list[MissingDetail]:
    """All that AWS may ask for, or a deadline needs, and that is not entered yet."""
    edit = reverse("moves:edit", args=[move.pk])
    of_move = [
        MissingDetail(sentence, edit)
        for name, sentence in _OF_THE_MOVE.items()
        if not getattr(move, name)
    ]
    return [*of_move, *(each for account in move.accounts.all() for each in _of(account))]


def _of(account: Account) -> Iterator[MissingDetail]:
    url = reverse("moves:account", args=[account.move_id, account.role])
    for name, sentence in _OF_AN_ACCOUNT[Role(account.role)].items():
        if not getattr(account, name):
            yield MissingDetail(sentence, url)
