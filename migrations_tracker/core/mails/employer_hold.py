"""Does a mail hold the merge up until the person has left the employer?

Known from one case of 2022: "this is a partner account", come back when you have left.
"""

import re

from migrations_tracker.core.mails.refusals import MERGE, REFUSED, UNDO
from migrations_tracker.core.mails.screening import Marked, screened
from migrations_tracker.core.mails.statements import Statement

GO_ON = screened(
    r"\b(?:proceed|continue|go ahead|take care|process(?:ed)?|carry out|do (?:this|it|so|the|"
    r"that)|done|help|assist|complete|perform|act on|release|touch|handle|work on|pick (?:this|"
    r"it) up|happy to|possible|look at|start|resume|requests?|ask|honou?r|fulfil|hands)\b|"
    r"対応|承|手続き|処理|お受け|可能"
)
PARTNER = screened(r"\b(?:partners?|apn|partner central|partner network)\b|パートナー")
EMPLOYER = screened(
    r"\b(?:employ\w*|company|companies|organi[sz]ation|business|corporate|firm|work (?:email|"
    r"account|address)|colleagues|staff|there|them)\b|"
    r"勤務先|会社|企業|組織|法人|貴社|所属|退職|在籍|在職"
)
LEAVING = screened(
    r"\b(?:while|as long as|so long as|whilst|during)\b[^.|]{0,60}\b(?:employ\w*|work(?:s|"
    r"ing)?|with|staff|remain|belong|affiliat\w+|member|there|payroll|on (?:their|"
    r"the) books)\b|"
    r"\bno longer\b[^.|,]{0,20}\b(?:employ\w*|with|work(?:s|ing)?|part of|at|there|associated|"
    r"affiliated|belong|a member|tied|attached|on)\b|"
    r"\b(?:employment|contract|tenure|affiliation|association|engagement|notice period|"
    r"time)\b[^.|,]{0,40}\b(?:ends?|ended|ceases?|ceased|over|terminat\w+|finish\w*|conclud\w+|"
    r"runs? out|comes? to|come to an end)\b|"
    r"\boff (?:their|the|its) (?:books|payroll|staff|list)\b|"
    r"\b(?:finish(?:ed)?|done|through) (?:there|with them|with that company|at (?:the|this|"
    r"that) (?:company|firm))\b|"
    r"\b(?:not|no) (?:\w+ )?employed\b|\bterminat(?:ion|ing|ed)\b|"
    r"\bafter (?:your )?employment\b|"
    r"\bend of (?:your |the )?(?:employment|contract|tenure|notice)|"
    r"\b(?:leave|left|leaving|leaves|depart(?:ed|ing)?|quit|resign(?:ed)?|exit(?:ed)?|"
    r"parted ways|leavers?|alumni|handed in|relieving|separat(?:e|ed|ion) from|move[d]? on|"
    r"gone)\b|"
    r"\bdeparture\b|\b(?:post|after|upon|until) (?:your )?exit\b|"
    r"\b(?:last|final) (?:working |work |business )?day\b|"
    r"\bformer employee|\b(?:ex|past)[- ]employee|"
    r"\b(?:still|currently|current|active|actively|presently|"
    r"present)\b[^.|,]{0,20}\b(?:employ\w*|work(?:s|ing)?|staff|with|part of|associated|"
    r"affiliated|belong\w*|counted|counts? you|member)\b|"
    r"\b(?:until|once|after|unless|when)\b[^.|]{0,50}\b(?:releas\w+|disassociat\w+|"
    r"dissociat\w+|unlink\w*|detach\w*|remov\w+)\b|"
    r"退職|離職|退社|在籍|在職|お辞め|辞められ|所属され|離れ|ご卒業"
)

HOLDS_UP = screened(
    r"\bnothing (?:i|we) can (?:do|change)\b|"
    r"\b(?:can not|could not|unable|not able|not possible|impossible|not permitted|not allowed|"
    r"not eligible|not in a position|not authori[sz]ed|must wait|have to wait|need to wait|"
    r"has to wait|wait until|on hold|only|hold off|holds?|prevent\w*|block\w*|prohibit\w*|"
    r"does not (?:allow|permit)|do not (?:allow|permit|merge|combine)|not (?:be )?(?:merge|"
    r"combine|touch|mov|consolidat|join|separat|transfer)\w*|restrict\w*|refrain|postpone\w*|"
    r"defer\w*|not until|will not|may not|stay where|has to stay|must stay|must remain|locked|"
    r"hands are tied|off limits|out of (?:my|our) hands)\b|"
    r"できません|出来ません|いたしかね|できかね|出来かね|お待ち|保留|まで|後に|ましたら|てから|"
    r"不可|制限|以降|次第|限り"
)
COME_BACK = screened(
    r"\b(?:come back|reply|write|contact|get (?:back )?in touch|reach out|let (?:us|me) know|"
    r"return|respond|message|tell (?:us|me)|open|submit|ping|drop|email|ask (?:us )?again|"
    r"notify|inform|resubmit|reapply|try again|request)\b|"
    r"ご連絡|ご返信|お知らせ|再度|改めて|あらためて|ご依頼|お問い合わせ"
)
HAS_LEFT = screened(
    r"\b(?:since|now that|as) you (?:have |are )?(?:already )?(?:left|no longer|resigned)\b|"
    r"\bthank(?:s| you) for (?:confirming|letting \w+ know|telling \w+|"
    r"informing \w+)\b[^.|]{0,20}\b(?:left|no longer|resigned)\b"
)
REQUIRES_LEFT = screened(
    r"\b(?:require|expect|ask|need)s? (?:that )?you (?:to )?(?:have )?(?:already |"
    r"first )?(?:left|leave|to have left)\b"
)
JAPANESE_CONDITION = screened(
    r"(?:退職|離職|退社|在籍|在職|辞め|離れ)[^。]{0,14}(?:後|ましたら|てから|以降|次第|まで|前|"
    r"中|限り|場合|際)"
)
EVEN_AFTER = screened(
    r"\b(?:now or|even|also|neither now nor|not even|either now or|(?:before|now) (?:or|nor)|"
    r"ever,?) (?:after|when|once|if|later|then)\b|"
    r"\b(?:whether|regardless of whether|no matter (?:if|whether)) (?:or not )?you\b|"
    r"(?:退職|離職|退社)(?:後|の後|された後|して)も"
)
ASKS_WHEN = screened(
    r"\bwhen (?:is|was|will|did|your (?:last|final)|you (?:left|leave|are leaving|will|plan|"
    r"intend))\b|"
    r"\b(?:if|whether) you (?:are|have|still)\b"
)


def holds_for_employer(found: list[Statement]) -> str | None:
    """Words by which the merge waits until the person has left; None where nothing does."""
    whole = Marked.joined([statement.folded for statement in found])
    if (
        HAS_LEFT.search(whole)
        or EVEN_AFTER.search(whole)
        or not (PARTNER.search(whole) or EMPLOYER.search(whole))
    ):
        return None
    for index, statement in enumerate(found):
        near = [each for each in found[max(0, index - 1) : index + 2] if each is not statement]
        if _waits_for_leaving(statement, near) or _partner_refused(statement):
            return statement.text
    return _somewhere(found)


def _waits_for_leaving(statement: Statement, near: list[Statement]) -> bool:
    text = statement.folded
    if not LEAVING.search(text) or HAS_LEFT.search(text):
        return False
    if ASKS_WHEN.search(text) or statement.question:
        return bool(_holds_up(text) and MERGE.search(text))
    if (LEAVING.search(statement.supposed) or _only_when(text)) and (
        _merge(text) or _comes_back(statement)
    ):
        return True
    if REQUIRES_LEFT.search(text):
        return True
    if JAPANESE_CONDITION.search(text) and (_merge(text) or _comes_back(statement)):
        return True
    if _holds_up(text) and (_merge(text) or LEAVING.search(statement.supposed)):
        return True
    return (
        any(_holds_up(each.folded) and MERGE.search(each.folded) for each in near)
        and not statement.question
    )


def _only_when(text: str) -> bool:
    return bool(re.search(r"\bonly\b|後|ましたら|てから|以降|次第|限り|場合", text)) and bool(
        LEAVING.search(text)
    )


def _merge(text: str) -> bool:
    return bool(MERGE.search(text) or GO_ON.search(text))


def _comes_back(statement: Statement) -> bool:
    return bool(COME_BACK.search(statement.stated))


def _holds_up(text: str) -> bool:
    return bool(HOLDS_UP.search(UNDO.sub("", text))) and not UNDO.search(text)


def _somewhere(found: list[Statement]) -> str | None:
    """The three parts of the refusal spread over a mail: partner, leaving, not now."""
    if not any(PARTNER.search(each.folded) for each in found):
        return None
    usable = [
        each
        for each in found
        if not (HAS_LEFT.search(each.folded) or ASKS_WHEN.search(each.folded))
    ]
    condition = [each for each in usable if LEAVING.search(each.supposed) and not each.question]
    if condition and any(_merge(each.folded) or _comes_back(each) for each in found):
        return condition[0].text
    leaving = any(LEAVING.search(each.folded) and not each.question for each in usable)
    held = [each for each in found if _holds_up(each.stated) and _merge(each.folded)]
    return held[0].text if leaving and held else None


def _partner_refused(statement: Statement) -> bool:
    """ "A partner account cannot be merged" holds too, where leaving is not named."""
    text = statement.folded
    return bool(
        PARTNER.search(text) and MERGE.search(text) and REFUSED.search(text)
    ) and not UNDO.search(text)
