"""Labels and column heads of AWS's certification portal, English and Japanese.

Of the exam history also in the portal's European languages, as its score reports call them.

Labels that were seen: Exam code, Exam name, Score Report, 試験履歴, 取得済み認定, 特典,
有効な特典, 試験登録, 事前承認済み試験 (blogs and AWS's policies, 2019 to 2025). The
portal's exact columns were published nowhere, so every other usual wording for the
same thing stands here too. All keys are folded (lower case, one hyphen, NFKC).
"""

from migrations_tracker.core.pages import east_asian_words
from migrations_tracker.core.pages.fields import Field
from migrations_tracker.core.pages.vocabulary import words_of

_LABELS: dict[Field, str] = {
    Field.EXAM_CODE: """
        exam code | examination code | exam id | exam number | exam no. | exam series code
        series code
        test code | 試験コード | 試験番号
        試験 ID | 試験ID | code de l'examen | código del examen | código do exame
        prüfungscode | codice esame
    """,
    Field.NAME: (
        """
            exam name | examination name | name of exam | exam title | exam | test name | name
            title | certification
            certification name | certification title | credential | credential name
            certificate | certificate name | certification exam | 試験名 | 試験 | 試験タイトル
            認定 | 認定名 | 認定試験 | 認定試験名 | 認定資格 | 認定資格名 | 資格 | 資格名
            名前 | 名称 | タイトル | nom de l'examen | nombre del examen | nome do exame
            name der prüfung | prüfungsname | nome esame
        """
    ),
    Field.DATE: """
        date | 日付 | 日時 | date/time | date & time | date and time
    """,
    Field.CODE: "code|コード",
    Field.NUMBER: """
        number | no. | 番号
    """,
    Field.STATUS: """
        status | current status | state | ステータス | 状態 | 状況 | 状況/状態
        認定ステータス | 認定状況 | certification status | benefit status | 特典ステータス
        予約状況 | 予約ステータス | booking status | appointment status | registration status
    """,
    Field.TAKEN_ON: (
        """
            exam date | examination date | date of examination | date taken | taken | taken on
            test date | exam taken | date of exam
            exam taken on | completed on | completion date | date completed | attempt date
            受験日 | 試験日 | 試験実施日 | 実施日 | 受験日付 | 受験年月日 | 試験日付
            date de l'examen | fecha del examen | data do exame | prüfungsdatum | data esame
        """
    ),
    Field.SCORE: (
        """
            score | candidate score | scaled score | exam score | your score | total score
            points | marks | scored | score of | with a score of | with score | with
            スコア | 得点 | 点数 | 成績 | 点 | 合計点 | 受験者スコア | 受験者のスコア | 試験スコア
            puntuación | pontuação | punktzahl | punteggio
        """
    ),
    Field.RESULT: (
        """
            result | results | exam result | pass/fail | pass / fail | grade | outcome
            pass or fail | exam status | 結果 | 試験結果 | 合否 | 合否結果 | 合格/不合格
            判定 | résultat | resultado | ergebnis | risultato
        """
    ),
    Field.SCORE_REPORT: (
        """
            score report | score reports | report | exam score report | スコアレポート
            レポート | 成績表 | score report (スコアレポート)
        """
    ),
    Field.EARNED_ON: (
        """
            earned | earned on | earned date | date earned | issued | issued on | issue date
            date issued | achieved | achieved on | date achieved | achieved date
            achievement date | award date | awarded | awarded on | date awarded | certified on
            certified since | certification date | active date | active since | effective date
            start date | original date | first earned | first achieved | valid from | from
            取得日 | 認定日 | 獲得日 | 発行日 | 取得 | 取得年月日 | 認定取得日 | 開始日
            有効開始日 | 初回取得日 | 達成日 | 授与日
        """
    ),
    Field.EXPIRES_ON: (
        """
            expires | expires on | expiry | expiry date | expiration | expiration date
            expiring | expiring on | expires at | exp. date | exp date | date of expiry
            valid | validity | validity period | valid until | valid through | valid thru
            valid to | valid till | good through | good until | active until | active through
            use by | use before | redeem by | claim by | claim before | end date | until | to
            inactive date | must be used by | expired | expired on | certification expiration
            expiration date (utc) | last day to sit | last day to use | 有効期限 | 有効期限日
            期限 | 失効日 | 満了日 | 期限切れ | 終了日 | 有効期間終了日 | 使用期限 | 利用期限
            有効期間
        """
    ),
    Field.NEW_EXPIRES_ON: """
        new expiration | new expiration date | new expiry | new expiry date | now expires
        now expires on | 新しい有効期限 | 更新後の有効期限 | 新有効期限
    """,
    Field.VALIDATION_NUMBER: (
        """
            validation number | validation no. | val. no. | val no. | validation code
            validation id
            verification number | verification code | certificate number | certificate id
            certification number | certification id | certification no. | credential id
            credential number | license number | cert id | validation # | 認証番号 | 検証番号
            検証コード | 認定番号 | 確認番号 (認定) | バリデーション番号 | 証明書番号
            認定 id | 認定ID | 検証 ID
        """
    ),
    Field.BENEFIT_NAME: """
        benefit | benefit name | benefit title | benefit type | 特典 | 特典名 | 特典の名前
        特典の種類 | 特典内容 | offer | offer name | reward
    """,
    Field.BENEFIT_CODE: (
        """
            discount code | promo code | promotion code | promotional code | voucher code
            voucher | coupon | coupon code | benefit code | claim code | redemption code
            redeem code | access code | your code | voucher number | use code | 割引コード
            プロモーションコード | プロモコード | バウチャーコード | クーポンコード | クーポン
            特典コード | バウチャー | バウチャー番号 | 引き換えコード | 引換コード
            ご利用コード
        """
    ),
    Field.EARNED_FOR: (
        """
            earned for | earned from | earned for passing | earned with | earned by
            earned by passing | awarded for | for certification | source
            source certification | related certification | granted for | 対象認定 | 獲得元
            獲得した認定 | 取得元 | 対象の認定 | 対象資格 | 元の認定 | 付与元 | 関連する認定
            獲得対象 | 取得した認定 | 獲得理由 | 対象
        """
    ),
    Field.APPOINTMENT: (
        """
            appointment | appointment date | appointment time | appointment date/time
            appointment date and time | appointment date & time | scheduled | scheduled for
            scheduled on | scheduled date | schedule | when | exam date/time
            exam date and time | exam date & time | exam appointment | start | starts
            start time and date | 予約日 | 予約日時 | 試験日時 | 受験日時 | 受験予定日
            予定日 | 予定日時 | 日程 | 予約した日時 | 開始日時
        """
    ),
    Field.TIME: """
        time | start time | exam time | starts at | local time | exam start time | exam starts
        test start time | 時刻 | 時間
        開始時刻 | 開始時間 | 試験時間 | 試験開始時刻 | 受験時間 | 試験時刻
    """,
    Field.CHECK_IN: """
        check-in | check in | check-in time | check in time | check-in opens | check-in opens at
        check in opens | check-in begins | check-in starts | check-in from | check-in closes
        check-in window | arrival time | arrive by | arrive at | doors open | end time | ends
        ends at | exam ends | exam end time | finish time | finishes | チェックイン
        チェックイン開始 | チェックイン時刻 | チェックイン時間 | チェックイン開始時刻 | 受付時間
        受付開始 | 受付開始時刻 | 集合時間 | 集合時刻 | 来場時間 | 終了時刻 | 終了時間
        終了予定時刻
    """,
    Field.TIME_ZONE: """
        time zone | timezone | tz | タイムゾーン | 時間帯
    """,
    Field.WHERE: (
        """
            location | where | place | venue | test center | test centre | testing center
            test location | exam location | delivery | delivery method | delivery mode
            delivery type | exam delivery | method | mode | modality | provider | site
            testing location | test site | 場所 | 会場 | 試験会場 | 受験会場 | 受験場所
            試験センター | テストセンター | 受験方法 | 試験方法 | 受験形式 | 実施方法
            配信方法 | 提供方法 | 試験場所 | 受験方式
        """
    ),
    Field.CONFIRMATION_NUMBER: (
        """
            confirmation number | confirmation no. | confirmation # | confirmation
            confirmation code | confirmation id | order number | order id | order no.
            booking number | booking id | booking reference | appointment id
            appointment number | 確認番号 | 予約番号 | 注文番号 | 受付番号 | 予約確認番号
            予約 id | 予約ID
        """
    ),
    Field.REGISTRATION_NUMBER: (
        """
            registration number | registration id | registration no. | registration #
            registration | reg. number | 登録番号 | 受験登録番号 | 登録 id | 登録ID
            試験登録番号
        """
    ),
    Field.BUTTON: """
        action | actions | action(s) | link | links | options | certificate pdf
        certificate download | download | view | 操作 | アクション | ダウンロード | 表示
        リンク | 証明書 | 詳細 | details
    """,
    Field.OTHER: """
        level | language | exam language | last passed | renewed by | recertified by | 更新元
        last passed on | last recertified | last recertified on | recertified | recertified on
        recertify by | renewed | renewed on | last renewed | registered on
        registration date | booked on | date booked | badge | # | no
        detail | description | type | duration | vendor | price | accommodations
        country | passing score | minimum score | last updated | updated | posted | posted on
        date posted | report date | section | exam language/言語 | credly | レベル | 言語
        試験言語 | 最終合格日 | 最後に合格した日 | 再認定日 | 最終更新日 | 更新日 | 登録日
        予約した日 | バッジ | 説明 | 種類 | タイプ | 受験言語 | 所要時間 | 合格点
        合格スコア | 試験時間 (分) | 備考 | 料金 | 獲得日 (特典) | no. | retired on
        retires on | retiring on | retirement date
        retirement on | exam retires | last day to take | last date to take
        last day to take the exam | discontinued on | 廃止日
        廃止予定日 | 提供終了日
    """,
    Field.CLAIMED_ON: """
        claimed on | claimed date | date claimed | claim date | 申請日 | 申請した日 | 請求日
    """,
    Field.USED_ON: """
        used on | date used | used date | redeemed on | redeemed date | date redeemed
        redemption date | 使用日 | 利用日 | 引き換え日 | 使用した日 | 利用した日
    """,
}

LABELS: dict[str, Field] = {
    name.rstrip("."): field
    for listed in (east_asian_words.LABELS, _LABELS)
    for field, names in listed.items()
    for name in words_of(names)
}
FIRST_WORDS = frozenset(label.split()[0] for label in LABELS)
LONGEST_LABEL = max(map(len, LABELS))
MOST_LABEL_WORDS = 5
