"""What comes out of the box: text and cells, or a sentence that says why not."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from migrations_tracker.core.mails.reading import MailText
from migrations_tracker.core.sentence import Sentence
from migrations_tracker.core.sources.rows import Row


class CannotRead(ValueError):
    """This file is not taken apart; ``sentence`` says why and what to do instead."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """``text`` always holds everything found; ``rows`` are a workbook's, else empty.

    The lines of ``rows`` are lines of ``text``. ``title`` is a PDF's own title.
    ``mail`` is set where the file is one; ``lossy`` where characters were lost.
    """

    text: str = ""
    title: str | None = None
    rows: tuple[Row, ...] = ()
    mail: MailText | None = None
    lossy: bool = False
    refused: Sentence | None = None


def to_json(extracted: Extracted) -> dict[str, Any]:
    """Give what the child sends."""
    refused = extracted.refused
    return {
        "text": extracted.text,
        "title": extracted.title,
        "rows": [_row_to_json(row) for row in extracted.rows],
        "mail": _mail_to_json(extracted.mail) if extracted.mail else None,
        "lossy": extracted.lossy,
        "refused": {"template": refused.template, "values": refused.values} if refused else None,
    }


def from_json(value: dict[str, Any]) -> Extracted:
    """Read what the child sent."""
    refused = value["refused"]
    return Extracted(
        text=value["text"],
        title=value["title"],
        rows=tuple(_row(*row) for row in value["rows"]),
        mail=_mail(value["mail"]) if value["mail"] else None,
        lossy=value["lossy"],
        refused=Sentence(refused["template"], refused["values"]) if refused else None,
    )


def _row_to_json(row: Row) -> list[Any]:
    return [row.line, row.sheet, row.cells, row.formulas, row.was_cut]


def _row(line: int, sheet: str | None, cells: list[str], formulas: list[int], was_cut: bool) -> Row:
    return Row(
        line=line, cells=tuple(cells), formulas=tuple(formulas), sheet=sheet, was_cut=was_cut
    )


def _mail_to_json(mail: MailText) -> dict[str, Any]:
    return {**asdict(mail), "sent_at": mail.sent_at.isoformat() if mail.sent_at else None}


def _mail(value: dict[str, Any]) -> MailText:
    sent_at = datetime.fromisoformat(value["sent_at"]) if value["sent_at"] else None
    attachments = tuple(value["attachments"])
    return MailText(**{**value, "sent_at": sent_at, "attachments": attachments})
