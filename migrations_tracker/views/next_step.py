"""The page on which the next thing is done."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.next_step import NextStep
from migrations_tracker.letters.drafts import hold_letter
from migrations_tracker.letters.fitting_drafts import answer_to_accounts
from migrations_tracker.models import Move


@dataclass(frozen=True, slots=True)
class StepPage:
    url: str
    label: object


_PAGES = {
    NextStep.NAME_SOURCE: ("moves:account", ("source",), _("Enter the account")),
    NextStep.NAME_DESTINATION: ("moves:account", ("destination",), _("Enter the account")),
    NextStep.SNAPSHOT_SOURCE: ("moves:place", ("source", "before"), _("To the snapshot")),
    NextStep.SNAPSHOT_DESTINATION: (
        "moves:place",
        ("destination", "before"),
        _("To the snapshot"),
    ),
    NextStep.SEND_REQUEST: ("moves:way", (), _("See the way that fits")),
    NextStep.USE_TOOL: ("moves:way", (), _("See the steps")),
    NextStep.WAIT_FOR_ANSWER: ("moves:receive", (), _("Record a mail from AWS")),
    NextStep.GIVE_INFORMATION: ("moves:letter", ("information",), _("See the text of the answer")),
    NextStep.WAIT_FOR_MERGE: ("moves:receive", (), _("Record a mail from AWS")),
    NextStep.SNAPSHOT_AFTER: ("moves:place", ("destination", "after"), _("To the snapshot")),
    NextStep.COMPARE: ("moves:comparison", (), _("To the comparison")),
    NextStep.VERIFY: ("moves:comparison", (), _("To the comparison")),
    NextStep.PURSUE_DISCREPANCY: (
        "moves:place",
        ("destination", "after"),
        _("To the after-snapshot"),
    ),
    NextStep.PRINT_REPORT: ("moves:report", (), _("To the report")),
}


def page_of(step: NextStep, move: Move, *, today: date) -> StepPage | None:
    """Where ``step`` is done; None where it is done outside or by a button below."""
    if step is NextStep.ANSWER_HOLD:
        return _letter(move, hold_letter(move, today))
    if step is NextStep.CONFIRM_ACCOUNTS:
        return _letter(move, answer_to_accounts(move, today))
    if step not in _PAGES:
        return None
    name, arguments, label = _PAGES[step]
    return StepPage(reverse(name, args=[move.pk, *arguments]), label)


_LETTERS = {
    LetterKind.CONFIRMATION: _("See the text of the confirmation"),
    LetterKind.CORRECTION: _("See the text of the correction"),
}


def _letter(move: Move, kind: LetterKind) -> StepPage:
    url = reverse("moves:letter", args=[move.pk, kind])
    return StepPage(url, _LETTERS.get(kind, _("See the text of the answer")))
