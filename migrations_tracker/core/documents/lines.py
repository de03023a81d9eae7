"""A document's text as numbered lines in one spelling."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from migrations_tracker.core.folding import fold, normalise, without_invisible

LONGEST_LINE = 2_000
_GAP = re.compile(r"[ \u3000]{2,}|\t")
# Korean portals write 2024. 5. 8.
_DOTTED_DAY = re.compile(r"(?<!\d)(\d{4})\. (\d{1,2})\. (\d{1,2})(?:\.|(?!\d))")
_BULLET = re.compile(r"[•◦▪‣●○■□➢·*>]+ +|・ *")
_CELL_BORDER = re.compile(r"[ \t]*[|│][ \t]*")

# What a page of the portal says in lines of their own, and no document does.
_PAGE_WORDS = re.compile(
    r"(?:exam history|certification status|sign out|log ?out|benefits|dashboard|home|menu|active"
    r"|digital badges?|download|schedule new exam|my profile|profile|status.{0,20}|earned.{0,30}"
    r"|試験履歴|取得済み認定|特典|試験登録|ダウンロード|サインアウト|ログアウト|デジタルバッジ)",
    re.I,
)

# Headings of the portal's parts; a score report has none of them.
_PAGE_HEADS = re.compile(
    r"(?:my |your )?(?:exam history|certification status|(?:certification )?benefits"
    r"|(?:achieved|earned|active|expired) certifications|upcoming (?:exams|appointments))"
    r"|試験履歴|受験履歴|取得済み(?:の)?認定|認定ステータス|(?:有効な)?特典|試験登録",
    re.I,
)

_MAIL_WORDS = re.compile(
    r"(?:dear|hi|hello|hey)\b.{0,60}[,!]?|(?:from|to|subject|sent|date|cc|reply-to) ?: ?\S.*"
    r"|(?:best|kind|warm) regards.*|regards,?|sincerely,?|on .{5,80} wrote:"
    r"|(?:差出人|宛先|件名|送信日時) ?: ?.*|お世話になって.*|よろしくお願い(?:いた|致)します。?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A non-blank line: its number (1-based), its text in NFKC, and the page it stands on.

    ``follows`` is True where no blank line stands between it and the line before.
    """

    number: int
    text: str
    page: int = 0
    follows: bool = False

    @property
    def cells(self) -> list[str]:
        """The pieces between wide gaps: columns, where the text keeps the layout."""
        return [cell.strip() for cell in _GAP.split(self.text) if cell.strip()]

    @property
    def flat(self) -> str:
        """The text with single blanks."""
        return " ".join(self.text.split())

    @property
    def folded(self) -> str:
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a text, and the clues beside it."""

    lines: tuple[TextLine, ...]
    file_name: str | None = None
    title: str | None = None

    @property
    def clues(self) -> Iterable[str]:
        return (clue for clue in (self.title, self.file_name) if clue)


def document_of(text: str, *, file_name: str | None, title: str | None) -> Document:
    """Cut a text into lines; a form feed begins a new page, but no new line."""
    lines: list[TextLine] = []
    page, follows = 0, False
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        page += raw.count("\f")
        clean = _clean(raw[:LONGEST_LINE])
        if clean:
            lines.append(TextLine(number, clean, page, follows))
        follows = bool(clean)
    return Document(tuple(lines), file_name, title)


def _clean(raw: str) -> str:
    """Give a line in one spelling, without bullets, quotation marks and borders of cells."""
    whole = without_invisible(normalise(raw)).replace("\f", " ").strip()
    clean = whole[bullet.end() :] if (bullet := _BULLET.match(whole)) else whole
    if "|" in clean or "│" in clean:
        clean = _CELL_BORDER.sub("  ", clean).strip()
    return _DOTTED_DAY.sub(r"\1.\2.\3", clean) or whole


def looks_like_a_page(lines: Iterable[TextLine]) -> bool:
    """Tell whether some line is what pages of the portal say and documents don't."""
    return any(_PAGE_WORDS.fullmatch(line.flat) for line in lines)


def has_head_of_page(lines: Iterable[TextLine]) -> bool:
    """Tell whether some line is the heading of one of the portal's parts."""
    return any(_PAGE_HEADS.fullmatch(line.flat) for line in lines)


def looks_like_a_mail(lines: Iterable[TextLine]) -> bool:
    """Tell whether some line greets, ends a letter or is a mail's header."""
    return any(_MAIL_WORDS.fullmatch(line.flat) for line in lines)
