"""Log lines that a machine can read: one JSON object each."""

import json
import logging
from datetime import UTC, datetime

from django.http import HttpRequest

from certmove.discretion import discreet, discreet_path
from certmove.request_log import ENVIRON, current_request_id


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON with the time in UTC and the number of the request.

    A line break in a message, which somebody may have sent on purpose, stays inside the string.
    Mail addresses and secret links are left out, whoever wrote the message.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message_of(record),
        }
        if number := _request_id(record):
            line["request"] = number
        if status := getattr(record, "status_code", None):
            line["status"] = status
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["exception"] = discreet(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def _request_id(record: logging.LogRecord) -> str:
    """Django writes its own line when the request has left the middleware."""
    request = getattr(record, "request", None)
    own = request.META.get(ENVIRON, "") if isinstance(request, HttpRequest) else ""
    return current_request_id() or str(own)


def message_of(record: logging.LogRecord) -> str:
    """The record's message as it may be kept."""
    message = record.getMessage()
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        message = message.replace(request.path, discreet_path(request))
    return discreet(message)
