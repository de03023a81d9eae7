"""The words for results, states and kinds that people write into cells."""

from collections.abc import Mapping
from enum import StrEnum

from migrations_tracker.core.folding import fold
from migrations_tracker.core.records import (
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    RecordType,
    RegistrationStatus,
)


def _words(table: Mapping[StrEnum, str]) -> dict[str, StrEnum]:
    return {word: value for value, words in table.items() for word in words.split("|")}


RESULTS = _words(
    {
        ExamResult.PASS: "pass|passed|p|合格|○|〇|合|合格済み|합격|通过|通過|合格しました|パス|"
        "yes|y|はい|true",
        ExamResult.FAIL: "fail|failed|f|不合格|×|✕|x|否|불합격|未通过|未通過|did not pass|失敗|"
        "no|n|いいえ|false",
        ExamResult.PENDING: "pending|保留|保留中|結果待ち|採点中|未定|awaiting results|대기 중|"
        "待定",
        ExamResult.NO_SHOW: "no show|no-show|noshow|no_show|欠席|未受験|無断欠席|absent|불참|缺考",
        ExamResult.CANCELLED: "cancelled|canceled|キャンセル|キャンセル済み|取消|取り消し|취소|"
        "已取消",
    }
)
CERTIFICATION_STATUSES = _words(
    {
        CertificationStatus.ACTIVE: "active|valid|current|certified|有効|アクティブ|認定済み|"
        "取得済み|유효|有效",
        CertificationStatus.EXPIRED: "expired|inactive|期限切れ|失効|失効済み|無効|만료|만료됨|"
        "已过期|已過期",
    }
)
BENEFIT_STATUSES = _words(
    {
        BenefitStatus.AVAILABLE: "available|active|unclaimed|unused|not claimed|not used|利用可能|"
        "有効|未請求|"
        "未申請|未使用|申請可能|使用可能",
        BenefitStatus.CLAIMED: "claimed|申請済み|申請済|請求済み|請求済|取得済み|発行済み",
        BenefitStatus.USED: "used|redeemed|使用済み|使用済|利用済み|利用済|引き換え済み|消化済み",
        BenefitStatus.EXPIRED: "expired|期限切れ|失効|失効済み|無効",
    }
)
REGISTRATION_STATUSES = _words(
    {
        RegistrationStatus.SCHEDULED: "scheduled|booked|confirmed|registered|active|予約済み|"
        "予約済|予約中|"
        "確定|登録済み|登録済|予定|スケジュール済み",
        RegistrationStatus.CANCELLED: "cancelled|canceled|キャンセル|キャンセル済み|取消|取り消し|"
        "取消済み",
    }
)
KINDS = _words(
    {
        RecordType.CERTIFICATION: "certification|certifications|certificate|cert|"
        "earned certifications|"
        "certification status|認定|認定資格|資格|取得済み認定|保有資格",
        RecordType.EXAM: "exam|exams|exam history|exam attempt|exam attempts|attempt|test|試験|"
        "試験履歴|受験|"
        "受験履歴|試験結果",
        RecordType.BENEFIT: "benefit|benefits|voucher|vouchers|certification benefits|特典|"
        "バウチャー|割引",
        RecordType.REGISTRATION: "registration|registrations|exam registration|exam registrations|"
        "booking|bookings|booked exam|booked exams|appointment|appointments|upcoming|"
        "試験登録|予約|試験予約|受験予約|予約済み試験",
    }
)
YES = frozenset({"yes", "y", "true", "✓", "✔", "○", "〇", "はい", "済", "済み"})
NO = frozenset({"no", "n", "false", "いいえ", "未", "まだ", "×", "✗"})
_OTHERWISE: Mapping[str, StrEnum] = {
    BenefitStatus.USED: BenefitStatus.AVAILABLE,
    BenefitStatus.CLAIMED: BenefitStatus.AVAILABLE,
    RegistrationStatus.CANCELLED: RegistrationStatus.SCHEDULED,
}
TOTALS = {
    *("total", "totals", "grand total", "subtotal", "sum", "count"),
    *("合計", "総計", "計", "小計", "総数", "件数", "합계", "总计", "總計"),
}


def with_answers(words: Mapping[str, StrEnum], heading: str) -> Mapping[str, StrEnum]:
    """Add "yes" and "no" where the heading asks for a state: "Used?"."""
    asked = words.get(fold(heading[:80]).strip("?!.。？ "))
    if asked is None:
        return words
    otherwise = _OTHERWISE.get(asked)
    return {
        **words,
        **dict.fromkeys(YES, asked),
        **(dict.fromkeys(NO, otherwise) if otherwise else {}),
    }


def kind_named(text: str) -> RecordType | None:
    """Give the kind of record a word, a sheet's name or a heading line stands for."""
    word = KINDS.get(fold(text[:80]).strip("=#*-:： "))
    return RecordType(word) if word else None
