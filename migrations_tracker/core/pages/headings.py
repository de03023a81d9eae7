"""Headings of the portal's pages and of the groups on them, English and Japanese.

Seen: Exam history, Certification status, Achieved Certifications, Certification
benefits, 試験履歴, 取得済み認定, 特典, 有効な特典, 試験登録, 事前承認済み試験 (blogs and AWS's
policies, 2019 to 2025); the rest are usual wordings for the same.
"""

import re
from dataclasses import dataclass

from migrations_tracker.core.pages import east_asian_words
from migrations_tracker.core.pages.vocabulary import words_of
from migrations_tracker.core.records import RecordType


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading opens: a section, perhaps a group with one state, or no records at all."""

    section: RecordType | None
    group: str | None = None


ELSEWHERE = Heading(None)
"""A part of a page that lists certifications or exams nobody took, booked or earned."""

PAST = "past"

_SECTIONS: dict[RecordType, str] = {
    RecordType.EXAM: (
        """
            exam history | my exam history | your exam history | exams | my exams
            exam results | exam attempts | test history | exam score reports | 試験履歴
            受験履歴 | 試験の履歴 | 試験の歴史 | 試験歴 | 試験結果 | 受験した試験 | 試験の結果
            テスト履歴
            historique des examens | historial de exámenes | histórico de exames
            prüfungsverlauf | prüfungshistorie | storico esami
        """
    ),
    RecordType.CERTIFICATION: (
        """
            certifications | my certifications | your certifications | certification status
            achieved certifications | earned certifications | certification summary
            aws certifications | my aws certifications | your aws certifications
            certificates | my certificates | all certifications | credentials
            certification history | current certifications | certifications earned | 認定
            認定ステータス | 取得済み認定 | 認定状況 | 取得した認定 | 認定一覧 | 取得認定
            取得済みの認定 | 保有認定 | 認定資格 | aws 認定 | aws認定 | 取得済み認定資格
            認定のステータス | マイ認定 | 認定履歴 | 認定の状況
        """
    ),
    RecordType.BENEFIT: (
        """
            benefits | my benefits | your benefits | certification benefits
            aws certification benefits | benefit summary | all benefits | 特典 | 認定特典
            認定の特典 | 認定による特典 | 特典一覧 | マイ特典 | aws 認定の特典 | aws認定特典
        """
    ),
    RecordType.REGISTRATION: (
        """
            exam registration | exam registrations | registrations | my registrations
            exam scheduling | upcoming appointments | upcoming exams | scheduled exams
            scheduled appointments | upcoming exam | upcoming appointment | my appointments
            appointments | your appointments | purchased exams | future appointments
            booked exams | bookings | exam appointments | exam bookings | registered exams
            試験登録 | 試験の登録 | 試験予約 | 試験の予約 | 今後の予約 | 今後の試験
            予約済みの試験 | 予約済み試験 | 予約一覧 | 予定されている試験 | 今後の予定
            近日中の試験 | 登録済み試験 | 登録済みの試験 | 予約中の試験 | 受験予定の試験
            受験予定
        """
    ),
}

_GROUPS: dict[tuple[RecordType, str], str] = {
    (RecordType.CERTIFICATION, "active"): (
        """
            active certifications | active aws certifications | 有効な認定 | アクティブな認定
            現在有効な認定 | 有効な認定資格 | current certifications
        """
    ),
    (RecordType.CERTIFICATION, "expired"): (
        """
            expired certifications | expired aws certifications | inactive certifications
            期限切れの認定 | 失効した認定 | 期限切れ認定 | 失効済み認定 | past certifications
            有効期限切れの認定 | 有効期限の切れた認定
        """
    ),
    (RecordType.BENEFIT, "available"): (
        """
            active benefits | available benefits | unclaimed benefits | benefits available
            有効な特典 | 利用可能な特典 | 未申請の特典 | 使用可能な特典 | アクティブな特典
            current benefits
        """
    ),
    (
        RecordType.BENEFIT,
        "claimed",
    ): """
        claimed benefits | 申請済みの特典 | 申請済み特典 | benefits claimed | 取得済みの特典
    """,
    (
        RecordType.BENEFIT,
        "used",
    ): """
        used benefits | redeemed benefits | 使用済みの特典 | 使用済み特典 | 利用済みの特典
    """,
    (RecordType.BENEFIT, "expired"): (
        """
            expired benefits | used or expired | used or expired benefits | expired or used
            expired or used benefits | used/expired | used/expired benefits | used and expired
            used and expired benefits | past benefits | inactive benefits | 期限切れの特典
            使用済みまたは期限切れ | 使用済み・期限切れ | 使用済みまたは期限切れの特典
            使用済み/期限切れ | 使用済み / 期限切れ | 失効した特典 | 期限切れまたは使用済み
            使用済みか期限切れ | 期限切れ特典 | 過去の特典 | 無効な特典
            使用済みまたは有効期限切れ | 有効期限切れの特典 | 使用済み、または期限切れ
        """
    ),
    (RecordType.EXAM, PAST): """
        past exams | previous exams | completed exams | 過去の試験 | 終了した試験
    """,
    (RecordType.REGISTRATION, "cancelled"): (
        """
            cancelled appointments | canceled appointments | cancelled exams | canceled exams
            cancelled registrations | canceled registrations | キャンセル済みの予約
            キャンセルされた予約 | キャンセルした予約 | キャンセル済みの試験
            キャンセルした試験
        """
    ),
    (RecordType.REGISTRATION, PAST): (
        """
            past appointments | previous appointments | completed appointments | 過去の予約
            完了した予約 | appointment history | 予約履歴
        """
    ),
}

_ELSEWHERE = """
        eligible exams | available exams | exams available | exam eligibility | eligibility
        pre-approved exams | preapproved exams | pre-approved
        pre-approved exam registrations | exam authorizations | authorizations
        authorized exams | exam catalog | exam catalogue | recommended | recommended exams
        recommended certifications | recommended for you | recommendations | recommended next
        get certified next | what's next | what is next | next steps | suggested exams
        available certifications | other certifications | explore certifications
        browse certifications | browse exams | explore exams | all exams | practice exams
        prepare for your exam | exam preparation | related certifications
        certifications you may be interested in | not yet earned | certification paths
        learning paths | continue your journey | exams you can schedule
        exams you are eligible for | exams you're eligible for | schedule an exam
        find an exam | find exams | popular certifications | private exams | 受験可能な試験
        受験資格のある試験 | 受験できる試験 | 事前承認済み試験 | 事前承認済みの試験
        事前承認された試験 | 対象試験 | 対象となる試験 | 利用可能な試験 | 予約可能な試験
        試験カタログ | 試験を探す | おすすめ | お勧め | おすすめの試験 | おすすめの認定
        推奨認定 | 推奨試験 | 推奨される認定 | 推奨される試験 | 次の認定 | 次に目指す認定
        次のステップ | 未取得の認定 | 関連する認定 | 公開されている試験 | 申込可能な試験
        申し込み可能な試験 | 他の認定 | 模擬試験一覧 | すべての試験 | 次に取得する認定
        資格のある試験 | 受験資格 | 対象となる認定 | お勧めの認定 | お勧めの試験
    """

HEADINGS: dict[str, Heading] = (
    {
        name: Heading(section)
        for listed in (east_asian_words.SECTIONS, _SECTIONS)
        for section, names in listed.items()
        for name in words_of(names)
    }
    | {
        name: Heading(section, group)
        for (section, group), names in _GROUPS.items()
        for name in words_of(names)
    }
    | dict.fromkeys(words_of(_ELSEWHERE), ELSEWHERE)
)

_MARKED_SECTIONS: dict[RecordType, str] = {
    RecordType.EXAM: """
        試験 | 受験 | 受験記録 | 試験記録 | 受験結果 | 受けた試験 | exam | exam log | exams taken
    """,
    RecordType.CERTIFICATION: """
        資格 | 取得資格 | 保有資格 | certs | my certs | certification
    """,
    RecordType.BENEFIT: """
        バウチャー | クーポン | 割引 | 割引コード | voucher | vouchers | coupons | discounts
        discount codes
    """,
    RecordType.REGISTRATION: """
        予約 | 予定 | 次の試験 | 次回試験 | 次回の試験 | booked | booking | next exam | upcoming
        scheduled
    """,
}
"""Words that open a part of somebody's notes where a mark says that they are a heading."""
_MARKED_HEADINGS = {
    name: Heading(section)
    for section, names in _MARKED_SECTIONS.items()
    for name in words_of(names)
}
_MARKS = ("#", "==", "■", "◆", "▼", "【")
_OFFERS = re.compile(
    r"(?:explore|browse|discover|find|recommended|suggested|popular|more|other|related)"
    r"(?: [a-z]+){0,3} (?:certifications?|exams?|credentials?)(?: for you)?"
    r"|(?:おすすめの|お勧めの|関連する|他の|その他の|次の|人気の)?(?:aws ?)?"
    r"(?:認定|試験|認定試験)を(?:探す|見る|確認する|もっと見る)"
)
LONGEST_HEADING = 90
_AROUND = " =#*_~|<>[]【】「」『』■□◆◇●○▼▶►•・:?？-"
_NUMBER_OF_LIST = re.compile(r"^(?:\(?\d{1,2}[.)] ?|[①-⑳] ?|\d{1,2} )(?=[^\W\d])")
_COUNT = re.compile(r"(?: ?\(\d+(?: ?件)?\)| \d+| ?\d+ ?件)$")
_ENDS_OF_COUNT = (*"0123456789", ")", "件")
_SITES = ("aws", "amazon", "certmetrics", "cm connect")
_ASIDE = re.compile(r" ?\([^()]{1,30}\)$")
_SITE = re.compile(r"(?: [-|] | ?[|] ?|: )(?:aws|amazon|certmetrics|cm connect).{0,60}$")
_SITE_BEFORE = re.compile(r"^(?:aws|amazon|certmetrics)[a-z ]{0,40}(?: ?[|:] ?| - )")
_BREADCRUMB = re.compile(r" ?(?:>|›|»|/) ?")


def heading_of(folded: str) -> Heading | None:
    """Give what the folded line opens: "=== exam history ===", "active benefits (3)"."""
    if len(folded) > LONGEST_HEADING:
        return None
    bare = _NUMBER_OF_LIST.sub("", folded.strip(_AROUND))
    found = HEADINGS.get(bare)
    if not found and folded.startswith(_MARKS):
        found = _MARKED_HEADINGS.get(bare)
    if found:
        return found
    if bare.endswith(_ENDS_OF_COUNT) and (found := HEADINGS.get(_COUNT.sub("", bare))):
        return found
    if bare.endswith(")") and (found := HEADINGS.get(_ASIDE.sub("", bare))):
        return found
    if any(map(bare.__contains__, _SITES)):
        page = _SITE.sub("", _SITE_BEFORE.sub("", bare))
        if found := HEADINGS.get(page):
            return found
    if any(map(bare.__contains__, ">›»/")):
        return _last_of_breadcrumbs(bare)
    return ELSEWHERE if _OFFERS.fullmatch(bare) else None


def _last_of_breadcrumbs(bare: str) -> Heading | None:
    """Of "home > exam history > exam history" the last, where all before it are short."""
    steps = _BREADCRUMB.split(bare)
    return HEADINGS.get(steps[-1]) if 1 < len(steps) <= 4 else None
