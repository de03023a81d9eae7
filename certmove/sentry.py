"""Errors to Sentry, where the operator names one in CERTMOVE_SENTRY_DSN."""

from importlib import import_module
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from certmove.request_log import current_request_id

Event = dict[str, Any]


def start_sentry(dsn: str) -> None:
    """Report errors to ``dsn``; nothing happens where it is empty.

    Raises ImproperlyConfigured where sentry-sdk, an extra of certmove, is not installed.
    """
    if not dsn:
        return
    try:
        sdk = import_module("sentry_sdk")
    except ImportError as error:
        raise ImproperlyConfigured(
            "CERTMOVE_SENTRY_DSN is set, but sentry-sdk is not installed. Install it "
            "(make extras), or take the setting away."
        ) from error
    sdk.init(
        dsn=dsn,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,  # errors alone
        send_client_reports=False,
        before_send=without_what_people_wrote,
    )


def without_what_people_wrote(event: Event, hint: Event | None = None) -> Event:
    """``event`` with kinds of errors, places in the code and the request's number in the log.

    Nothing that somebody typed: ``transaction`` would be the address where no pattern fits it.
    """
    kept: Event = {name: event[name] for name in _KEPT if name in event}
    kept["tags"] = {"request": current_request_id()}
    kept["exception"] = {"values": [_bare(each) for each in _values(event)]}
    return kept


_KEPT = ("event_id", "timestamp", "level", "platform", "logger", "release")


def _values(event: Event) -> list[Event]:
    return list((event.get("exception") or {}).get("values") or [])


def _bare(value: Event) -> Event:
    frames = (value.get("stacktrace") or {}).get("frames") or []
    return {
        "type": value.get("type"),
        "module": value.get("module"),
        "stacktrace": {
            "frames": [
                {name: frame.get(name) for name in ("filename", "lineno", "function", "in_app")}
                for frame in frames
            ]
        },
    }
