"""Columns of text and of plain data that take little room."""

import json
from typing import TYPE_CHECKING, Any

from django.db import models

from migrations_tracker.core.packing import pack, unpack

if TYPE_CHECKING:
    TextColumn = models.TextField[str, str]
    JSONColumn = models.JSONField[Any, Any]
else:
    TextColumn, JSONColumn = models.TextField, models.JSONField


class PackedTextField(TextColumn):
    """A str for who uses it, packed bytes in the database, which can't search or sort them.

    Not to be empty by a default of the database; raises NotPacked on reading what was altered.
    """

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> Any:
        return connection.ops.binary_placeholder_sql(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        text = super().get_db_prep_value(value, connection, prepared)
        return None if text is None else connection.Database.Binary(pack(text))

    def from_db_value(self, value: Any, *_: Any) -> str | None:
        return None if value is None else unpack(bytes(value))


class PackedJSONField(JSONColumn):
    """Plain data for who uses it; packed bytes in the database, or NULL for an empty object."""

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> Any:
        return connection.ops.binary_placeholder_sql(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
        return connection.Database.Binary(pack(text)) if text else None

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        return self.get_db_prep_value(value, connection)

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return {} if value is None else json.loads(unpack(bytes(value)))
