"""A number for each request, in its log lines and its answer, and a line for each answer."""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

logger = logging.getLogger("certmove.requests")
HEADER = "X-Request-ID"
ENVIRON = "certmove.request_id"
_current: ContextVar[str] = ContextVar("request_id", default="")
# What a trusted proxy may hand over; anything else could forge or flood the log.
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")


def current_request_id() -> str:
    """The number of the request that this thread answers; "" outside of one."""
    return _current.get()


def already_logged(answer: HttpResponse) -> HttpResponse:
    """``answer``, which Django need not log once more as an error with a traceback."""
    vars(answer)["_has_been_logged"] = True
    return answer


class RequestLogMiddleware:
    """Numbers the request; with CERTMOVE_ACCESS_LOG it writes a line when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        request.META[ENVIRON] = _number_of(request)
        before = _current.set(request.META[ENVIRON])
        try:
            response = self.get_response(request)
            response[HEADER] = _current.get()
            if settings.CERTMOVE_ACCESS_LOG:
                _tell(request, response, round((time.monotonic() - started) * 1000))
        finally:
            _current.reset(before)
        return response


def _number_of(request: HttpRequest) -> str:
    given = request.headers.get(HEADER, "") if settings.ALLAUTH_TRUSTED_PROXY_COUNT else ""
    return given if _GIVEN.fullmatch(given) else uuid4().hex


def _tell(request: HttpRequest, response: HttpResponse, milliseconds: int) -> None:
    """Who and what in numbers and patterns alone: no address, no name, no text, no token."""
    match = request.resolver_match
    person = getattr(request, "_cached_user", None)  # asking for the user could ask the database
    facts = {
        "method": request.method if request.method in _METHODS else "other",
        "route": f"/{match.route}" if match else "-",
        "status": response.status_code,
        "milliseconds": milliseconds,
        "person": getattr(person, "pk", None),
    }
    logger.info("%s %s", facts["method"], facts["route"], extra={"facts": facts})


_METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
