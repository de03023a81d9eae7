"""Says which acknowledged writes, read as JSON, are not in the database, and which events jump.

    python -m tests.load.kept < acked.json

Half of one counts as lost: a mail needs its event, a move its accounts and its request.
"""

import json
import sys

import django

django.setup()

from migrations_tracker.models import Event, Mail, Move  # noqa: E402


def lost(acked: list[list[str]]) -> list[list[str]]:
    """Those of ``acked`` that are not there whole."""
    started = _started({what for kind, what in acked if kind == "move"})
    return [
        [kind, what]
        for kind, what in acked
        if not (what in started if kind == "move" else _has_mail(*what.split()))
    ]


def _has_mail(move: str, token: str) -> bool:
    mails = Mail.objects.filter(move=move).order_by("-number")
    mail = next((each for each in mails.iterator() if token in each.body), None)
    return mail is not None and Event.objects.filter(move=move, mail=mail).exists()


def _started(tokens: set[str]) -> set[str]:
    """The notes of the moves that are there with accounts, request and a first event."""
    newest = Move.objects.order_by("-started_at").prefetch_related("accounts", "events")
    moves = newest.select_related("merge_request")[: len(tokens) + 1000]
    return {
        move.note
        for move in moves
        if hasattr(move, "merge_request") and len(move.accounts.all()) == 2 and move.events.all()
    }


def uneven(moves: set[str]) -> list[str]:
    """Those of ``moves`` whose events are not numbered 1, 2, 3, ... up to their count."""
    faulty = []
    for move in Move.objects.filter(pk__in=moves):
        numbers = list(move.events.order_by("number").values_list("number", flat=True))
        if numbers != list(range(1, move.event_count + 1)):
            faulty.append(str(move.pk))
    return faulty


if __name__ == "__main__":
    told = json.load(sys.stdin)
    written_to = {what.split()[0] for kind, what in told if kind == "mail"}
    sys.stdout.write(json.dumps({"lost": lost(told), "uneven": uneven(written_to)}))
