"""What tests of pages share: four people. Alice's things are hers, Bob is somebody else."""

import os
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings

from certmove.translation.compiling import compile_catalogues
from migrations_tracker.models import User

# No example fails because the machine is busy; in CI each run tries the same ones.
hypothesis.settings.register_profile("certmove", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("certmove")


def pytest_configure() -> None:
    """Pages speak the Japanese that stands in the source now."""
    compile_catalogues(Path(settings.LOCALE_PATHS[0]))


def person(name: str, **rights: bool) -> User:
    return User.objects.create_user(
        f"{name.lower()}@example.com",
        "correct horse battery staple",
        first_name=name,
        language="en",
        time_zone="Asia/Tokyo",
        **rights,
    )


@pytest.fixture
def alice(db: None) -> User:
    return person("Alice")


@pytest.fixture
def bob(db: None) -> User:
    return person("Bob")


@pytest.fixture
def charlie(db: None) -> User:
    """The outsider."""
    return person("Charlie")


@pytest.fixture
def staff(db: None) -> User:
    """The certification lead, who is the administrator too."""
    return person("Sam", is_staff=True, is_superuser=True)
