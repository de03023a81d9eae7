"""Rows of a person as plain data: every table that hangs on them, found from the models.

A new model is in here by itself. What is left out stands below, with its reason.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import models

from migrations_tracker.models import Invitation, Move, SearchWord, User

#: Tables of which nothing is handed out, and why.
LEFT_OUT: dict[type[models.Model], str] = {
    LogEntry: "names what others own",
    SearchWord: "made from the move's other rows",
}
#: Columns that are no information for anybody, or a secret that works without its owner.
_HIDDEN = {"password", "data", "token_hash", "session_key", "stored_as", "records"}


def tables_of_move(move: Move) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table that belongs to ``move``."""
    return {_name(model): _rows(model, path, move) for model, path in owned_by(Move)}


def tables_of_person(person: User) -> dict[str, list[dict[str, Any]]]:
    """The person's own rows, without those of their moves."""
    of_moves = {Move, *(model for model, _ in owned_by(Move))}
    own = [(model, path) for model, path in owned_by(User) if model not in of_moves]
    own.append((Invitation, "accepted_by"))
    return {_name(model): _rows(model, path, person) for model, path in own}


def plain_row(row: models.Model) -> dict[str, Any]:
    """The columns of ``row`` as JSON can hold them, without what is hidden."""
    return {
        field.name: _plain(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if field.name not in _HIDDEN and not field.name.startswith("sealed_")
        if not isinstance(field.value_from_object(row), bytes | memoryview)
    }


def owned_by(owner: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Every model whose rows go when their ``owner`` goes, and the path from it to the owner."""
    for model in apps.get_models():
        if model not in LEFT_OUT and (path := _path(model, owner)):
            yield model, path


def _path(model: type[models.Model], owner: type[models.Model]) -> str:
    for field in model._meta.concrete_fields:
        target = field.related_model
        on_delete = getattr(field.remote_field, "on_delete", None)
        if on_delete is not models.CASCADE or target is model or not isinstance(target, type):
            continue
        if target is owner:
            return field.name
        if further := _path(target, owner):
            return f"{field.name}__{further}"
    return ""


def _rows(model: type[models.Model], path: str, owner: models.Model) -> list[dict[str, Any]]:
    rows = model._default_manager.filter(**{path: owner.pk}).order_by("pk")
    return [plain_row(row) for row in rows.iterator(chunk_size=200)]


def _name(model: type[models.Model]) -> str:
    return str(model._meta.model_name)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
