"""The first person of an empty installation."""

from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, transaction

from migrations_tracker.accounts.people import NewPerson, make_person
from migrations_tracker.models import Opening, User

Sample = Callable[[User, datetime], object]


class AlreadyOpened(Exception):
    """Somebody exists: the door of first use is shut for good."""


def is_open() -> bool:
    """Whether nobody has come in yet."""
    return not (User.objects.exists() or Opening.objects.exists())


def open_installation(person: NewPerson, *, at: datetime, sample: Sample | None = None) -> User:
    """Make ``person`` the administrator and shut the door; ``sample`` gives them a move to try.

    Whose address it is was not asked by mail: who sets up the installation is trusted with it.
    Of two calls at the same moment one makes its person. Raises AlreadyOpened for the other.
    """
    with transaction.atomic():
        _shut_the_door(at)
        user = make_person(person, is_staff=True, is_superuser=True)
        Opening.objects.update(opened_by=user)
        if sample:
            sample(user, at)
    return user


def _shut_the_door(at: datetime) -> None:
    if not is_open():
        raise AlreadyOpened
    try:
        with transaction.atomic():
            Opening.objects.create(id=Opening.ONLY, opened_at=at)
    except IntegrityError as error:
        raise AlreadyOpened from error
