"""The reading of a mail as JSON, in the shape that scripts rely on."""

from typing import Any

from migrations_tracker.core.mails import MailAccount, MailReading


def mail_to_json(reading: MailReading) -> dict[str, Any]:
    """Plain values only; absent is None, dates and moments are ISO 8601."""
    return {
        "kind": reading.kind.value,
        "sure": reading.sure,
        "evidence": list(reading.evidence),
        "case_id": reading.case_id,
        "sender": reading.sender or None,
        "subject": reading.subject or None,
        "sent_at": reading.sent_at.isoformat() if reading.sent_at else None,
        "accounts": [_account(account) for account in reading.accounts],
        "keep": reading.keep,
        "direction": reading.direction.value if reading.direction else None,
        "findings": [
            {"finding": each.finding.value, "message": str(each.message)}
            for each in reading.findings
        ],
        "suggested_move": reading.suggested_move,
        "asks_for": [each.value for each in reading.asks_for],
        "dates": [
            {"text": each.text, "on": each.on.isoformat() if each.on else None, "hours": each.hours}
            for each in reading.deadlines
        ],
        "attachments": list(reading.attachments),
        "newest": reading.newest,
    }


def _account(account: MailAccount) -> dict[str, Any]:
    names = ("number", "login", "training", "certification", "skill_builder")
    return {name: getattr(account, name) for name in names}
