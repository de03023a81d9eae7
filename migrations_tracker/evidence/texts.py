"""Pasted texts at rest: encrypted, because a benefits page holds codes worth money."""

from uuid import UUID

from migrations_tracker.encryption import decrypt, encrypt
from migrations_tracker.models import Evidence


def sealed_text(snapshot: UUID, number: int, text: str) -> str:
    """``text`` encrypted for the evidence ``number`` of ``snapshot``; "" stays "".

    What no database stores (NUL, half a character) becomes a replacement character.
    """
    storable = text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
    return encrypt(storable, aad=place_of_text(snapshot, number)) if storable else ""


def evidence_text(evidence: Evidence) -> str:
    """What was pasted. Raises KeyLost or Tampered, never guesses."""
    place = place_of_text(evidence.snapshot_id, evidence.number)
    return decrypt(evidence.sealed_text, aad=place) if evidence.sealed_text else ""


def place_of_text(snapshot: UUID, number: int) -> str:
    """What a pasted text is bound to when it is encrypted: its snapshot and number."""
    return f"evidence:{snapshot}:{number}"
