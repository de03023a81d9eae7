"""The words for results and states, English, Japanese and others, folded.

A word that stands here under another kind of record only, or among UNSETTLED, is
recognised as a state and reported as unknown: never guessed.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from migrations_tracker.core.pages.east_asian_words import STATES
from migrations_tracker.core.pages.vocabulary import words_of
from migrations_tracker.core.records import (
    BenefitStatus,
    CertificationStatus,
    ExamResult,
    RecordType,
    RegistrationStatus,
)

State = TypeVar("State", bound=StrEnum)


def _by_word(kind: RecordType, words: Mapping[State, str]) -> dict[str, State]:
    """Words to states; ``kind`` of record tells which of the Korean and Chinese belong to them."""
    others = STATES[kind]
    return {
        name: state
        for state, names in words.items()
        for name in words_of(f"{names}|{others.get(state.value, '')}")
    }


EXAM_RESULTS = _by_word(
    RecordType.EXAM,
    {
        ExamResult.PASS: """
            pass | passed | 合格 | 合格済み | 合格済 | 合格しました | passing
            合 | 合格した | 渡す | パス | successful | success | réussite | réussi | aprobado
            aprovado | bestanden
            superato
        """,
        ExamResult.FAIL: """
            fail | failed | did not pass | not passed | 不合格 | failing | 不合格でした
            否 | 失敗 | 失敗した | 不合格した | 落第 | failure | no pass | unsuccessful
            not successful | échec | échoué
            no aprobado
            reprobado | reprovado | nicht bestanden | non superato
        """,
        ExamResult.PENDING: (
            """
                pending | result pending | results pending | pending result | pending results
                score pending | pending score | awaiting results | awaiting result
                awaiting score | 保留 | 保留中 | 採点中 | 結果待ち | 結果保留 | 結果保留中
                スコア保留中 | 処理中 | 保留 (採点中) | 採点待ち | 結果待ち (採点中)
            """
        ),
        ExamResult.NO_SHOW: (
            """
                no show | no-show | noshow | did not attend | did not appear | absent | 欠席
                未受験 | 受験せず | ノーショー | 無断欠席 | 欠席 (no show) | 不参加
            """
        ),
        ExamResult.CANCELLED: (
            """
                cancelled | canceled | exam cancelled | exam canceled | キャンセル
                キャンセル済み | キャンセル済 | 取消 | 取り消し | 取消済み
                キャンセルされました | 取り消し済み
            """
        ),
    },
)

CERTIFICATION_STATUSES = _by_word(
    RecordType.CERTIFICATION,
    {
        CertificationStatus.ACTIVE: (
            """
                active | valid | current | certified | 有効 | アクティブ | 有効な認定
                認定済み | 現在有効 | 有効中 | active certification
            """
        ),
        CertificationStatus.EXPIRED: (
            """
                expired | lapsed | 期限切れ | 失効 | 失効済み | 有効期限切れ | 期限切 | 失効中
                失効しました | 有効期限が切れました | 期限が切れました | inactive | 非アクティブ
            """
        ),
    },
)

BENEFIT_STATUSES = _by_word(
    RecordType.BENEFIT,
    {
        BenefitStatus.AVAILABLE: (
            """
                available | unclaimed | not claimed | unused | not used | active
                ready to claim | claimable | 利用可能 | 有効 | 未申請 | 未使用 | 申請可能
                使用可能 | 未利用 | アクティブ | 利用できます | 未取得 | not yet claimed
            """
        ),
        BenefitStatus.CLAIMED: """
            claimed | 申請済み | 申請済 | 取得済み | 獲得済み | 請求済み | クレーム済み
            受取済み | 受け取り済み
        """,
        BenefitStatus.USED: (
            """
                used | redeemed | 使用済み | 使用済 | 利用済み | 利用済 | 引き換え済み
                引換済み | 引換済 | fully used | 使用しました | consumed
            """
        ),
        BenefitStatus.EXPIRED: (
            """
                expired | lapsed | 期限切れ | 失効 | 失効済み | 有効期限切れ | 期限切
                期限が切れました | 有効期限が切れました
            """
        ),
    },
)

REGISTRATION_STATUSES = _by_word(
    RecordType.REGISTRATION,
    {
        RegistrationStatus.SCHEDULED: (
            """
                scheduled | confirmed | booked | registered | upcoming | active | rescheduled
                予約済み | 予約済 | 予約確定 | 確定 | 確定済み | 確認済み | 予定 | 登録済み
                予約中 | スケジュール済み | 再予約済み | 予定済み | 受験予定 | 有効
                予約確認済み | 変更済み | 日程変更済み | スケジュール済
            """
        ),
        RegistrationStatus.CANCELLED: (
            """
                cancelled | canceled | appointment cancelled | appointment canceled
                キャンセル済み | キャンセル済 | 取消 | 取消済み | 取り消し | 取り消し済み
                キャンセルされました | キャンセル
            """
        ),
    },
)

STATES_WITH_DAY = words_of(
    """
        claimed | used | redeemed | renewed | recertified | registered | booked | 申請済み
        使用済み | 利用済み | retired | retiring | retires | retirement | discontinued | 廃止
        廃止予定 | 提供終了
    """
)
"""A day beside these is the day of the state, which no field of a record holds."""

PAST_APPOINTMENTS = words_of(
    """
        completed | complete | delivered | taken | exam completed | 完了 | 受験済み | 受験済
        実施済み | 終了
    """
)

UNSETTLED = words_of(
    """
        suspended | revoked | on hold | withdrawn | invalid | invalidated
        under review | voided | void | in progress | not started | in review | withheld
        score withheld | score on hold | unknown | pending payment | payment pending
        pending approval | waitlisted | not available | unavailable | 取り下げ | 停止 | 停止中
        一時停止 | 無効 | 審査中 | 確認中 | 取得中 | 進行中 | 不明 | 支払い待ち | 承認待ち
        レビュー中 | 無効化 | 剥奪 | incomplete | terminated | ineligible | denied | rejected
        provisional pass | provisionally passed | 暫定合格
    """
)

STATE_WORDS = frozenset(
    {*EXAM_RESULTS, *CERTIFICATION_STATUSES, *BENEFIT_STATUSES, *REGISTRATION_STATUSES}
    | PAST_APPOINTMENTS
    | UNSETTLED
)
