"""A text column that takes little room."""

from typing import TYPE_CHECKING, Any

from django.db import models

from migrations_tracker.core.packing import pack, unpack

if TYPE_CHECKING:
    TextColumn = models.TextField[str, str]
else:
    TextColumn = models.TextField


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
