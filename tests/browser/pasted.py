"""What an invented person pastes on the way: pages of both accounts, and AWS's mails.

The old account's pages come in English and in Japanese, with the same records; the new
account shows them in English afterwards, as the portal does once its language is changed.
"""

from dataclasses import dataclass

from migrations_tracker.samples import pages

SOURCE = {
    "Login email": "taro.yamada@example.co.jp",
    "Training notification email": "t-yamada@example.co.jp",
    "Certification notification email": "yamada.taro@example.co.jp",
    "Skill Builder email": "taro.y@example.co.jp",
}
DESTINATION = {
    "Login email": "taro@example.com",
    "Training notification email": "taro.news@example.com",
    "Certification notification email": "taro.exams@example.com",
    "Skill Builder email": "taro.learns@example.com",
}
CASE = "17551100220"
SOURCE_ID, DESTINATION_ID = "AWS01234567", "AWS0765432101"

BENEFIT_CODE = "7Q2M9XK4B1"
EXAM_CODES = ("SAP-C02", "SAA-C03", "CLF-C02", "DOP-C02", "AIF-C01")
SCORES = ("812", "702", "846", "905", "731")
VALIDATION_NUMBERS = (
    "d764f5a72befa85f81805972bb1166a4",
    "852ef7326e02f7ee32e4bcb6907b9a31",
    "DVMGG1DQT8F95DV5",
    "9b31852ef7326e02f7ee32e4bcb6907a",
)
CERTIFICATIONS = {
    "SAP": "AWS Certified Solutions Architect - Professional",
    "SAA": "AWS Certified Solutions Architect - Associate",
    "CLF": "AWS Certified Cloud Practitioner",
    "AIF": "AWS Certified AI Practitioner",
}


@dataclass(frozen=True)
class OldAccount:
    """The four pages of the account to give up; ``not_understood`` stands on the second."""

    history: str
    certifications: str
    benefits: str
    registrations: str
    names: tuple[str, ...]
    not_understood: str


_ENGLISH = OldAccount(
    history=pages.EXAM_HISTORY,
    certifications=f"{pages.CERTIFICATIONS}A new course starts next month\n",
    benefits=pages.BENEFITS,
    registrations=pages.REGISTRATIONS,
    names=(
        "AWS Certified Solutions Architect - Professional",
        "AWS Certified Solutions Architect - Associate",
        "AWS Certified Cloud Practitioner",
    ),
    not_understood="A new course starts next month",
)

_SAP, _SAA, _CLF = (
    "AWS認定ソリューションアーキテクト - プロフェッショナル",
    "AWS認定ソリューションアーキテクト - アソシエイト",
    "AWS認定クラウドプラクティショナー",
)
_JAPANESE = OldAccount(
    history=f"""\
aws certification
試験履歴
試験コード\t試験名\t受験日\tスコア\t結果\tスコアレポート
SAP-C02\t{_SAP}\t2025年8月4日\t812\t合格\tダウンロード
SAP-C02\t{_SAP}\t2025年7月6日\t702\t不合格\tダウンロード
SAA-C03\t{_SAA}\t2024年3月25日\t846\t合格\tダウンロード
CLF-C02\t{_CLF}\t2023年11月20日\t905\t合格\tダウンロード
""",
    certifications=f"""\
AWS 認定
取得済み認定
{_SAP}
有効
取得日: 2025年8月4日
有効期限: 2028年8月4日
認証番号: d764f5a72befa85f81805972bb1166a4

{_SAA}
有効
取得日: 2024年3月25日
有効期限: 2028年8月4日
認証番号: 852ef7326e02f7ee32e4bcb6907b9a31

{_CLF}
有効
取得日: 2023年11月20日
有効期限: 2028年8月4日
認証番号: DVMGG1DQT8F95DV5
来月は新しい講座が始まります
""",
    benefits=f"""\
AWS 認定
特典
特典\t対象認定\tステータス\tコード\t有効期限
次回の試験が 50% 割引\t{_SAP}\t申請済み\t7Q2M9XK4B1\t2028年8月4日
次回の試験が 50% 割引\t{_SAA}\t利用可能\t\t2027年3月25日
""",
    registrations="""\
AWS 認定
試験登録
今後の予約
DOP-C02 AWS認定DevOpsエンジニア - プロフェッショナル\t2027年1月16日 13:00 JST\t\
ピアソン VUE - OnVUE\t変更 | キャンセル
""",
    names=(_SAP, _SAA, _CLF),
    not_understood="来月は新しい講座が始まります",
)

OLD_ACCOUNT = {"en": _ENGLISH, "ja": _JAPANESE}
NEW_ACCOUNT = pages.OWN_CERTIFICATIONS

#: The sitting that was typed by hand shows up in the new account, too.
_HISTORY_AFTER = (
    f"{pages.EXAM_HISTORY}AIF-C01\tAWS Certified AI Practitioner\tOctober 9, 2025\t731\tPass\n"
)
_CERTIFICATIONS_AFTER = f"{pages.CERTIFICATIONS}\n{pages.OWN_CERTIFICATIONS.split(chr(10), 2)[2]}"
_ASSOCIATE = _CERTIFICATIONS_AFTER.index("AWS Certified Solutions Architect - Associate")
_PRACTITIONER = _CERTIFICATIONS_AFTER.index("AWS Certified Cloud Practitioner")
_WITHOUT_ASSOCIATE = _CERTIFICATIONS_AFTER[:_ASSOCIATE] + _CERTIFICATIONS_AFTER[_PRACTITIONER:]
_WITHOUT_VOUCHER = "".join(pages.BENEFITS.splitlines(keepends=True)[:-1])

#: First a certification and a voucher are not there; then only the voucher isn't.
AFTER_WITH_LOSSES = (
    _HISTORY_AFTER,
    _WITHOUT_ASSOCIATE,
    _WITHOUT_VOUCHER,
    pages.REGISTRATIONS,
)
CERTIFICATIONS_MENDED = _CERTIFICATIONS_AFTER


def confirm_mail(keep: dict[str, str], give_up: dict[str, str]) -> str:
    """AWS lists two accounts and asks whether that is right."""
    return f"""\
Subject: RE: [CASE {CASE}] account-assistance

Hello Taro,

Before I merge the accounts, please confirm that the following is right. It can't be undone.

Account #1 (to keep)
{_listed(keep)}

Account #2 (to be merged and closed)
{_listed(give_up)}

Best regards,
Maria
"""


def _listed(account: dict[str, str]) -> str:
    return "\n".join(f"{label}: {address}" for label, address in list(account.items())[:3])
