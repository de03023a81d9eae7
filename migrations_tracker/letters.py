"""Drafts of the letters to AWS, and what to tell the person about each.

The texts are templates/letters/<kind>.txt: the first line is the subject, the rest the
body. A person reads, changes and sends them; nothing is sent from here.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, override

from migrations_tracker.core.letters import LetterAccount, LetterFacts, LetterKind
from migrations_tracker.core.mails import Asked

AWS_ADDRESS = "aws-cs-trainingcertification-form@amazon.com"
"""The sender of AWS's answers as seen in 2025; a reply to the case goes there."""

FORM_ONLY = frozenset((LetterKind.REQUEST,))
"""A request opens a case, and that is done in AWS's form: there is no address for it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft. ``to`` is empty where it belongs into AWS's form instead of a mail."""

    subject: str
    body: str
    to: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """For the person: what the letter says, and what to do once it is sent."""

    says: Promise
    then: Promise


def draft(kind: LetterKind, facts: LetterFacts) -> Letter:
    """Write the letter ``kind`` from what is known; what is not known is left out."""
    template = get_template(f"letters/{kind}.txt")
    with override("en"):
        text = template.render(_context(facts))
    first, _, rest = text.strip().partition("\n")
    subject = one_line(first.removeprefix("Subject:"))
    return Letter(
        subject=subject,
        body=_without_gaps(rest),
        to="" if kind in FORM_ONLY and not facts.case_id else AWS_ADDRESS,
    )


def one_line(text: str) -> str:
    """Fold all white space: nobody can slip a header or a line into a letter by a name."""
    return " ".join(text.split())


def _context(facts: LetterFacts) -> dict[str, Any]:
    return {
        "name": one_line(facts.holder_name),
        "employer": one_line(facts.employer),
        "case_id": one_line(facts.case_id),
        "last_working_day": _day(facts.last_working_day),
        "has_left": bool(
            facts.today and facts.last_working_day and facts.last_working_day < facts.today
        ),
        "mailbox_closes": _moment(facts.mailbox_closes_at),
        "keep": _account(facts.destination),
        "give_up": _account(facts.source),
        "missing_records": [one_line(record) for record in facts.missing_records],
        "asked": {str(each): True for each in facts.asked_for},
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


def explanation(kind: LetterKind) -> Explanation:
    """What to tell the person beside the draft, in the person's language."""
    return EXPLANATIONS[kind]


EXPLANATIONS: dict[LetterKind, Explanation] = {
    LetterKind.REQUEST: Explanation(
        gettext_lazy(
            "This asks AWS to merge the account you give up into the account you keep. It names "
            "both accounts with all their addresses, and why you ask."
        ),
        gettext_lazy(
            "Paste it into AWS's support form while you are signed in with the account you keep. "
            "Press the last button until you see a case number. Open one case only: a second one "
            "delays the answer."
        ),
    ),
    LetterKind.HOLD_BEFORE_LEAVING: Explanation(
        gettext_lazy(
            "This accepts that AWS merges a partner account only after you have left. It gives "
            "your last working day and when your mailbox closes, and asks AWS to keep the case "
            "open and to write to your personal address."
        ),
        gettext_lazy(
            "Send it as a reply to AWS's mail, before your mailbox closes. Then wait until your "
            "last working day has passed."
        ),
    ),
    LetterKind.HOLD_AFTER_LEAVING: Explanation(
        gettext_lazy(
            "This tells AWS that you have left the company, and asks to go on with the merge that "
            "was put on hold."
        ),
        gettext_lazy(
            "Send it as a reply to the same case. If three business days pass without an answer, "
            "send a reminder."
        ),
    ),
    LetterKind.CONFIRMATION: Explanation(
        gettext_lazy(
            "This confirms the accounts that AWS listed. It is short on purpose, and one line says "
            "which account is kept and which is given up."
        ),
        gettext_lazy(
            "Before you send it, hold every address against AWS's mail once more: a merge cannot "
            "be undone. After it, wait for the mail that says the accounts are merged."
        ),
    ),
    LetterKind.CORRECTION: Explanation(
        gettext_lazy(
            "This tells AWS that what it listed is not right, and says once more which account is "
            "kept and which is given up. It asks AWS not to merge until you have agreed."
        ),
        gettext_lazy(
            "Send it as a reply, soon. Then wait for a corrected list, and check it again."
        ),
    ),
    LetterKind.INFORMATION: Explanation(
        gettext_lazy("This gives AWS what it asked for, as far as it is known here."),
        gettext_lazy(
            "Fill in what is still empty, attach what AWS wants to see, and send it from the "
            "address that AWS named."
        ),
    ),
    LetterKind.REMINDER: Explanation(
        gettext_lazy("This asks politely how the case stands, and that it stays open."),
        gettext_lazy("Send it as a reply to the last mail of the case. Do not open a second case."),
    ),
    LetterKind.THANKS: Explanation(
        gettext_lazy("This thanks AWS and says that all records have arrived."),
        gettext_lazy(
            "Send it only after the verification is complete. The case can then be closed."
        ),
    ),
    LetterKind.DISCREPANCY: Explanation(
        gettext_lazy(
            "This lists the records that were in your accounts before and are not in the account "
            "you keep now, and asks AWS to restore them."
        ),
        gettext_lazy(
            "Send it as a reply to the case and attach the report and the certificates as PDF. "
            "Take a new snapshot when AWS says that it is mended."
        ),
    ),
}
