"""What certmove's stored texts repeat, for ``core.packing``; nothing here is ever shown.

Frozen: every packed text needs the very bytes it was packed with. A better list is a new
constant beside this one, under a new mark in ``core.packing``.
"""

_CERTIFICATIONS = (
    "Cloud Practitioner",
    "AI Practitioner",
    "AI Business Strategist",
    "Solutions Architect - Associate",
    "Developer - Associate",
    "CloudOps Engineer - Associate",
    "SysOps Administrator - Associate",
    "Data Engineer - Associate",
    "Machine Learning Engineer - Associate",
    "Solutions Architect - Professional",
    "DevOps Engineer - Professional",
    "Generative AI Developer - Professional",
    "Advanced Networking - Specialty",
    "Security - Specialty",
    "Machine Learning - Specialty",
    "Data Analytics - Specialty",
    "Big Data - Specialty",
    "Database - Specialty",
    "SAP on AWS - Specialty",
    "Alexa Skill Builder - Specialty",
)
_CODES = (
    "CLF-C01 CLF-C02 AIF-C01 AIB-C01 SAA-C01 SAA-C02 SAA-C03 DVA-C01 DVA-C02 DVA-C03 SOA-C01 "
    "SOA-C02 SOA-C03 DEA-C01 MLA-C01 MLA-C02 SAP-C00 SAP-C01 SAP-C02 SAP-C03 DOP-C01 DOP-C02 "
    "AIP-C01 ANS-C00 ANS-C01 SCS-C01 SCS-C02 SCS-C03 MLS-C01 DAS-C01 BDS-C00 DBS-C01 PAS-C01 "
    "AXS-C01"
)
_JAPANESE = (
    "AWS 認定クラウドプラクティショナー AWS 認定 AI プラクティショナー AWS 認定ソリューション"
    "アーキテクト – アソシエイト AWS 認定デベロッパー – アソシエイト AWS 認定 SysOps "
    "アドミニストレーター – アソシエイト AWS 認定データエンジニア AWS 認定機械学習エンジニア "
    "– プロフェッショナル AWS 認定 DevOps エンジニア AWS 認定高度なネットワーキング – 専門知識 "
    "AWS 認定セキュリティ – 専門知識 試験履歴 取得済みの認定 認定のステータス 特典 試験登録 合格 "
    "不合格 有効 期限切れ 取得日: 有効期限: 検証番号: 試験日 スコア 結果 年月日 ログアウト"
)
_PORTAL = """
AWS Certification
Exam History
Exam code\tExam name\tExam date\tScore\tResult
Certification Status
Download certificate
Validation number:
Certification Benefits
Benefit\tEarned for\tStatus\tCode\tExpiration date
50% discount on your next exam
Exam Registration
Upcoming appointments
Pearson VUE - OnVUE\tReschedule | Cancel
PSI Test center
Free practice exam
January February March April May June July August September October November December
, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029
Pass
Fail
Claimed
Available
Used
Expired
Active
Earned: Expires:
"""
_MAILS = """
From: To: Cc: Sent: Date: Subject: Re: [CASE ] account-assistance Account merge request
On Mon, Tue, Wed, Thu, Fri, Sat, Sun, at AM PM wrote:
-----Original Message-----
>
Dear AWS Training and Certification team,
Dear AWS Training and Certification Customer,
Hello, Hi there, Greetings,
Thank you for contacting AWS Training and Certification.
Thank you for reaching out to us. Thank you for your patience. Thank you for your reply.
We have received your request and will get back to you within 24 hours (business days).
A member of our support team will respond to you as soon as possible.
I understand that you would like to merge your AWS Certification accounts.
I can see that the account is an AWS Partner account. Partner Central, APN, company, employer,
you are no longer with the company. after your last working day, before you leave
please reply to this email. If you have any questions, please let us know.
Please confirm that the following information is correct. Before I merge the accounts,
This cannot be undone. Once merged, the accounts can't be separated.
Which account would you like to keep? Please provide the email address, full name, and the
AWS Candidate ID AWS0 of both accounts. the account that you wish to keep
We look forward to hearing from you. because we have not heard back from you, this case will be
closed. You can reopen it by replying.
We value your feedback. Please rate your experience by sharing your thoughts with us.
I have successfully merged all accounts. Please sign in to your account to see your
certifications, exam history, benefits and exam registrations.
Login email:
Training notification email:
Certification notification email:
Skill Builder email: N/A
Account #1 (to keep)
Account #2 (to be merged)
Account to KEEP:
Account to GIVE UP:
Please merge the account to give up into the account to keep. All certifications, exam history,
benefits and exam registrations should be in the account to keep afterwards.
The mailbox of the account to give up closes on . After that I can no longer read mail there.
Please send your answers to
Confirmed. Please merge to Account #1.
Best regards,
Kind regards,
Amazon Web Services
https://www.aws.training/ https://aws.amazon.com/certification/ .co.jp .com @example
"""
_RECORDS = (
    '"registration_number":" "where":"OnVUE" "confirmation_number":" '
    '"time":"09:00","time_zone":"JST","status":"scheduled" "cancelled" "pending" "no_show" '
    '"status":"claimed" "used" "expired","earned_for":"SAP" '
    '[40,"benefit",[3],{"name":"50% discount on your next exam","status":"available",'
    '"expires_on":"2027- "2028- "2026- ","earned_for":"SAA"}],'
    '[20,"registration",[4],{"certification":"DOP","name":"AWS Certified DevOps Engineer - '
    'Professional","exam_code":"DOP-C02","date":"2027-'
    '[30,"exam",[1],{"certification":"SAA","name":"AWS Certified Solutions Architect - Associate",'
    '"exam_code":"SAA-C03","taken_on":"2024-03-25","result":"fail"}],'
    '"taken_on":"2023- "2025- "2022- "2021- "2020- "2019- ","result":"pass","score":8'
    '[1,"certification",[2],{"certification":"CLF","name":"AWS Certified Cloud Practitioner",'
    '"earned_on":"2023-11-20","expires_on":"2026- "2029- "2028-08-04","status":"active",'
    '"validation_number":"'
)

WORDS_1 = "\n".join(
    (
        _JAPANESE,
        _CODES,
        *(f"AWS Certified {name}" for name in _CERTIFICATIONS),
        _MAILS,
        _PORTAL,
        _RECORDS,
    )
).encode()
