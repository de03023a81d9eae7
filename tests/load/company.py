"""A company of any number of moves, made fast: some by certmove's own acts, the others as copies.

Each copy has its own people, ids, codes and pasted texts; texts that are encrypted are encrypted
for it alone, so that every page of every move opens.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import AutoField, Model

from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.core.packed_records import codes_in
from migrations_tracker.core.reading import Found, Reading, SourceKind
from migrations_tracker.core.search_words import words_of
from migrations_tracker.encryption import encrypt
from migrations_tracker.evidence.texts import evidence_text, sealed_text
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.merge_requests import transition
from migrations_tracker.models import (
    Account,
    Event,
    Evidence,
    Mail,
    MergeRequest,
    Move,
    SearchWord,
    Snapshot,
    User,
)
from migrations_tracker.moves.acts import change_account, start_move
from migrations_tracker.records.of_snapshots import held_records, place_of_codes
from migrations_tracker.samples.sample_move import ROADS
from migrations_tracker.snapshots.acts import declare_empty, seal_snapshot, start_snapshot
from migrations_tracker.snapshots.contents import Source, add_reading
from tests.load.texts import mail_to, page_of, records_of_somebody

NOW = datetime.now(UTC).replace(hour=3, minute=0, second=0, microsecond=0)
MOVES_A_PERSON = 4
BATCH = 500
SEED = 20261122
#: Of so many templates; nothing is lost in any of them, so none is at a discrepancy.
ALL = (
    *(status for status in ROADS if status is not Status.DISCREPANCY),
    *[Status.VERIFIED] * 3,
)
FULL = (Status.VERIFIED, Status.DISCREPANCY, Status.REPORTED_MERGED)
FIRST = ("Taro", "Hanako", "Ken", "Yuki", "Maria", "Jun", "Aiko", "Daichi", "Emi", "Sota", "Rin")
FAMILY = (
    "Alfa",
    "Bravo",
    "Carla",
    "Delta",
    "Eins",
    "Foxtrot",
    "Golf",
    "Hotel",
    "India",
    "Juliet",
    "Kilo",
    "Lima",
    "Mike",
    "Nora",
    "Oscar",
    "Papa",
    "Quinn",
)
SYLLABLES = ("ka", "no", "mi", "ya", "to", "ri", "sa", "ko", "ha", "shi", "mu", "ta", "na", "e")


Row = list[Any]
TABLES = (User, Move, Account, MergeRequest, Snapshot, Evidence, Mail, Event, SearchWord)


class Table:
    """The rows of ``model`` as the database keeps them: what is copied is not converted."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self.fields = [each for each in model._meta.concrete_fields if not each.generated]
        self.place = {each.attname: number for number, each in enumerate(self.fields)}
        self.last = self._last() if isinstance(model._meta.pk, AutoField) else 0
        self.waiting: list[Row] = []

    def _last(self) -> int:
        newest = self.model._default_manager.order_by("-pk").first()
        return int(newest.pk) if newest else 0

    def next_number(self) -> int:
        self.last += 1
        return self.last

    def rows(self, **chosen: Any) -> list[Row]:
        names = [each.attname for each in self.fields]
        query = (
            self.model._default_manager.filter(**chosen).order_by("pk").values_list(*names).query
        )
        with connection.cursor() as cursor:
            cursor.execute(*query.sql_with_params())
            return [list(row) for row in cursor.fetchall()]

    def value(self, row: Row, name: str) -> Any:
        return row[self.place[name]]

    def stored(self, name: str, value: Any) -> Any:
        """``value`` as the database keeps it in column ``name``."""
        return self.fields[self.place[name]].get_db_prep_save(value, connection)

    def add(self, row: Row, **changed: Any) -> None:
        """Note a copy of ``row`` with these columns, given as the database keeps them."""
        made = row.copy()
        for name, value in changed.items():
            made[self.place[name]] = value
        self.waiting.append(made)

    def write(self) -> None:
        columns = ", ".join(f'"{each.column}"' for each in self.fields)
        places = ", ".join(["%s"] * len(self.fields))
        insert = f'INSERT INTO "{self.model._meta.db_table}" ({columns}) VALUES ({places})'
        with connection.cursor() as cursor:
            cursor.executemany(insert, self.waiting)
        self.waiting = []


@dataclass(frozen=True)
class Template:
    """A move that certmove's own acts made: its rows, and its secrets in the clear by row."""

    rows: dict[type[Model], list[Row]]
    codes: dict[Any, str]
    texts: dict[Any, tuple[int, str]]


def make_full_move(owner: User, chance: random.Random, status: Status, name: str) -> Move:
    """A move at ``status`` by certmove's own acts: 48 records before and after, four mails."""
    at = NOW - timedelta(days=40)
    move = start_move(
        owner=owner,
        by=owner,
        at=at,
        person_name=name,
        employer="Example Systems K.K.",
        last_working_day=(NOW + timedelta(days=10)).date(),
        mailbox_closes_at=NOW + timedelta(days=12),
    )
    for role, address in ((Role.SOURCE, "example.co.jp"), (Role.DESTINATION, "example.com")):
        _name_account(move, role, f"{name.lower().replace(' ', '.')}@{address}", at)
    records = records_of_somebody(chance)
    if status is not Status.PREPARING:
        _take(move, Role.SOURCE, Phase.BEFORE, records, at)
        _take(move, Role.DESTINATION, Phase.BEFORE, [], at)
    for number in range(4):
        body = mail_to(name, chance)
        content = MailContent(
            kind="ack", body=body, subject=f"RE: [CASE 1755110022{number}] account", case_id="17551"
        )
        record_received(move, content, by=owner, at=at + timedelta(days=number))
    for step, _mail in ROADS[status]:
        _step(move, step, at)
    if status in FULL:
        _take(move, Role.DESTINATION, Phase.AFTER, records, at)
        last = {Status.VERIFIED: "verify"}.get(status)
        if last:
            _step(move, last, at)
    return Move.objects.get(pk=move.pk)


def _name_account(move: Move, role: Role, address: str, at: datetime) -> None:
    account = Account.objects.select_related("move").get(move=move, role=role)
    version = Move.objects.values_list("version", flat=True).get(pk=move.pk)
    details = {"login_email": address, "training_email": address, "candidate_id": "AWS01234567"}
    change_account(account, details, version=version, by=move.owner, at=at)


def _take(move: Move, role: Role, phase: Phase, records: list[Any], at: datetime) -> None:
    account = Account.objects.select_related("move__merge_request").get(move=move, role=role)
    snapshot = start_snapshot(account, phase, by=move.owner, at=at)
    if records:
        reading = Reading(
            kind=SourceKind.PORTAL_PAGE, found=tuple(Found(record=each) for each in records)
        )
        add_reading(snapshot, reading, Source.of_paste(page_of(records)), by=move.owner, at=at)
    else:
        declare_empty(snapshot, empty=True, by=move.owner, at=at)
    seal_snapshot(Snapshot.objects.get(pk=snapshot.pk), by=move.owner, at=at)


def _step(move: Move, name: str, at: datetime) -> None:
    version = MergeRequest.objects.values_list("version", flat=True).get(pk=move.pk)
    transition(move, name, version=version, by=move.owner, at=at)


def make_company(moves: int, statuses: Sequence[Status] = ALL, *, first: int = 0) -> None:
    """``moves`` moves, and a person for every four of them, in the database that is set.

    ``first`` is how many of them are there already.
    """
    chance = random.Random(SEED + first)
    templates = list(_templates(chance, statuses, first))
    tables = {model: Table(model) for model in TABLES}
    last = first + moves
    for start in range(first + len(templates), last, BATCH):
        for number in range(start, min(start + BATCH, last)):
            Copy(tables, templates[number % len(templates)], number, chance).make()
        with transaction.atomic():
            for table in tables.values():
                table.write()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(statement)


def _templates(chance: random.Random, statuses: Sequence[Status], first: int) -> Iterator[Template]:
    owner = User.objects.create_user(f"templates{first}@example.com", time_zone="Asia/Tokyo")
    for number, status in enumerate(statuses):
        move = make_full_move(owner, chance, status, f"Template {FAMILY[number]}")
        yield _template(move)


def _template(move: Move) -> Template:
    snapshots = Snapshot.objects.filter(account__move=move)
    evidence = Evidence.objects.filter(snapshot__in=snapshots)
    chosen: dict[type[Model], dict[str, Any]] = {
        User: {"pk": move.owner_id},
        Move: {"pk": move.pk},
        MergeRequest: {"pk": move.pk},
        Snapshot: {"account__move": move},
        Evidence: {"snapshot__account__move": move},
        **{model: {"move": move} for model in (Account, Mail, Event, SearchWord)},
    }
    key = Table(Snapshot)
    return Template(
        rows={model: Table(model).rows(**which) for model, which in chosen.items()},
        codes={key.stored("id", each.pk): _codes_of(each) for each in snapshots},
        texts={each.pk: (each.number, evidence_text(each)) for each in evidence},
    )


def _codes_of(snapshot: Snapshot) -> str:
    codes = codes_in(held_records(snapshot)).items()
    return "{" + ",".join(f'"{number}":"{code}"' for number, code in codes) + "}" if codes else ""


@dataclass
class Copy:
    """One more move like ``template``, of another person."""

    tables: dict[type[Model], Table]
    template: Template
    number: int
    chance: random.Random

    def make(self) -> None:
        self.name = f"{self.chance.choice(FIRST)} {family_name(self.chance)}"
        self.owner = self._owner()
        self.move = self._key(Move)
        self._move_and_request()
        accounts = self._accounts()
        self._events(self._snapshots(accounts), self._mails())
        self._words()

    def _key(self, model: type[Model]) -> Any:
        return self.tables[model].stored("id", UUID(int=self.chance.getrandbits(128), version=4))

    def _add(self, row: Row, model: type[Model], **changed: Any) -> None:
        self.tables[model].add(row, **changed)

    def _owner(self) -> int:
        """The person whose move this is: a new one for every few moves."""
        people = self.tables[User]
        if self.number % MOVES_A_PERSON == 0 or not people.waiting:
            first, last = self.name.split()
            address = f"person{self.number}@example.com"
            (row,) = self.template.rows[User]
            pk = people.next_number()
            people.add(row, id=pk, email=address, first_name=first, last_name=last)
        return people.last

    def _move_and_request(self) -> None:
        moves, requests = self.tables[Move], self.tables[MergeRequest]
        minutes = self.chance.randrange
        closes = moves.stored(
            "mailbox_closes_at", NOW + timedelta(minutes=minutes(-60 * 24 * 60, 60 * 24 * 300))
        )
        started = moves.stored("started_at", NOW - timedelta(minutes=minutes(60 * 24 * 400)))
        since = requests.stored("status_since", NOW - timedelta(minutes=minutes(60 * 24 * 90)))
        (move,), (request,) = self.template.rows[Move], self.template.rows[MergeRequest]
        moves.add(
            move,
            id=self.move,
            owner_id=self.owner,
            person_name=self.name,
            mailbox_closes_at=closes,
            started_at=started,
        )
        requests.add(request, move_id=self.move, presses_at=closes, status_since=since)

    def _accounts(self) -> dict[Any, int]:
        table, ids = self.tables[Account], {}
        for row, address in zip(self.template.rows[Account], self._addresses(), strict=True):
            pk = ids[table.value(row, "id")] = table.next_number()
            table.add(row, id=pk, move_id=self.move, login_email=address)
        return ids

    def _snapshots(self, accounts: dict[Any, int]) -> dict[Any, Any]:
        table, ids = self.tables[Snapshot], {}
        for row in self.template.rows[Snapshot]:
            old, uuid = table.value(row, "id"), UUID(int=self.chance.getrandbits(128), version=4)
            pk = ids[old] = table.stored("id", uuid)
            codes = self.template.codes[old]
            token = encrypt(codes, aad=place_of_codes(uuid)) if codes else ""
            table.add(
                row,
                id=pk,
                account_id=accounts[table.value(row, "account_id")],
                sealed_codes=table.stored("sealed_codes", token),
                started_by_id=self.owner,
                sealed_by_id=self.owner,
            )
        self._evidence(ids)
        return ids

    def _evidence(self, snapshots: dict[Any, Any]) -> None:
        table = self.tables[Evidence]
        for row in self.template.rows[Evidence]:
            snapshot = snapshots[table.value(row, "snapshot_id")]
            number, text = self.template.texts[table.value(row, "id")]
            token = sealed_text(UUID(bytes=bytes(snapshot)), number, text)
            table.add(
                row,
                id=table.next_number(),
                snapshot_id=snapshot,
                sealed_text=table.stored("sealed_text", token),
                added_by_id=self.owner,
            )

    def _mails(self) -> dict[Any, int]:
        table, ids = self.tables[Mail], {}
        for row in self.template.rows[Mail]:
            pk = ids[table.value(row, "id")] = table.next_number()
            table.add(row, id=pk, move_id=self.move, recorded_by_id=self.owner)
        return ids

    def _events(self, snapshots: dict[Any, Any], mails: dict[Any, int]) -> None:
        table = self.tables[Event]
        for row in self.template.rows[Event]:
            table.add(
                row,
                id=table.next_number(),
                move_id=self.move,
                by_id=self.owner,
                snapshot_id=snapshots.get(table.value(row, "snapshot_id")),
                mail_id=mails.get(table.value(row, "mail_id")),
            )

    def _words(self) -> None:
        table = self.tables[SearchWord]
        employer = "Example Systems K.K."
        words = words_of([self.name, employer, f"case{self.number}", *self._addresses()])
        for word in sorted(words):
            table.waiting.append([table.next_number(), self.move, word])

    def _addresses(self) -> tuple[str, str]:
        local = self.name.lower().replace(" ", ".")
        return f"{local}.{self.number}@example.co.jp", f"{local}@example.com"


def family_name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randrange(2, 5))).title()
