"""Error pages that say what to do next."""

import logging
import sys
from math import ceil

from django.conf import settings
from django.core.exceptions import (
    DisallowedHost,
    ObjectDoesNotExist,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.template.loader import render_to_string

from certmove.preferences import THEMES
from certmove.request_log import already_logged, current_request_id
from certmove.storage_trouble import Trouble, let_go_of_the_connection, trouble_of
from migrations_tracker.core.facts import OperatorsFileError
from migrations_tracker.encryption import KeyLost, Tampered
from migrations_tracker.rate_limits import TooOften

logger = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
# allauth's limits on single pages count by the minute, and do not tell how much is left of it.
LONGEST_PAGE_LIMIT_SECONDS = 60
# A browser reads no answer before its own request is through, so what is refused is read and
# thrown away; beyond this much the connection is cut.
DRAIN_AT_MOST = 256 * MEGABYTE


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 for a request that is too large, else 400."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        _drain(request)
        return render(request, "413.html", status=413)
    if isinstance(exception, DisallowedHost):
        # No template: its links and its language would ask for the host once more.
        return HttpResponse(_OTHER_HOST, status=400, content_type="text/plain; charset=utf-8")
    return render(request, "400.html", status=400)


def too_many_requests(
    request: HttpRequest, exception: Exception | None = None, wait: int = LONGEST_PAGE_LIMIT_SECONDS
) -> HttpResponse:
    """429, with the ``wait`` in seconds after which it works again."""
    told = {"seconds": wait, "minutes": ceil(wait / 60) if wait >= 60 else 0}
    answer = render(request, "429.html", told, status=429)
    answer.headers["Retry-After"] = str(wait)
    return answer


def out_of_order(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """503 for what the operator can put right, 429 for too much, 404 for what is gone meanwhile.

    None for anything else.
    """
    if isinstance(error, ObjectDoesNotExist):
        # Somebody deleted it while this request was on its way.
        logger.warning("%s: %s", request.path, error, extra={"request": request})
        return render(request, "404.html", status=404)
    if isinstance(error, TooOften):
        logger.warning("%s", error)
        return too_many_requests(request, error, error.wait)
    if isinstance(error, KeyLost | Tampered):
        template, told = "503_key.html", {"kid": getattr(error, "kid", None)}
    elif isinstance(error, OperatorsFileError):
        template, told = "503_file.html", {"sentence": error.sentence}
    elif trouble := trouble_of(error):
        return _storage_out_of_order(request, trouble, error)
    else:
        return None
    logger.error("%s: %s", request.path, error, extra={"request": request})
    return render(request, template, told, status=503)


def server_error(request: HttpRequest) -> HttpResponse:
    """503 where the disk or the database is out of order, else 500; asks neither of them.

    Comes in also where a layer before the view failed, which asks for the session.
    """
    error = sys.exc_info()[1]
    trouble = trouble_of(error) if error else None
    if error and trouble:
        return _storage_out_of_order(request, trouble, error)
    page = render_to_string("500.html", {"number": current_request_id(), **_look(request)})
    return HttpResponse(page, status=500)


def _storage_out_of_order(
    request: HttpRequest, trouble: Trouble, error: BaseException
) -> HttpResponse:
    """Rendered without the request: who is signed in stands in the database."""
    logger.error("%s: storage %s: %s", request.path, trouble, error, extra={"request": request})
    let_go_of_the_connection()
    told = {
        "trouble": trouble.value,
        "sent": request.method == "POST",
        "number": current_request_id(),
        **_look(request),
    }
    page = render_to_string("503_storage.html", told)
    answer = HttpResponse(page, status=503, headers={"Retry-After": "30"})
    return already_logged(answer)


def _look(request: HttpRequest) -> dict[str, str]:
    theme = request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
    return {"theme": theme if theme in THEMES else "auto"}


_OTHER_HOST = (
    "certmove does not answer at this address. Use the address that it printed at its start; "
    "to give it another one, set CERTMOVE_URL.\n"
    "このアドレスでは certmove を利用できません。起動時に表示されたアドレスを使ってください。"
    "別のアドレスを使うには CERTMOVE_URL を設定してください。\n"
)


def _drain(request: HttpRequest) -> None:
    """Read what is left of the body in small pieces and drop it."""
    stream = request.META.get("wsgi.input")
    left = min(DRAIN_AT_MOST, int(request.META.get("CONTENT_LENGTH") or 0))
    try:
        while stream and left > 0 and (piece := stream.read(min(left, 65536))):
            left -= len(piece)
    except (OSError, UnreadablePostError):
        return  # the browser has gone; there is nobody left to answer
