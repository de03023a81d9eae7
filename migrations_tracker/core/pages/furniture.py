"""What stands on every page and belongs to no record: menus, buttons, details.

Seen on the portal: its menu, "Score Report", "Download", "Schedule New Exam",
"Schedule at Pearson VUE", "Support and FAQs", 新しい試験の予約, 特典を申請する (blogs and AWS's
policies, 2022 to 2025).
"""

import re

from migrations_tracker.core.pages import east_asian_words
from migrations_tracker.core.pages.vocabulary import words_of

MENU = (
    words_of(
        """
        aws certification | aws training and certification | aws certification account
        certmetrics | home | dashboard | profile | my profile | my account | account
        my information | settings | notifications | menu | digital badges | digital badge
        badges | transcript | share transcript | public transcript | messages | sign out
        log out | logout | sign in | log in | skip to main content | skip to content | help
        support | contact us | contact | faq | faqs | language | english | 日本語 | 한국어
        main menu | navigation | search | inbox | exam accommodations | accommodations
        affiliations | merge accounts | identification | preferences | training | learning
        resources | store | go to aws training | aws skill builder | skill builder | ホーム
        ダッシュボード | プロファイル | マイプロファイル | アカウント | マイアカウント | 設定
        通知 | メニュー | デジタルバッジ | バッジ | サインアウト | ログアウト | サインイン
        ログイン | ヘルプ | サポート | お問い合わせ | よくある質問 | 言語 | 検索
        メインコンテンツにスキップ | メインコンテンツへスキップ | トランスクリプト
        成績証明書 | トレーニング | リソース | プロフィール | マイページ | aws 認定 | aws認定
        aws トレーニングと認定 | 試験の配慮 | アカウントの統合 | メッセージ | ストア
        受験上の配慮 | toggle navigation | close menu | open menu | メニューを開く
        メニューを閉じる
    """
    )
    | east_asian_words.MENU
)

BADGES = frozenset({"digital badge", "digital badges", "デジタルバッジ"})

ACTIONS = (
    words_of(
        """
        download | view | claim | claimed benefit | apply | apply now | claim now
        claim benefit | view benefit | view code | show code | hide code | copy | copy code
        reveal code | reveal | redeem | redeem now | use | use now | use benefit | share
        share badge | print | save | edit | delete | open | close | details | view details
        show details | hide details | more | learn more | more info | more information
        read more | see more | show more | show less | expand | collapse
        download certificate | view certificate | download pdf | download score report
        view score report | score report | recertify | renew | schedule | schedule exam
        schedule new exam | schedule a new exam | schedule at pearson vue
        schedule with pearson vue | schedule at psi | schedule an exam | register
        register for exam | book | book exam | book now | reschedule | cancel | cancel exam
        cancel appointment | reschedule exam | reschedule or cancel | reschedule/cancel
        view appointment | view confirmation | begin exam | start exam | launch exam
        begin check-in | check in | check-in | view on credly | view badge | claim badge
        accept badge | view digital badge | go to credly | manage | manage appointment
        select | filter | sort | sort by | clear | reset | refresh | export | export csv
        export to csv | next | previous | back | first | last | submit | ok | yes | no
        continue | go | get started | view all | see all | all | retake | retake exam
        purchase | buy | request | send | directions | get directions | test center details
        ダウンロード | 表示 | 申請 | 申請する | 特典を申請する | 特典を申請 | コードを表示
        コードをコピー | コピー | 使用する | 利用する | 共有 | 印刷 | 編集 | 削除 | 開く
        閉じる | 詳細 | 詳細を表示 | 詳細を見る | 詳しく見る | もっと見る | さらに表示
        証明書をダウンロード | 証明書をダウンロードする | 証明書のダウンロード | 証明書を表示
        認定証をダウンロード | 認定証のダウンロード | スコアレポートをダウンロード
        スコアレポートを表示 | スコアレポート | 再認定 | 再認定する | 更新する | 予約
        予約する | 試験を予約 | 新しい試験の予約 | 新しい試験を予約 | 新規試験の予約
        新しい試験をスケジュールする | pearson vue で予約 | pearson vue で予約する
        pearson vueで予約 | pearson vueで予約する | 日程変更 | 日時変更 | 日程を変更 | 再予約
        再スケジュール | 変更 | 予約変更 | 予約を変更 | 予約の変更 | 予約をキャンセル
        予約のキャンセル | キャンセルする | 日程変更・キャンセル | 受験開始 | 試験を開始
        試験を開始する | チェックイン | credly で表示 | credlyで表示 | credlyで見る
        credly で見る | バッジを表示 | バッジを見る | 選択 | フィルター | 並べ替え | クリア
        リセット | 更新 | エクスポート | 次へ | 前へ | 戻る | 最初へ | 最後へ | 送信 | 続行
        すべて表示 | すべて | 引き換える | 引換 | 申込 | 申し込む | 登録する | 請求する
        クレーム | 受け取る | 利用 | 使用 | 適用 | 適用する | 確認 | 確認する | 道順
        コードを見る | コードを確認 | 特典を見る | 特典を表示 | 特典を利用する
        特典を使用する | view exam | 試験を見る | request accommodations | schedule your exam
        試験を予約する | view voucher | get code | コードを取得 | redeem at pearson vue
    """
    )
    | east_asian_words.ACTIONS
)

EMPTY = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        "n/a",
        "na",
        "none",
        "なし",
        "無し",
        "該当なし",
        "null",
        "・",
        "tbd",
        "未定",
        "x",
        "ー",
    }
)

PLACES = words_of(
    """
        test center | test centre | testing center | testing centre | test centers
        テストセンター | 試験センター
    """
)

LEVELS = words_of(
    """
        associate | professional | specialty | speciality | foundational | practitioner
        アソシエイト | プロフェッショナル | 専門知識 | プラクティショナー
    """
)

DETAILS = words_of(
    """
        japanese | english | korean | chinese | simplified chinese | traditional chinese
        portuguese | spanish | french | german | italian | indonesian | jpn | eng | kor
        日本語 | 英語 | 韓国語 | 中国語 | japanese language | en | ja | ko
        chinese (simplified) | portuguese (brazil) | spanish (latin america) | spanish (spain)
        foundational | associate | professional | specialty | business | associate level
        professional level | 基礎 | ファンデーショナル | アソシエイト | プロフェッショナル
        専門知識 | 基礎コース | アソシエイトレベル | retired | retiring | beta | ベータ | 廃止
        廃止済み | provisional | certification | recertification | standard | 認定 | 再認定
        標準 | pearson vue | psi | renewed | new | amazon web services | aws
    """
)


_VERBS = ("go to ", "visit ", "open ", "view ", "browse ")
_MOVES = ("を開く", "へ移動", "に移動", "へ進む", "にアクセス")
_TO_A_PLACE = re.compile(
    rf"(?:{'|'.join(_VERBS)})(?:(?!exam|certif)[a-z][a-z-]{{1,15}} ?){{1,3}}"
    rf"|.{{1,15}}(?:{'|'.join(_MOVES)})"
)
_PARTS = re.compile(r"[|/・,]")


def _leads_to_a_place(folded: str) -> bool:
    likely = folded.startswith(_VERBS) or folded.endswith(_MOVES)
    return likely and _TO_A_PLACE.fullmatch(folded) is not None


def is_action(folded: str) -> bool:
    """Tell whether ``folded`` is a button, or several ("reschedule | cancel")."""
    if folded in ACTIONS or _leads_to_a_place(folded):
        return True
    if not _PARTS.search(folded):
        return False
    parts = [part.strip() for part in _PARTS.split(folded)]
    return len(parts) > 1 and all(part in ACTIONS or part == "キャンセル" for part in parts)
