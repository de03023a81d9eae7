"""What a PDF viewer or a browser adds around a copied document.

Its bar (file name, page of pages, zoom, buttons), the page's number, and the head and foot
of a printed page. The file's name in it is the clue that the file itself would give.
"""

import re
from dataclasses import replace

from migrations_tracker.core.documents.lines import Document, TextLine

_PAGE = re.compile(
    r"(?:page|p\.|ページ|seite|página|pagina|halaman|쪽|第)? ?\d{1,3} ?(?:/|of|von|de|di|dari|／) ?"
    r"\d{1,3}(?: ?(?:ページ|pages?|页|頁|쪽))?|第 ?\d{1,3} ?[页頁]|- ?\d{1,3} ?-|\d{1,3} ?%"
    r"|\d{1,3} ?% ?\d{1,3} ?/ ?\d{1,3}",
    re.I,
)
_MAY_BE = re.compile(r"[0-9]|\.pdf|file:", re.I)
_FILE = re.compile(r"(?:displaying |tab: )?[^/\\]{1,150}\.pdf\.?(?: - .{1,40})?", re.I)
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?: ?[ap]m)?\b.*"
    r"|(?:file|https?|blob)://\S+ +\d{1,3} ?/ ?\d{1,3}|file:///\S+.*",
    re.I,
)
_BUTTONS = re.compile(
    r"open with.{0,30}|share|print|download|add (?:a )?shortcut to drive|close|sign in|zoom in"
    r"|zoom out|fit to (?:page|width)|rotate"
    r"|印刷|ダウンロード|共有|閉じる|保存|ログイン|アプリで開く"
    r"|drucken|teilen|herunterladen|imprimir|compartir|compartilhar|descargar|baixar|imprimer"
    r"|partager|télécharger|打印|下载|分享|列印|下載|인쇄|다운로드|공유",
    re.I,
)


def without_viewer(document: Document) -> tuple[Document, tuple[int, ...]]:
    """Give a document without a viewer's lines, and the numbers of those lines.

    A line that is also a button of the portal counts as a viewer's only beside a file's
    name, a page's number or a zoom.
    """
    sure = {line.number for line in document.lines if _is_a_viewers(line)}
    if not sure:
        return document, ()
    pressed = {line.number for line in document.lines if _BUTTONS.fullmatch(line.flat)}
    taken = sure | pressed
    kept = tuple(line for line in document.lines if line.number not in taken)
    name = document.file_name or _file_name_in(document.lines)
    return replace(document, lines=kept, file_name=name), tuple(sorted(taken))


def _is_a_viewers(line: TextLine) -> bool:
    if not _MAY_BE.search(line.text):
        return False
    flat = line.flat
    return any(form.fullmatch(flat) for form in (_PAGE, _FILE, _PRINTED))


def _file_name_in(lines: tuple[TextLine, ...]) -> str | None:
    return next((line.flat for line in lines if _FILE.fullmatch(line.flat)), None)
