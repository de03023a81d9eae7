"""Everything of one person, file by file."""

import json
from collections.abc import Iterator
from datetime import datetime

from django.contrib.staticfiles import finders
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from certmove.middleware import zone_of
from migrations_tracker.events import record_event
from migrations_tracker.models import Event, Move, Snapshot, User
from migrations_tracker.moves.acts import with_what_pages_show
from migrations_tracker.takeaway.names import safe_name
from migrations_tracker.takeaway.of_move import MoveFiles
from migrations_tracker.takeaway.rows import plain_row, tables_of_person
from migrations_tracker.takeaway.streaming import Member, streamed_zip

_STYLES = "css/certmove.css"


def everything_of(person: User, *, with_codes: bool, at: datetime) -> Iterator[bytes]:
    """A ZIP, piece by piece, in the language and the time zone that are active now.

    They are put on anew for each piece: the request is over by then.
    """
    language, zone = translation.get_language() or "en", zone_of(person)
    pieces = streamed_zip(_members(person, with_codes=with_codes, at=at))
    while True:
        with translation.override(language), timezone.override(zone):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def _members(person: User, *, with_codes: bool, at: datetime) -> Iterator[Member]:
    notes: list[str] = []
    yield Member("account.json", _account(person))
    yield Member("certmove.css", _styles())
    keys = list(Move.objects.filter(owner=person).order_by("started_at", "pk").values_list("pk"))
    for number, (pk,) in enumerate(keys, start=1):
        move = with_what_pages_show(Move.objects.filter(pk=pk)).first()
        if move:  # else it was deleted meanwhile
            folder = f"moves/{number:02} {safe_name(move.person_name, otherwise='move')}"
            yield from MoveFiles(move, folder, notes, with_codes=with_codes, at=at).members()
    context = {"person": person, "at": at, "with_codes": with_codes, "notes": notes}
    yield Member("README.txt", render_to_string("takeaway/readme.txt", context).encode())


def note_codes(person: User, *, at: datetime) -> None:
    """Say in the time line of each move with benefit codes that they were handed out."""
    with_codes = Snapshot.objects.exclude(sealed_codes="").filter(account__move__owner=person)
    for move in Move.objects.filter(pk__in=with_codes.values("account__move")):
        with transaction.atomic():
            record_event(move, Event.Kind.CODES_SHOWN, by=person, at=at)


def _account(person: User) -> bytes:
    data = {"account": plain_row(person), **tables_of_person(person)}
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _styles() -> bytes:
    """The style sheet that the reports are shown with."""
    found = finders.find(_STYLES)
    if not isinstance(found, str):
        return b""
    with open(found, "rb") as file:
        return file.read()
