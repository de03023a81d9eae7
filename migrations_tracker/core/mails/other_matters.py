"""What a sentence says of other things than accounts: the case is closed, a mailbox is shut."""

from migrations_tracker.core.mails.screening import Marked, screened
from migrations_tracker.core.mails.statements import Statement

CASE = (
    r"(?:(?<!in )(?<!in this )(?<!in that )case|ticket|request|inquiry|enquiry|matter|conversation|"
    r"thread|issue|correspondence)"
)
CASE_IS_CLOSED = screened(
    rf"\b(?:clos|resolv|archiv)\w*(?: (?:out|down|off))?(?: (?:this|the|your|our|my|a|an))?"
    rf"(?: \w+){{0,2}} {CASE}\b|"
    rf"\b{CASE}(?: (?:no\.? ?|number ?|id ?)?#?\d+)?(?: (?:about|regarding|concerning|on|for|of|"
    rf"to|with)"
    rf"\b[^.:;,]{{0,90}}?)? (?:will |shall |has |have |would |can |may )?(?:now |then |also )?"
    rf"(?:is|be|been|was|being|gets?|are) (?:now |then |also |automatically |marked (?:as )?)?"
    rf"(?:clos|resolv|archiv)\w*|"
    r"(?:ケース|案件|本件|の件|問い?合わ?せ)[^。]{0,40}(?:クローズ|終了|解決済|終わら|閉じ)"
)
MAILBOX_IS_SHUT = screened(
    r"\b(?:mail ?box|inbox|e?mail (?:account|box)|メールボックス|受信箱) ?"
    r"(?:of |for |at )?‹(\d+)›"
)
BY_SOMEBODY_ELSE = screened(
    r"\b(?:clos|delet|remov|deactivat|shut|switch)\w*(?: down| off)? by your "
    r"(?:\w+ )?(?:employer|company|it)\b|認定[はが](?:失効|有効)"
)
FILED = screened(
    r"\b(?:kept|keep|stays?|remains?) (?:on (?:file|record)|in (?:copy|cc|the loop))\b"
)


def without_other_matters(text: str) -> str:
    """``text`` without such words, so that what is left speaks of accounts."""
    plain = CASE_IS_CLOSED.sub(" ", text)
    plain = BY_SOMEBODY_ELSE.sub(" ", plain)
    plain = FILED.sub(" ", MAILBOX_IS_SHUT.sub(" that mailbox ", plain))
    return text if plain == text else Marked(plain)


OTHER_THING = screened(
    r"\b(?:vouchers?|appointments?|bookings?|your (?:case|ticket)|surveys?|webinars?|"
    r"subscriptions?|invitations?|codes?|(?:associ|affili)ations?)\b|受験予約|通知(?:先|[はが])|"
    r"パスワード|サブスクリプション"
)
RECORDS = screened(
    r"\b(?:accounts?|profiles?|records?|certifications?|certificates?|transcripts?|everything|"
    r"histor(?:y|ies)|results?|achievements?)\b"
)
DOUBTED = screened(
    r"\b(?:say|show|tell|state|suggest|have it)s? otherwise\b|"
    r"\bor (?:is it )?(?:the )?other way a?round\b|\bor vice[- ]versa\b|"
    r"\bno need (?:to|for a) merge\b|\b(?:nothing|no account) (?:has|have|needs|is) to be merged\b|"
    r"\b(?:merg|combin|join)\w* (?:your |the |both |these |my )*(?:two |2 |duplicate )?(?:cases|"
    r"tickets|requests|"
    r"threads)\b|\b(?:cases|tickets)\b[^.]{0,60}\bwere merged\b|ケースを統合|"
    r"\b(?:last|previous|earlier|first) (?:mail|message|email|reply)\b[^.]{0,120}\b(?:wrong|"
    r"mistake|"
    r"error|another)\b|\b(?:ignore|disregard) (?:the|our|my)\b[^.]{0,20}\b(?:mail|message|email|"
    r"reply) (?:in which|that said|where)\b|メールは誤り|"
    r"\bnot (?:quite |entirely |completely )?sure\b|\bunsure\b|"
    r"\b(?:was|is) (?:it|this|that) (?:really |not )?you\b|"
    r"\b(?:which|what) (?:of (?:the two|these|them) |one |version )?is (?:it|right|correct|true)\b"
)


def of_another_thing(text: str) -> bool:
    """A voucher or an appointment moves, a case is seen: that tells nothing of the accounts."""
    return bool(OTHER_THING.search(text)) and not RECORDS.search(text)


def in_doubt(found: list[Statement]) -> bool:
    """ "Or the other way round?": what the mail says of the direction is itself a question."""
    return any(DOUBTED.search(statement.stated) for statement in found)
