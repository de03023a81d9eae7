"""Drafts of the letters to AWS.

The texts are templates/letters/<kind>.txt or the operator's (see texts.py): the
first line is the subject, the rest the body. A person reads, changes and sends them;
nothing is sent from here.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import override

from migrations_tracker.core.letters import LetterAccount, LetterFacts, LetterKind
from migrations_tracker.core.mails import Asked
from migrations_tracker.letters.texts import faults, is_operators, render

AWS_ADDRESS = "aws-cs-trainingcertification-form@amazon.com"
"""The sender of AWS's answers as seen in 2025; a reply to the case goes there."""

FORM_ONLY = frozenset((LetterKind.REQUEST,))
"""A request opens a case, and that is done in AWS's form: there is no address for it.

With a case id, too: AWS has then asked for the request from the other account, and a mail
to the old case would come from the wrong one again.
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft. ``to`` is empty where it belongs into AWS's form instead of a mail.

    ``is_operators`` where the text is not certmove's own.
    """

    subject: str
    body: str
    to: str
    is_operators: bool = False


def draft(kind: LetterKind, facts: LetterFacts) -> Letter:
    """Write the letter ``kind`` from what is known; what is not known is left out.

    Raises OperatorsFileError where the operator's text of it cannot be used.
    """
    with override("en"):
        text = render(kind, _places(facts))
    first, _, rest = text.strip().partition("\n")
    subject = one_line(first.removeprefix("Subject:"))
    return Letter(
        subject=subject,
        body=_without_gaps(rest),
        to="" if kind in FORM_ONLY else AWS_ADDRESS,
        is_operators=is_operators(kind),
    )


def faults_of_letters() -> list[str]:
    """A sentence for each of the operator's letters that cannot be used."""
    return [str(fault) for fault in faults(_places(LetterFacts()))]


def one_line(text: str) -> str:
    """Fold all white space: nobody can slip a header or a line into a letter by a name."""
    return " ".join(text.split())


def _places(facts: LetterFacts) -> dict[str, Any]:
    """Every place of a letter by its name; docs/operating.md tells operators of each."""
    closes, today = facts.mailbox_closes_at, facts.today
    return {
        "name": one_line(facts.holder_name),
        "employer": one_line(facts.employer),
        "case_id": one_line(facts.case_id),
        "last_working_day": _day(facts.last_working_day),
        "has_left": bool(
            facts.today and facts.last_working_day and facts.last_working_day < facts.today
        ),
        "mailbox_closes": _moment(closes),
        "mailbox_is_closed": bool(closes and today and closes.date() < today),
        "keep": _account(facts.destination),
        "give_up": _account(facts.source),
        "missing_records": [one_line(record) for record in facts.missing_records],
        "asked": {str(each): each in facts.asked_for for each in Asked},
        "asked_else": [ASKED_ELSE[each] for each in facts.asked_for if each in ASKED_ELSE],
    }


ASKED_ELSE = {
    Asked.ID_DOCUMENT: "A copy of my photo ID is attached.",
    Asked.SCREENSHOT: "The screenshots are attached.",
    Asked.CERTIFICATE: "My certificates are attached as PDF.",
    Asked.VALIDATION_NUMBER: "The validation numbers of my certificates are: ",
    Asked.DATE_OF_BIRTH: "My date of birth is: ",
    Asked.POSTAL_ADDRESS: "My postal address is: ",
    Asked.PHONE_NUMBER: "My phone number is: ",
    Asked.EXAM_DETAILS: "My exams (exam, date, result) are: ",
    Asked.REASON: "The reason for the merge: I am leaving the company whose mailbox I used.",
}


def _account(account: LetterAccount) -> dict[str, Any]:
    """An account's values, each on one line; ``rows`` are label and address, in AWS's words."""
    rows = (
        ("Login email", account.login),
        ("Training notification email", account.training),
        ("Certification notification email", account.certification),
        ("Skill Builder email", account.skill_builder),
        ("AWS Candidate ID", account.candidate_id),
    )
    return {
        "rows": [(label, one_line(value)) for label, value in rows if value.strip()],
        "login": one_line(account.login),
        "candidate_id": one_line(account.candidate_id),
        "number": account.number,
    }


def _day(day: date | None) -> str:
    """17 November 2026: no reader can take the day for the month."""
    return f"{day.day} {day:%B %Y}" if day else ""


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    zone = str(moment.tzinfo) if moment.tzinfo else ""
    return f"{moment.day} {moment:%B %Y, %H:%M} {zone}".strip()


def _without_gaps(text: str) -> str:
    """Parts that were left out leave no double blank lines behind."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"
