"""Two addresses for whoever watches the server: /healthz and /readyz.

They are answered before anything looks at the host, since a load balancer asks by the
server's number, and need no sign-in. They say which part fails, never why in its own words.
"""

import logging
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import BinaryField, F, Func
from django.http import HttpRequest, HttpResponse, JsonResponse

from certmove.database_file import database_file, follow_the_file
from certmove.request_log import already_logged
from certmove.storage_trouble import let_go_of_the_connection, trouble_of
from migrations_tracker.core.catalogue import CatalogueError
from migrations_tracker.core.packing import NotPacked, beginning
from migrations_tracker.encryption import ring_of
from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.models import Evidence, Snapshot

logger = logging.getLogger(__name__)
MEGABYTE = 1024 * 1024
Check = Callable[[], str]


class HealthMiddleware:
    """Answers /healthz while the process works, and /readyz once all it needs is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            if request.path_info == "/healthz":
                return _uncached({"status": "ok"}, 200)
            if request.path_info == "/readyz":
                return readiness()
        return self.get_response(request)


def readiness() -> HttpResponse:
    """200 where each part works, else 503; the JSON names each part that does not."""
    failing = {name: said for name, check in CHECKS.items() if (said := check())}
    if failing:
        logger.warning("Not ready: %s", failing)
        return _uncached({"status": "not ready", "failing": failing}, 503)
    return _uncached({"status": "ok"}, 200)


def _uncached(said: dict[str, object], status: int) -> HttpResponse:
    answer = JsonResponse(said, status=status, headers={"Cache-Control": "no-store"})
    return already_logged(answer)


def _database() -> str:
    """Change a row and take that back: a full or read-only disk shows only by writing.

    The value must be another one: SQLite writes nothing where a row stays as it is.
    """
    try:
        follow_the_file()
        with transaction.atomic():
            MigrationRecorder.Migration.objects.filter(app="migrations_tracker").update(name="?")
            transaction.set_rollback(True)
    except DatabaseError as error:
        let_go_of_the_connection()
        trouble = trouble_of(error)
        return f"cannot be written: {trouble.value if trouble else 'an error'}"
    return ""


def _migrations() -> str:
    try:
        missing = _migrations_of_this_version() - set(
            MigrationRecorder(connection).applied_migrations()
        )
    except DatabaseError:
        return "cannot be asked"
    return f"{len(missing)} not applied: run manage.py prepare" if missing else ""


@lru_cache(maxsize=1)
def _migrations_of_this_version() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations or {})


def _disk() -> str:
    for folder in _folders():
        free = shutil.disk_usage(folder).free
        if free < settings.CERTMOVE_LEAST_FREE_MB * MEGABYTE:
            return f"{free // MEGABYTE} MB free, {settings.CERTMOVE_LEAST_FREE_MB} MB wanted"
    return ""


def _folders() -> Iterator[Path]:
    yield settings.DATA_FOLDER
    file = database_file()
    if file is not None and file.parent.is_dir():
        yield file.parent


def _keys() -> str:
    """Whether the ring is one, and holds the key of what was encrypted last."""
    try:
        ring = ring_of(settings.CERTMOVE_ENC_KEYS)
        heads = [beginning(bytes(each)) for each in _newest_encrypted()]
        wanted = {head.split(":")[1] for head in heads if head.count(":") >= 2}
        lost = wanted - set(ring.keys)
    except NotPacked:
        return "what was encrypted last was altered"
    except ImproperlyConfigured:
        return "CERTMOVE_ENC_KEYS cannot be read"
    except DatabaseError:
        return "cannot be checked"
    return "a key is missing" if lost else ""


def _newest_encrypted() -> list[bytes]:
    """The first bytes of what was encrypted last, which hold the name of its key: a text may have
    a megabyte, and this is asked every few seconds."""
    texts = Evidence.objects.exclude(sealed_text="").order_by("-pk")
    codes = Snapshot.objects.exclude(sealed_codes="").order_by("-account")
    return [
        *texts.values_list(_first_bytes("sealed_text"), flat=True)[:1],
        *codes.values_list(_first_bytes("sealed_codes"), flat=True)[:1],
    ]


def _first_bytes(column: str) -> Func:
    """substr takes bytes in SQLite and in PostgreSQL."""
    return Func(F(column), 1, 512, function="substr", output_field=BinaryField())


def _catalogue() -> str:
    try:
        current_catalogue()
    except CatalogueError:
        return "cannot be used: manage.py check says why"
    return ""


CHECKS: dict[str, Check] = {
    "database": _database,
    "migrations": _migrations,
    "disk": _disk,
    "keys": _keys,
    "catalogue": _catalogue,
}
