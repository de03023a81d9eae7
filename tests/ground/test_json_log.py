"""A log line is one line, whatever was sent."""

import json
import logging
import sys

import pytest
from django.test import Client

from certmove.json_log import JsonFormatter
from migrations_tracker.models import User


def line_of(message: str, *values: object, **extra: object) -> str:
    logger = logging.getLogger("certmove.test")
    record = logger.makeRecord("n", logging.WARNING, "f", 1, message, values, None, extra=extra)
    return JsonFormatter().format(record)


def test_a_line_break_in_a_message_does_not_start_another_line() -> None:
    line = line_of("Not found: %s", 'a\n{"level": "forged"}')
    assert "\n" not in line
    assert json.loads(line)["message"] == 'Not found: a\n{"level": "forged"}'


def test_a_line_tells_when_what_and_how_bad() -> None:
    line = json.loads(line_of("移行", status_code=404))
    assert (line["level"], line["logger"], line["message"]) == ("warning", "n", "移行")
    assert line["status"] == 404
    assert line["time"].endswith("+00:00")


def test_an_exception_is_part_of_the_line() -> None:
    try:
        raise ValueError("the reason")
    except ValueError:
        record = logging.LogRecord("n", logging.ERROR, "f", 1, "broken", (), sys.exc_info())
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert "ValueError: the reason" in json.loads(line)["exception"]


def test_errors_reach_the_console_when_debug_is_off(
    client: Client, alice: User, caplog: pytest.LogCaptureFixture
) -> None:
    client.force_login(alice)
    client.get("/nowhere/")
    assert "Not Found: /nowhere/" in caplog.text
    assert logging.getLogger("django").propagate
