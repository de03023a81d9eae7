"""The words for each thing that AWS may want to be told or sent.

Known from Japanese reports: candidate IDs, the four addresses, a reply from the address on
file. The rest is what support desks ask for to tell two accounts of one person apart.
"""

from migrations_tracker.core.mails.reading import Asked
from migrations_tracker.core.mails.screening import Screened, screened

NOUNS: dict[Asked, Screened] = {
    Asked.CANDIDATE_IDS: screened(
        r"\b(?:candidate|certification|learner|test[- ]?taker)[- ](?:ids?\b|numbers?|"
        r"identifiers?|identification numbers?)|"
        r"\bids? (?:number )?(?:that )?(?:start|begin)|\bids? of (?:the )?candidate|"
        r"候補(?:者)?\s?(?:id|番号)|受験者\s?(?:id|番号)|candidate id"
    ),
    Asked.NAME: screened(
        r"\b(?:full|legal|first|last|given|family|complete|correct|exact|official|your|the|"
        r"learner) (?:and \w+ )?(?:\w+ )?names?\b(?! of (?:the|your) (?:company|employer|"
        r"partner|organi))|"
        r"\bnames? (?:as|like|on|under|that|registered|spelled|shown|printed)\b|"
        r"氏名|お名前|姓名|名義"
    ),
    Asked.KEEP_ACCOUNT: screened(
        r"\b(?:which|what) (?:of (?:the|these|your|them) )?(?:\w+ ){0,3}(?:accounts?|profiles?|"
        r"one|login|address|email|side|of them)\b[^.?]{0,60}\b(?:keep|kept|retain\w*|remain\w*|"
        r"primary|main|keeper|surviv\w*|prefer\w*|stay|use|active|left|hold on|master|"
        r"go forward|going forward|final|destination|principal)\b|"
        r"\bwhich (?:one |of (?:them|the two|these) )?(?:(?:do|would|will|should|shall|is|"
        r"are) )?(?:\w+ ){0,3}(?:keep|be kept|retain|remain|primary|main|surviv\w*)\b|"
        r"\b(?:account|profile|one|address|email)\b(?: that| which)? you (?:would like|want|"
        r"wish|prefer|intend|plan) to (?:keep|retain|preserve|continue|go on|use)|"
        r"\b(?:specify|indicate|name|choose|decide|pick)\b[^.]{0,30}\b(?:primary|main|"
        r"surviving|remaining|destination) (?:account|profile|one)|"
        r"どちら[^。]{0,20}(?:アカウント|方)?[^。]{0,12}(?:残|保持|統合先|メイン|主|維持|継続|"
        r"利用)|"
        r"(?:残す|残したい|残される|統合先)[^。]{0,10}アカウント[^。]{0,15}(?:お知らせ|ご指定|"
        r"ご教示|教えて|お選び|ご連絡)"
    ),
    Asked.REPLY_FROM_ADDRESS: screened(
        r"\b(?:repl(?:y|ies)|respond|response|write|e?mail|message|send|answer|contact|"
        r"confirm\w*|consent|approval|note|word)\b[^.|]{0,90}\bfrom (?:\w+ ){0,3}\S{1,64}@|"
        r"\b(?:repl(?:y|ies)|respond|response|write|e?mail|message|send|answer|contact|"
        r"confirm\w*|consent|approval|note|"
        r"word)\b[^.|]{0,90}\bfrom\b[^.|]{0,60}\b(?:address(?:es)?|account|mailbox(?:es)?|"
        r"inbox|emails?|login)\b|"
        r"(?:アドレス|アカウント|メール)から[^。]{0,15}(?:返信|ご連絡|送信|お送り)"
    ),
    Asked.SOURCE_ADDRESS: screened(
        r"\b(?:address|emails?|login|username)\b[^.|]{0,40}\b(?:other|second|old|older|"
        r"previous|former|source|company|work|business|secondary|corporate|"
        r"employer) (?:aws )?(?:certification )?(?:account|profile|one)\b|"
        r"\b(?:other|second|old|older|previous|former|source|company|work|business|secondary|"
        r"corporate) (?:account|profile|login|one)?(?:'s)? ?(?:email )?(?:address|emails?|"
        r"login|username)\b|"
        r"\bcorrect (?:(?:email )?address|one|spelling)|"
        r"\bspelling\b|\b(?:what is|which is|and) the other (?:one|address)\b|"
        r"統合元[^。]{0,20}(?:アドレス|メール|アカウント)|"
        r"旧[^。]{0,12}アドレス|(?:もう一方|以前)[^。]{0,20}アドレス|正しい[^。]{0,8}アドレス"
    ),
    Asked.LAST_WORKING_DAY: screened(
        r"\b(?:last|final) (?:working |work |business )?(?:day|date)\b|"
        r"\b(?:date|day|when)\b[^.|]{0,40}\b(?:left|leave|leaving|employment|departure|"
        r"resign\w*|contract|depart\w*|separation)\b|"
        r"\b(?:termination|leaving|departure|separation|exit|end) date\b|"
        r"退職日|最終(?:出勤|勤務|出社)日|離職日|退職(?:された|の)日"
    ),
    Asked.ID_DOCUMENT: screened(
        r"\bphoto(?:graphic)? id|\b(?:some|valid|official|proof of) id\b|"
        r"\b(?:government|state)[- ]issued|\bpassport|\bdriv(?:er|ing)(?:'?s)? licen[sc]e|"
        r"\b(?:form|piece|copy|proof|document|scan|picture|photo)s? of (?:\w+ ){0,3}(?:id\b|"
        r"identification|identity)|"
        r"\bidentity (?:document|card|proof)|\bid (?:card|document)|身分証|"
        r"本人確認(?:書類|資料)|運転免許|パスポート"
    ),
    Asked.SCREENSHOT: screened(
        r"\bscreen[ -]?(?:shots?|captures?|grabs?|prints?)\b|"
        r"スクリーンショット|スクショ|画面(?:の写し|キャプチャ|コピー|ショット)"
    ),
    Asked.CERTIFICATE: screened(
        r"\b(?:copy|copies|pdfs?|scan|file)\b[^.|]{0,25}\bcertificates?\b|"
        r"\bcertificates? (?:pdf|cop|file)|認定証"
    ),
    Asked.VALIDATION_NUMBER: screened(
        r"\b(?:validation|verification|certificate) (?:numbers?|codes?|ids?)\b|"
        r"検証番号|認定番号|証明書番号"
    ),
    Asked.DATE_OF_BIRTH: screened(r"\bdate of birth|\bbirth ?(?:date|day)\b|生年月日"),
    Asked.POSTAL_ADDRESS: screened(
        r"\b(?:postal|mailing|home|street|physical) address|\bzip code|ご?住所"
    ),
    Asked.PHONE_NUMBER: screened(
        r"\b(?:phone|telephone|mobile) (?:number|no)\b|\bphone\b|電話番号"
    ),
    Asked.EXAM_DETAILS: screened(
        r"\bexams?\b[^.|]{0,25}\b(?:dates?|registration|codes?|names?|taken|sat|passed)\b|"
        r"\b(?:registration|confirmation|booking|appointment) (?:ids?|numbers?)\b|"
        r"\bdates? of (?:your |the |an? )?(?:\w+ )?exams?|"
        r"\bcertifications? (?:you )?(?:hold|held|earned|expect)|"
        r"試験(?:日|名|コード)|受験(?:日|番号)|受験された試験"
    ),
    Asked.EMPLOYER_NAME: screened(
        r"\bname of (?:the|your) (?:\w+ )?(?:company|employer|partner|organi[sz]ation)|"
        r"\b(?:company|employer|partner|organi[sz]ation)(?:'s)? name\b|"
        r"会社名|勤務先名|企業名"
    ),
    Asked.REASON: screened(r"\breasons? (?:for|why|behind|you)|\bwhy you\b|(?<!上の)理由を"),
    Asked.ADDRESSES: screened(
        r"\b(?:login|sign[- ]?in|registered|notification|associated)[- ](?:\w+ )?(?:emails?|"
        r"addresses?)\b|"
        r"\bemail addresses\b|\baddresses\b|"
        r"\b(?:emails?|email address) (?:of|for|on|used|that you|you|associated|linked|"
        r"registered|tied)|"
        r"\busernames?\b|\bboth (?:emails?|logins?)\b|メールアドレス|ログイン(?:id|情報)"
    ),
}  # fmt: skip
