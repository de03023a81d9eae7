"""How somebody new becomes a person of this installation."""

from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress

from migrations_tracker.models import User


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What somebody new says about themselves; ``time_zone`` is an IANA name."""

    name: str
    email: str
    password: str
    language: str
    time_zone: str = ""


def make_person(person: NewPerson, **rights: Any) -> User:
    """Store ``person``, whose address is known to be theirs; within the caller's transaction.

    Raises IntegrityError where the address belongs to somebody already.
    """
    user = User.objects.create_user(
        person.email,
        person.password,
        first_name=person.name,
        language=person.language,
        time_zone=person.time_zone,
        **rights,
    )
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user
