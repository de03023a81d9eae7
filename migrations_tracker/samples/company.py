"""A sample company: a certification lead, and people in every stage of a move."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from migrations_tracker.core.lifecycle import Status
from migrations_tracker.models import User
from migrations_tracker.samples.sample_move import SamplePerson, make_sample_move

LEAD = "lead@example.co.jp"
FIRST_CASE = 17_551_100_220

PEOPLE = (
    SamplePerson(name="Taro Yamada", status=Status.REPORTED_MERGED, days_left=3),
    SamplePerson(name="Hanako Sato", status=Status.PREPARING, days_left=21),
    SamplePerson(name="Ken Suzuki", status=Status.REQUESTED, days_left=14),
    SamplePerson(name="Yuki Tanaka", status=Status.EMPLOYER_HOLD, days_left=5),
    SamplePerson(name="Maria Rossi", status=Status.INFORMATION_ASKED, days_left=10),
    SamplePerson(name="Jun Watanabe", status=Status.SELF_SERVICE, days_left=18),
    SamplePerson(name="Aiko Ito", status=Status.CONFIRMATION_ASKED, days_left=2),
    SamplePerson(name="Daichi Kobayashi", status=Status.CONFIRMED, days_left=12),
    SamplePerson(name="Emi Nakamura", status=Status.DISCREPANCY, days_left=1),
    SamplePerson(name="Sota Kato", status=Status.VERIFIED, days_left=30),
    SamplePerson(name="Ines Costa", status=Status.REJECTED, days_left=7),
    SamplePerson(name="Rin Yoshida", status=Status.WITHDRAWN, days_left=40),
)


@transaction.atomic
def make_sample_company(at: datetime) -> User:
    """The company's lead, with a move for each of ``PEOPLE``; a second call changes nothing."""
    lead, is_new = User.objects.get_or_create(
        email=LEAD,
        defaults={
            "first_name": "Sakura",
            "last_name": "Mori",
            "is_staff": True,
            "is_superuser": True,
            "time_zone": "Asia/Tokyo",
        },
    )
    if is_new:
        for number, person in enumerate(PEOPLE):
            case = str(FIRST_CASE + number)
            make_sample_move(_owner(person), at, replace(person, case=case))
    return lead


def _owner(person: SamplePerson) -> User:
    first, last = person.name.split()
    address = f"{first}.{last}@example.co.jp".lower()
    return User.objects.create_user(address, first_name=first, last_name=last)
