"""Every stored file under the first key of the ring, so that older keys can go.

A file is replaced whole or not at all, while nobody can take it away; one that does not open
is never touched. What an older certmove stored unsealed is sealed on the way.
"""

from collections import Counter
from uuid import UUID

from django.conf import settings
from django.db import transaction

from migrations_tracker.backups.stored_files import NamedFile, named_files
from migrations_tracker.encryption import KeyLost, ring_of
from migrations_tracker.events import hold
from migrations_tracker.evidence.files import (
    FileAltered,
    checked,
    is_named,
    put_sealed,
    sealed_file,
)
from migrations_tracker.evidence.sealed_files import key_of_file, sealed
from migrations_tracker.key_rotation import Rotation
from migrations_tracker.models import Move


def files_by_key() -> Counter[str]:
    """How many stored files there are under each key's id; reads each of them."""
    places = {file.place for file in named_files()}
    found = (_key(place) for place in places)
    return Counter(kid for kid in found if kid)


def rotate_files() -> Rotation:
    """Seal anew, with the ring's first key, what another key sealed or none."""
    done = Rotation()
    for file in named_files():
        try:
            done.rewritten += _rotate(file)
        except (FileAltered, FileNotFoundError, KeyLost) as error:
            done.refused.append(f"Stored file {file.place}: {_why(error)}")
    return done


@transaction.atomic
def _rotate(file: NamedFile) -> bool:
    """Whether the file was sealed anew. What is held can't be deleted meanwhile."""
    hold(Move(pk=UUID(file.place.split("/")[0])))
    if not is_named(file.place):
        return False
    stored = sealed_file(file.place)
    if key_of_file(stored) == ring_of(settings.CERTMOVE_ENC_KEYS).writer:
        return False
    content = checked(stored, file.place, file.sha256)
    put_sealed(file.place, sealed(content, place=file.place))
    return True


def _key(place: str) -> str | None:
    try:
        return key_of_file(sealed_file(place))
    except FileNotFoundError:
        return None


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, KeyLost) else "it is missing or was altered."
