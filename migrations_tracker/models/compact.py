"""Columns that take little room in SQLite and are the usual values for who uses them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    CharColumn = models.CharField[str, str]
    UUIDColumn = models.UUIDField[UUID | str, UUID]
else:
    CharColumn, UUIDColumn = models.CharField, models.UUIDField


class CompactUUIDField(UUIDColumn):
    """A UUID that SQLite keeps as its 16 bytes; Django's own writes 32 digits there.

    A move's id stands in a hundred rows and their indexes. In PostgreSQL it is its ``uuid``.
    """

    def get_internal_type(self) -> str:
        """A name of its own, so that Django does not read the bytes as digits."""
        return "CompactUUIDField"

    def db_type(self, connection: Any) -> str:
        return "uuid" if connection.features.has_native_uuid_field else "blob"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        given = self.to_python(value)
        if given is None or connection.features.has_native_uuid_field:
            return given
        return given.bytes

    def from_db_value(self, value: Any, *_: Any) -> UUID | None:
        return UUID(bytes=bytes(value)) if isinstance(value, bytes | memoryview) else value


class CodedField(CharColumn):
    """One of a few words for who uses it, its code in the database.

    A word without a code is stored as it is. ``codes`` are no part of a migration: what is stored
    does not change with them, so one that was ever used stays.
    """

    def __init__(self, *args: Any, codes: Mapping[str, str] | None = None, **options: Any) -> None:
        self.codes = codes or {}
        self._words = {code: word for word, code in self.codes.items()}
        super().__init__(*args, **options)

    def get_prep_value(self, value: Any) -> Any:
        word = super().get_prep_value(value)
        return self.codes.get(word, word)

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return self._words.get(value, value)
