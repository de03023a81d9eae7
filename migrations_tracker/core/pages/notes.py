"""Notes, footers, page counts and the browser's own lines that a copied page carries.

"You do not have any exam history.", "1 - 6 of 6", the footer of every AWS page, the
line a browser prints above a page, the counter of its search bar.
"""

import re

from migrations_tracker.core.pages.east_asian_words import FOOTERS

LONGEST_NOTE = 300

_COUNTED = "items|entries|results|records|rows|exams|certifications|benefits|appointments|matches"
_EMPTY_PAGE = (
    r"(?:you (?:do not|don't|currently do not|currently have no|have no|have not|haven't)|no"
    r"|there (?:are|is) (?:currently )?no) "
    r"(?:currently )?(?:have )?(?:any )?[a-z ,'/-]{0,60}(?:exams?|certifications?|benefits?|"
    r"appointments?|registrations?|history|records?|results?|items?|data|bookings?)\b"
    r"[a-z ,'-]{0,40}\.?",
    r".{0,40}(?:ありません|見つかりません|存在しません|していません)(?:でした)?。?",
)
_NOTES = (
    *_EMPTY_PAGE,
    # page counts
    rf"(?:{_COUNTED}) per page\b.*",
    r"(?:ページあたりの(?:項目|件|表示)|1 ?ページあたり|表示件数).*",
    rf"(?:showing |displaying )?\d+ ?(?:-|~|to|/) ?\d+ (?:of|/) \d+(?: (?:{_COUNTED}))?",
    r"(?:page )?\d+ (?:of|/) \d+(?: pages?)?",
    r"\d+ ?(?:-|~) ?\d+ ?/ ?\d+ ?(?:件|項目)?(?:を表示)?",
    r"(?:全 ?)?\d+ ?件(?:中.*)?",
    rf"\d+ (?:{_COUNTED})(?: found)?",
    r"(?=.*[a-z«»‹›<>|])(?:previous|next|first|last|prev|page|[«»‹›<>|\d ]){2,}",
    r"\d{1,3}(?: \d{1,3}){1,30}",
    # footers
    r"(?:©|\(c\)|copyright\b).*",
    r".*\ball rights reserved\b.*",
    r"(?:privacy|site terms|terms of use|terms|cookie preferences|cookies|legal|accessibility)"
    r"(?: (?:policy|notice))?(?: ?[|·•,/] ?.*)?",
    r"(?:プライバシー(?:ポリシー|規約)?|(?:サイト)?(?:利用)?規約|cookie ?の?設定|アクセシビリティ)"
    r"(?: ?[|・/] ?.*)?",
    *FOOTERS,
    r"support(?: (?:and|&) faqs?)?|サポート(?: ?(?:&|および|と|/) ?(?:faqs?|よくある質問))?",
    # what a translating browser adds
    r"original text|rate this translation|show original(?: text)?|your feedback will be used .*",
    r"元のテキスト|この翻訳を評価|いただいたフィードバックは.*",
    r"translated (?:from|by) .{2,40}|.{2,20}から翻訳(?:されました)?|google translate",
    # explanations
    r"exam results are (?:usually )?posted\b.*",
    r"試験(?:の)?結果は.{0,60}(?:表示|掲載|公開|反映)され(?:ます|る).*",
    r"your aws certifications? (?:are|is) valid\b.*",
    r"aws ?認定(?:は|の有効期間は).{0,40}年間?.*",
    # dates of the page, not of a record
    r"(?:last updated|last refreshed|as of|data as of|updated|last login|last sign-in|"
    r"last signed in|printed on|member since|最終更新日?|最終ログイン|更新日時|印刷日|取得日時)"
    r"\b.*",
    r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: [ap]m)?\b.*",
    r"(?=.*\d).{0,60}\b(?:copied|exported|printed|saved|retrieved|noted|written down)\b.{0,40}",
    r"(?=.*\d).{0,60}(?:時点|にコピー|より転記|に転記|に印刷|にメモ)(?:した(?:もの|内容))?",
    r"(?:you can|you may|you are eligible to) (?:now )?(?:recertify|renew)\b.*",
    r".{0,40}(?:再認定|更新)(?:が|を受けること)?(?:が)?(?:可能です|できます)。?",
    # the browser's own
    r"(?:find|search|find in page|find on page|ページ内を?検索) ?:?.{0,40}\b\d+ ?(?:/|of) ?\d+.*",
    r"(?:match case|whole words|highlight all|大文字と小文字を区別|すべて強調表示)(?: .*)?",
    r"(?:results?|matches) \d+ (?:of|/) \d+|\d{1,3} ?/ ?\d{1,3}",
    r"(?:https?://|www\.)\S+",
    r"[a-z]+(?:\.[a-z]+)+/?",
    r"\d{1,2}/\d{1,2}/\d{4}, \d{1,2}:\d{2}",
    r"aws certification(?: - [a-z ]{3,30})?",
    r"(?:さらに|もっと)読み込む|load more",
    r"« ?\d[\d ]*»?",
    r"on .{6,60} wrote:|.{6,60}(?:wrote|のメール):",
    r"loading\.*|please wait\.*|読み込み中.*|お待ちください.*",
    # sorting, lines that rule off, icons
    r"(?:sort|sorted|filter|filtered|show|view)(?: by)? ?:.{0,60}",
    r"(?:並べ替え|並び順|フィルター|絞り込み|表示) ?:.{0,60}",
    r"[-=_*~#|+.: ]{3,}",
    r"[a-z]{2,20}(?:_[a-z]{2,20})+",
)
_EMPTY = re.compile("|".join(f"(?:{note})" for note in _EMPTY_PAGE))
_NOTE = re.compile("|".join(f"(?:{note})" for note in _NOTES))


def is_note(folded: str) -> bool:
    """Tell whether ``folded`` is a known note, footer or page count."""
    return len(folded) <= LONGEST_NOTE and _NOTE.fullmatch(folded) is not None


def is_empty_note(folded: str) -> bool:
    """Tell whether ``folded`` says that a page has nothing to show."""
    return len(folded) <= LONGEST_NOTE and _EMPTY.fullmatch(folded) is not None
