"""Errors by mail, to the addresses in CERTMOVE_ADMINS."""

import logging
import time
import traceback
from threading import Lock

from django.conf import settings
from django.core.mail import mail_admins

from certmove.json_log import message_of
from certmove.request_log import current_request_id

EACH_FAULT_AGAIN_AFTER = 10 * 60  # seconds
Fault = tuple[str, int, str]


class ErrorMailHandler(logging.Handler):
    """One mail for each place in the code that fails, at most once in ten minutes.

    A mail crosses networks: it names places in the code, and no text that somebody wrote.
    """

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._last: dict[Fault, float] = {}
        self._guard = Lock()

    def emit(self, record: logging.LogRecord) -> None:
        if not settings.ADMINS or not self._is_due(record):
            return
        try:
            mail_admins(f"{record.levelname}: {record.name}", _text(record))
        except Exception:  # logging's own way to tell that a handler failed
            self.handleError(record)

    def _is_due(self, record: logging.LogRecord) -> bool:
        fault, now = _fault_of(record), time.monotonic()
        with self._guard:
            if now - self._last.get(fault, -EACH_FAULT_AGAIN_AFTER) < EACH_FAULT_AGAIN_AFTER:
                return False
            self._last[fault] = now
            return True


def _fault_of(record: logging.LogRecord) -> Fault:
    """The place that raised; Django logs all its errors from one place of its own."""
    if not record.exc_info or not record.exc_info[0]:
        return record.pathname, record.lineno, ""
    places = traceback.extract_tb(record.exc_info[2])
    kind = record.exc_info[0].__name__
    return (places[-1].filename, places[-1].lineno or 0, kind) if places else ("", 0, kind)


def _text(record: logging.LogRecord) -> str:
    lines = [message_of(record)] if not record.exc_info else []
    if record.exc_info and record.exc_info[0]:
        lines.append(f"{record.exc_info[0].__module__}.{record.exc_info[0].__name__}")
        for place in traceback.extract_tb(record.exc_info[2]):
            lines.append(f"  {place.filename}:{place.lineno} {place.name}")
    lines.append(f"Request: {current_request_id() or '-'}")
    lines.append("The log has this line, too. The same fault is mailed again after ten minutes.")
    return "\n".join(lines)
