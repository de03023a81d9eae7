"""The headings people write above columns, in English, Japanese and a few more languages.

Each word is a heading without blanks and signs, in lower case: "E-Mail" is `email`.
"""

import re
from collections.abc import Mapping

from migrations_tracker.core.pages.fields import Field, meant
from migrations_tracker.core.pages.labels import LABELS
from migrations_tracker.core.records import RecordType


def vocabulary(**words: str) -> dict[str, frozenset[str]]:
    """Give each field the set of its headings."""
    return {field: frozenset(text.split()) for field, text in words.items()}


PEOPLE = vocabulary(
    kind="kind type recordtype category 種類 種別 区分 分類 レコード種別",
    person="username fullname employeename employee candidatename learnername holder holdername "
    "membername staffname personname person certifiedindividual user 氏名 ユーザー名 ユーザ名 "
    "ユーザー 社員名 社員氏名 従業員名 受験者名 受験者氏名 保有者 保有者名 取得者 取得者名 担当者 "
    "사용자이름 사용자명 用户名 用戶名 用户姓名 姓名 使用者名稱 nomedousuário nombredeusuario "
    "nomdutilisateur benutzername",
    first_name="firstname givenname 名",
    last_name="lastname familyname surname 姓",
    email="workemail email emailaddress mail mailaddress workemailaddress companyemail "
    "companymail businessemail corporateemail useremail workmail 勤務先メール "
    "勤務先メールアドレス 勤務先email 勤務先eメール 勤務先eメールアドレス 会社メール "
    "会社メールアドレス 仕事用メール 仕事用メールアドレス 仕事用eメール 業務用メール "
    "業務用メールアドレス 職場のeメール 職場のメールアドレス メール メールアドレス eメール "
    "eメールアドレス 電子メール 電子メールアドレス 직장이메일 이메일 업무이메일 工作邮箱 "
    "工作电子邮件 邮箱 电子邮件 工作電子郵件 電子郵件 emaildetrabalho emailcorporativo "
    "correoelectrónicodetrabajo correoelectrónico adressemail geschäftlicheemail",
    vendor="vendor issuer issuedby issuingorganization issuingorganisation certificationvendor "
    "certificationbody ベンダー ベンダ 発行元 発行者 発行団体 認定機関 認定団体 主催団体 "
    "발급기관 颁发机构 頒發機構",
    candidate_id="candidateid awscandidateid candidatenumber 候補者id 受験者id 受験者番号 "
    "候補者番号",
    level="certificatelevel certificationlevel level 認定レベル 証明書レベル 資格レベル "
    "認定証レベル "
    "レベル 자격증레벨 인증레벨 证书级别 认证级别 證書等級 認證等級 níveldocertificado "
    "niveldecertificado",
)

CERTIFICATION_NAMES = (
    "certificatename certificationname certificate certification credential credentialname "
    "awscertification awscertificationname certificationtitle certificatetitle "
    "認定名 認定 認定資格 認定資格名 aws認定 aws認定名 aws認定資格 資格 資格名 資格名称 認定名称 "
    "証明書名 認定証名 保有資格 取得資格 取得済み認定 자격증이름 자격증명 인증이름 인증명 证书名称 "
    "认证名称 認證名稱 證書名稱 nomedocertificado nombredelcertificado nombredelacertificación "
    "nomducertificat zertifikatsname cert certs certname"
)
EXAM_NAMES = (
    "examname exam examtitle testname examination 試験 試験名 試験名称 受験試験 テスト名 시험명 "
    "시험이름 考试名称 考試名稱"
)
_EXAM_CODES = (
    "examcode examid examnumber certificationcode 試験コード 試験番号 認定コード 資格コード "
    "시험코드 시험번호 考试代码 考试编号 考試代碼 考試編號"
)
_EXPIRES = (
    "expirationdate expirydate expiration expires expireson expiredate expiry validuntil "
    "validthrough validto enddate 有効期限 有効期限日 失効日 失効予定日 期限 期限日 満了日 "
    "有効期間 "
    "만료일 有效期 到期日期 到期日 過期日期 datadeexpiração fechadevencimiento "
    "fechadeexpiración datedexpiration ablaufdatum"
)
_STATUS = "status state 状態 ステータス 状況 상태 状态 狀態"

_OWN: Mapping[RecordType, Mapping[str, frozenset[str]]] = {
    RecordType.CERTIFICATION: vocabulary(
        name=f"{CERTIFICATION_NAMES} name 名称 title",
        exam_code=f"{_EXAM_CODES} code コード",
        earned_on="awarddate awardeddate dateawarded awardedon earneddate dateearned earnedon "
        "earned "
        "issuedate issueddate issuedon dateissued achieveddate achievementdate achievedon "
        "certificationdate certifieddate certifiedon dateofissue issued obtainedon acquireddate "
        "awarded date 日付 取得日 取得年月日 取得日付 認定取得日 資格取得日 授与日 認定日 発行日 "
        "合格日 付与日 "
        "수여일 "
        "취득일 授予日期 颁发日期 取得日期 頒發日期 datadeconcessão fechadeconcesión "
        "fechadeotorgamiento datedobtention ausstellungsdatum",
        expires_on=_EXPIRES,
        status=_STATUS,
        validation_number="validationnumber validationno validationcode verificationnumber "
        "verificationcode validation certificatenumber certificateno credentialid certificateid "
        "certificationnumber 検証番号 確認番号 認定番号 認定証番号 証明書番号 検証コード "
        "バリデーション番号",
    ),
    RecordType.EXAM: vocabulary(
        name=f"{EXAM_NAMES} {CERTIFICATION_NAMES} name 名称 title",
        exam_code=f"{_EXAM_CODES} code コード",
        taken_on="examdate dateofexam takenon datetaken taken testdate dateoftest satonsaton saton "
        "attemptdate completeddate completedon examinationdate date 受験日 試験日 受験日付 実施日 "
        "受験年月日 試験実施日 日付 응시일 시험일 考试日期 考試日期",
        result="result results pass passed examresult passfail outcome grade 結果 合否 試験結果 "
        "合否結果 判定 결과 "
        "成绩 结果",
        score="score examscore candidatescore scaledscore points スコア 得点 点数 점수 分数 分數",
        registration_number="registrationnumber registrationno registrationid registration "
        "登録番号 受験登録番号 受付番号",
        status=_STATUS,
    ),
    RecordType.BENEFIT: vocabulary(
        name="benefit benefitname benefits voucher vouchername discount entitlement reward name "
        "特典 特典名 特典名称 特典内容 バウチャー 割引 名称 혜택 权益 權益",
        code="code discountcode vouchercode benefitcode promocode promotioncode couponcode "
        "コード 割引コード 特典コード バウチャーコード クーポンコード プロモーションコード",
        status=f"{_STATUS} used redeemed claimed 使用済み 利用済み 申請済み",
        expires_on=_EXPIRES,
        earned_for="earnedfor earnedby for certification certificationname 対象 対象認定 取得認定 "
        "関連認定 認定 認定名",
    ),
    RecordType.REGISTRATION: vocabulary(
        name=f"{EXAM_NAMES} {CERTIFICATION_NAMES} name 名称 title",
        exam_code=f"{_EXAM_CODES} code コード",
        date="appointmentdate appointment bookingdate bookedfor scheduleddate scheduledfor "
        "scheduledon examdate dateandtime datetime date 予約日 受験予定日 試験日 予定日 受験日 "
        "予約日時 受験日時 試験日時 日時 日付",
        time="time starttime appointmenttime examtime 時刻 時間 開始時刻 開始時間 試験時間 "
        "予約時間 "
        "受験時間",
        time_zone="timezone tz zone タイムゾーン 時間帯",
        status=f"{_STATUS} bookingstatus registrationstatus 予約状況",
        where="where place location testcenter testcentre testingcenter venue site delivery "
        "deliverymethod deliverytype 場所 会場 受験会場 試験会場 テストセンター 受験方法 受験場所 "
        "配信方法",
        confirmation_number="confirmationnumber confirmationno confirmation confirmationcode "
        "appointmentid appointmentnumber bookingnumber orderid ordernumber 予約番号 確認番号 "
        "受付番号 注文番号",
    ),
}

_NAMES_OF_FIELDS = {
    Field.BENEFIT_NAME: "name",
    Field.BENEFIT_CODE: "code",
    Field.APPOINTMENT: "date",
}
_SIGNS = re.compile(r"[\s_\-./:;,*#'\"?!・]+")


def _with_labels_of_pages() -> Mapping[RecordType, Mapping[str, frozenset[str]]]:
    """Add the labels of AWS's pages that nobody has listed above: of more than one word."""
    own = frozenset(
        key for words in (PEOPLE, *_OWN.values()) for keys in words.values() for key in keys
    )
    labels = {_SIGNS.sub("", label): field for label, field in LABELS.items() if " " in label}
    return {
        kind: {
            field: keys
            | {
                key
                for key, label in labels.items()
                if key not in own and _field_of(label, kind) == field
            }
            for field, keys in words.items()
        }
        for kind, words in _OWN.items()
    }


def _field_of(label: Field, kind: RecordType) -> str:
    field = meant(label, kind)
    return _NAMES_OF_FIELDS.get(field, field.value)


FIELDS = _with_labels_of_pages()
