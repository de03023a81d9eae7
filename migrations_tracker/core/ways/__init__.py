"""The ways from the account to give up to the account to keep, and which one fits."""

from migrations_tracker.core.ways.choice import (
    CAUTION_SENTENCES,
    REASON_SENTENCES,
    Caution,
    Choice,
    Known,
    Reason,
    choose,
)
from migrations_tracker.core.ways.entries import (
    FormField,
    Situation,
    Step,
    Value,
    Way,
    WayCode,
    Words,
)
from migrations_tracker.core.ways.file import WaysError, parse_ways

__all__ = [
    "CAUTION_SENTENCES",
    "REASON_SENTENCES",
    "Caution",
    "Choice",
    "FormField",
    "Known",
    "Reason",
    "Situation",
    "Step",
    "Value",
    "Way",
    "WayCode",
    "WaysError",
    "Words",
    "choose",
    "parse_ways",
]
