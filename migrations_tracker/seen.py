"""What a person saw when a form was opened, so that it is not overwritten unseen."""

from collections.abc import Iterable
from dataclasses import asdict

from django.utils.crypto import salted_hmac

from migrations_tracker.core.records import Record

_LENGTH = 32


def seen_of(records: Iterable[Record]) -> str:
    """A mark that is another one as soon as one of ``records`` is; tells nothing about them."""
    return mark_of([(type(each).__name__, asdict(each)) for each in records])


def mark_of(what: object) -> str:
    """A mark of ``what``, told by its representation."""
    return salted_hmac("certmove.seen", repr(what), algorithm="sha256").hexdigest()[:_LENGTH]
