"""Reads that go on while nothing can be written."""

import logging

from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse

from certmove.storage_trouble import let_go_of_the_connection, trouble_of

logger = logging.getLogger(__name__)
SAFE = ("GET", "HEAD", "OPTIONS")


class SessionMiddleware(DjangoSessionMiddleware):
    """A page that was read is answered, whether or not its session could be saved."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except (DatabaseError, SessionInterrupted) as error:
            if not trouble_of(error):
                raise
            if request.method not in SAFE:
                raise OperationalError("The session could not be saved.") from error
            logger.warning("A session was not saved: %s", error)
            let_go_of_the_connection()
            return response


class ReadableCache(DatabaseCache):
    """Django's cache in the database, which deletes what is out of date while it reads."""

    def _base_delete_many(self, keys: list[str]) -> bool:
        try:
            return bool(super()._base_delete_many(keys))  # type: ignore[misc]
        except DatabaseError as error:
            if not trouble_of(error):
                raise
            return False
