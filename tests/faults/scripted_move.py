"""One move from its first page to verified, through the pages, for the recorder.

Run as a program in an installation of its own. After each answer that promises something it
writes a line "MARK" with the number of events that the move has by then.
"""

import os
from io import BytesIO

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from migrations_tracker.models import MergeRequest, Move, Snapshot, User  # noqa: E402
from tests.faults.system_calls import stop_here_for_the_recorder  # noqa: E402

PDF = b"%PDF-1.4 a certificate of several sectors " + bytes(range(256)) * 12


class Person:
    """Whoever presses the buttons."""

    def __init__(self) -> None:
        user = User.objects.create_user("hanako@example.com", None, language="en")
        self.client = Client(SERVER_NAME="localhost")
        self.client.force_login(user)

    def send(self, address: str, **fields: object) -> None:
        answer = self.client.post(address, fields)
        assert answer.status_code in (200, 302), (address, answer.status_code, answer.text)
        if answer.status_code == 302:
            tell(self.move)

    @property
    def move(self) -> Move:
        return Move.objects.get()


def tell(move: Move) -> None:
    os.write(2, f"MARK {move.event_count}\n".encode())


def main() -> None:
    person = Person()
    connection.close()
    stop_here_for_the_recorder()
    start(person)
    for role in ("source", "destination"):
        fill_in(person, role)
        keep_what_it_shows(person, role, "before")
    ask(person)
    keep_what_it_shows(person, "destination", "after")
    finish(person)


def start(person: Person) -> None:
    person.send("/moves/new/", person_name="Hanako Sato", time_zone="Asia/Tokyo")
    move = person.move
    person.send(
        f"/moves/{move.pk}/edit/",
        person_name="Hanako Sato",
        employer="Example K.K.",
        time_zone="Asia/Tokyo",
        version=move.version,
    )


def fill_in(person: Person, role: str) -> None:
    move = person.move
    address = f"{role}@example.com"
    person.send(f"/moves/{move.pk}/accounts/{role}/", login_email=address, version=move.version)


def keep_what_it_shows(person: Person, role: str, phase: str) -> None:
    move = person.move
    person.send(f"/moves/{move.pk}/snapshots/{role}/{phase}/")
    shown = Snapshot.objects.get(state="draft")
    page = SHOWN if role == "source" or phase == "after" else ""
    if page:
        person.send(f"/snapshots/{shown.pk}/keep/", text=page)
        drop_a_file(person, shown)
        person.send(
            f"/snapshots/{shown.pk}/records/new/exam/", certification="SAA", taken_on="2024-08-04"
        )
    else:
        person.send(f"/snapshots/{shown.pk}/empty/", empty="yes")
    person.send(f"/snapshots/{shown.pk}/seal/")


def drop_a_file(person: Person, shown: Snapshot) -> None:
    file = BytesIO(LIST.encode())
    file.name = "mine.csv"
    person.send(f"/snapshots/{shown.pk}/preview/", documents=file)
    batch = shown.uploads.get().batch
    person.send(f"/snapshots/{shown.pk}/keep/", batch=batch)


def ask(person: Person) -> None:
    move = person.move
    person.send(f"/moves/{move.pk}/letters/request/", subject="Merge", body="Please merge.")
    step(person, "submit")
    person.send(f"/moves/{move.pk}/mails/new/", text="We received your request.", kind="ack")
    certificate = BytesIO(PDF)
    certificate.name = "certificate.pdf"
    name = "AWS Certified Cloud Practitioner"
    person.send(f"/moves/{move.pk}/certificates/new/", certification=name, file=certificate)
    for name in ("ask_confirmation", "confirm", "report_merged"):
        step(person, name)


def finish(person: Person) -> None:
    step(person, "verify")
    certificate = person.move.certificate_files.get()
    person.send(f"/certificates/{certificate.pk}/remove/")


def step(person: Person, name: str) -> None:
    move = person.move
    version = MergeRequest.objects.get(pk=move.pk).version
    person.send(f"/moves/{move.pk}/steps/", step=name, version=version)


SHOWN = """\
=== CERTIFICATIONS ===
Certification\tEarned\tExpires
AWS Certified Solutions Architect - Professional\tAugust 4, 2024\tAugust 4, 2027

=== BENEFITS ===
50% discount on your next exam\t7Q2M9XK4B1\tExpires August 4, 2027
"""
LIST = "certification,earned on\nAWS Certified Developer - Associate,2023-05-06\n"

if __name__ == "__main__":
    main()
