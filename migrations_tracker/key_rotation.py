"""Every encrypted text under the first key of the ring, so that older keys can go.

A row is read and written in one short transaction, a batch at a time: the installation
stays in use meanwhile. A text that does not open is never touched.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import models, transaction

from migrations_tracker.accounts.adapters import SEED
from migrations_tracker.encryption import KeyLost, Tampered, decrypt, encrypt, key_of, ring_of
from migrations_tracker.evidence.texts import place_of_text
from migrations_tracker.mails.files import place_of_mail
from migrations_tracker.models import Evidence, MailFile, Snapshot
from migrations_tracker.records.of_snapshots import place_of_codes

#: Rows in one transaction; a pasted text may have a megabyte.
BATCH = 20
#: Counts what does not even name a key.
UNKNOWN_KEY = "?"


@dataclass(frozen=True, slots=True)
class SealedTexts:
    """Where rows of one model keep encrypted texts.

    ``texts`` gives each text of a row with what it is bound to; ``put`` sets the new text
    for each old one on the row; ``column`` is the one column that holds them.
    """

    rows: Callable[[], "models.QuerySet[Any]"]
    column: str
    texts: Callable[[Any], dict[str, str]]
    put: Callable[[Any, dict[str, str]], None]
    name: Callable[[Any], str]


@dataclass(slots=True)
class Rotation:
    """``refused`` holds a sentence for each row with a text that does not open."""

    rewritten: int = 0
    refused: list[str] = field(default_factory=list)


def texts_by_key() -> Counter[str]:
    """How many encrypted texts there are under each key's id."""
    return Counter(
        _key(text)
        for place in PLACES
        for row in place.rows().iterator(chunk_size=BATCH)
        for text in place.texts(row)
    )


def rotate() -> Rotation:
    """Encrypt anew, with the ring's first key, what another key wrote."""
    done = Rotation()
    for place in PLACES:
        last = _rotate_batch(place, None, done)
        while last is not None:
            last = _rotate_batch(place, last, done)
    return done


def _rotate_batch(place: SealedTexts, after: Any, done: Rotation) -> Any:
    """Rewrite the next rows behind the key ``after``, None at the start; the last one's key."""
    with transaction.atomic():
        behind = place.rows().filter(pk__gt=after) if after is not None else place.rows()
        rows = list(behind.order_by("pk").select_for_update()[:BATCH])
        for row in rows:
            _rotate_row(place, row, done)
    return rows[-1].pk if rows else None


def _rotate_row(place: SealedTexts, row: Any, done: Rotation) -> None:
    try:
        renewed = dict(_renewed(place.texts(row)))
    except (KeyLost, Tampered) as error:
        done.refused.append(f"{place.name(row)}: {error}")
        return
    if renewed:
        place.put(row, renewed)
        row.save(update_fields=[place.column])
        done.rewritten += len(renewed)


def _renewed(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Old and new of each text that another key than the first wrote."""
    writer = ring_of(settings.CERTMOVE_ENC_KEYS).writer
    for text, bound_to in texts.items():
        if key_of(text) != writer:
            yield text, encrypt(decrypt(text, aad=bound_to), aad=bound_to)


def _key(text: str) -> str:
    try:
        return key_of(text)
    except Tampered:
        return UNKNOWN_KEY


def _codes(row: Snapshot) -> dict[str, str]:
    return {row.sealed_codes: place_of_codes(row.pk)}


def _put_codes(row: Snapshot, renewed: dict[str, str]) -> None:
    (row.sealed_codes,) = renewed.values()


def _text(row: Evidence) -> dict[str, str]:
    return {row.sealed_text: place_of_text(row.snapshot_id, row.number)}


def _put_text(row: Evidence, renewed: dict[str, str]) -> None:
    (row.sealed_text,) = renewed.values()


def _mail_file(row: MailFile) -> dict[str, str]:
    return {row.sealed_content: place_of_mail(row.mail)}


def _put_mail_file(row: MailFile, renewed: dict[str, str]) -> None:
    (row.sealed_content,) = renewed.values()


def _seeds(row: Any) -> dict[str, str]:
    """What allauth encrypts: the secret of an app, the seed or the codes for recovery."""
    data = row.data
    found = [data.get("secret"), data.get("seed"), *data.get("migrated_codes", [])]
    return {text: SEED for text in found if text}


def _put_seeds(row: Any, renewed: dict[str, str]) -> None:
    row.data = {name: _replaced(value, renewed) for name, value in row.data.items()}


def _replaced(value: Any, renewed: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_replaced(each, renewed) for each in value]
    return renewed.get(value, value) if isinstance(value, str) else value


PLACES = (
    SealedTexts(
        rows=lambda: Snapshot.objects.exclude(sealed_codes=""),
        column="sealed_codes",
        texts=_codes,
        put=_put_codes,
        name=lambda row: f"Benefit codes of snapshot {row.pk}",
    ),
    SealedTexts(
        rows=lambda: Evidence.objects.exclude(sealed_text=""),
        column="sealed_text",
        texts=_text,
        put=_put_text,
        name=lambda row: f"Evidence {row.number} of snapshot {row.snapshot_id}",
    ),
    SealedTexts(
        rows=lambda: MailFile.objects.select_related("mail"),
        column="sealed_content",
        texts=_mail_file,
        put=_put_mail_file,
        name=lambda row: f"File of mail {row.mail.number} of move {row.mail.move_id}",
    ),
    SealedTexts(
        # Passkeys are public keys: there is nothing to hide.
        rows=lambda: Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN),
        column="data",
        texts=_seeds,
        put=_put_seeds,
        name=lambda row: f"Second factor {row.pk} ({row.type}) of person {row.user_id}",
    ),
)
