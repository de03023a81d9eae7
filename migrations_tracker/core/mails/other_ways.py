"""Does a mail send the person another way: to AWS's own tool, or to ask from the other account?

The tool is known from AWS's certification FAQ of late 2025 ("log in to your main AWS
Certification account and use the Merge Accounts tool"); that the request has to come from the
account to be kept, from one Japanese report of 2025.
"""

import re

from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

KEPT = (
    r"(?:keep|kept|retain\w*|remain\w*|primary|main|destination|surviv\w+|target|stay\w*|"
    r"receiv\w+|going forward|stick(?:s|ing)? around|in (?:the )?future|continue|personal|"
    r"private|merge into|preserv\w+|hold on to|new account|principal|master|lives? on|"
    r"go on using)"
)
SENDING = (
    r"(?:open(?:ed)?|submit(?:ted)?|send|sent|raise[d]?|create[d]?|ma[dk]e|start(?:ed)?|"
    r"initiat\w+|file[d]?|request(?:s|ed)?|come|came|comes|coming|contact(?:ed)?|write|wrote|"
    r"reply|respond|reach(?:ed)? out|get in touch|got in touch|ask(?:ed)?|apply|originat\w+|"
    r"received?|lodged?|case|form|ticket|message)"
)
SENT_FROM = screened(
    rf"\b{SENDING}\b[^.|]{{0,80}}?\b(?:from|using|through|with|via|under|by|(?:signed|logged|"
    rf"logging|signing) in(?:to)?)\b[^.|]{{0,80}}\b(?:account|profile|address|login|one|email|"
    rf"mailbox|owner|holder)\b[^.|]{{0,50}}\b{KEPT}\b|"
    rf"\b{SENDING}\b[^.|]{{0,80}}?\b(?:from|using|through|with|via|under|by|(?:signed|logged|"
    rf"logging|signing) in(?:to)?)\b[^.|]{{0,40}}\b{KEPT}\b[^.|]{{0,20}}\b(?:account|profile|"
    rf"address|login|one|email|mailbox|side)\b|"
    rf"\b{KEPT} (?:\w+ )?(?:account|profile|address|one)\b[^.|]{{0,30}}\b(?:must|has to|have to|"
    rf"needs? to|should|ought to)\b[^.|]{{0,20}}\b(?:ask|request|open|send|write|submit|contact|"
    rf"make)|"
    rf"\b(?:account|profile|address|one)\b[^.|]{{0,30}}\b{KEPT}\b[^.|]{{0,60}}\b(?:must|has to|"
    rf"have to|needs? to|should)\b[^.|]{{0,30}}\b(?:ask|request|open|send|write|submit|contact|"
    rf"make|initiate)|"
    rf"\b(?:the )?(?:wrong|other) (?:account|address|profile|side)\b[^.|]{{0,60}}\b(?:request|"
    rf"case|came|wrote|sent|open|submi)|"
    rf"\b(?:request|case|message|form)\b[^.|]{{0,60}}\b(?:wrong) (?:account|address|profile|"
    rf"side)\b|"
    rf"\b{KEPT}\b[^.|]{{0,60}}\b(?:create|open|submit|send|raise|file|make|write|"
    rf"contact)\b[^.|]{{0,40}}\bfrom (?:there|it|that)\b|"
    rf"\bonly the (?:owner|holder|user) of\b[^.|]{{0,40}}\b{KEPT}\b|"
    rf"\b{SENDING}\b[^.|]{{0,40}}\b(?:from|by|with|using|under)\b[^.|]{{0,40}}\b(?:account|"
    rf"profile|address|one)\b[^.|]{{0,30}}\b(?:closed|given up|give up|go away|disappear|"
    rf"removed|deleted|retired|bin|vanish)\b|"
    rf"(?:残す|残したい|統合先|保持する)[^。]{{0,30}}(?:サインイン|"
    rf"ログイン)[^。]{{0,12}}(?:状態|上|うえ|して|後)[^。]{{0,40}}(?:問い合わせ|フォーム|依頼|"
    rf"申請|送信)|"
    rf"(?:残す|残される|統合先|保持する|継続(?:して)?(?:ご)?利用|今後(?:も)?(?:ご)?(?:利用|"
    rf"使用)|メイン|主たる|移行先|引き続き)[^。]{{0,40}}(?:から|より)[^。]{{0,30}}(?:問い合わせ|"
    rf"問合せ|連絡|依頼|申請|リクエスト|ケース|送信|フォーム|申し込|手続)|"
    rf"(?:依頼|申請|申し?込み?|リクエスト)[^。]{{0,6}}(?:は|を)[^。]{{0,12}}(?:残す|残される|統合先|保持する|"
    rf"メイン|主たる|移行先|今後)[^。]{{0,40}}(?:から|より)[^。]{{0,6}}(?:お願い|お送り|いただ)"
)
ON_FILE = screened(
    r"\b(?:on file|registered|associated with|on record|we have|verify (?:that )?(?:you|owner)|"
    r"ownership|prove|consent)\b|"
    r"登録"
)

WHICH = re.compile(r"\bwhich (?:one|account|profile|of|would|do)\b")
MEANS_KEPT = re.compile(
    r"\b(?:wish|want|like|going|plan|prefer|intend|will|to be)\b[^.|]{0,25}\b(?:keep|kept|"
    r"retain|remain)"
)
TOOL = screened(
    r"\bmerge (?:my |your )?accounts?[\"']? (?:tool|feature|option|button|page|"
    r"function(?:ality)?|link|menu|wizard|tab|item|flow|utility|section|screen)|"
    r"\b(?:choose|select|click(?: on)?|press|use|using|open|hit|pick|called|labelled|labeled|"
    r"named|find|tap|run|entry|option|to|>|→)\s?(?:the )?[\"'*]?merge (?:my |"
    r"your )?accounts?\b|"
    r"\baccount[- ]merg(?:e|ing|er) (?:tool|feature|option|function|page)|"
    r"\b(?:tool|feature|option|function|button|page|menu)\b[^.|]{0,30}\bmerg(?:e|"
    r"ing)\b[^.|]{0,40}\byour(?:self|selves| own)\b|"
    r"\b(?:merg(?:e|ing)|combin(?:e|ing)|consolidat(?:e|ing)|join(?:ing)?|do (?:this|it|that|"
    r"so)|perform|complete|handle|handled|done|start)\b[^.|]{0,60}\b(?:yourself|on your own|"
    r"by yourself|your own (?:account|profile)|self[- ]serv\w+|without (?:our|my|any) (?:help|"
    r"assistance|involvement))\b|"
    r"\b(?:do|perform|complete|carry out|start|handle)\b[^.|]{0,20}\b(?:on their own|"
    r"themselves)\b|"
    r"\b(?:yourself|on your own|self[- ]serv(?:e|ice))\b[^.|]{0,60}\b(?:merg\w+|combin\w+|"
    r"consolidat\w+|tool|account|option|feature)|"
    r"merge accounts|"
    r"(?:ご自身|ご自分|お客様自身|お客様ご自身)で[^。]{0,30}(?:統合|マージ|手続|実行|操作|行)|"
    r"アカウントの?(?:統合|マージ)[」』\"]?の?(?:ツール|機能|メニュー|ボタン|画面|を選択|"
    r"をクリック)|"
    r"セルフサービス|統合ツール"
)
MENU_PATH = screened(r"(?:>|→|»|->|/)\s?[\"'*]?merge accounts?\b")
TOOL_INVITE = screened(
    r"\b(?:lets?|allows?|enables?) you\b|"
    r"\b(?:please|have you (?:tried|seen|used)|will do|does|for you|can now|you can|you may|"
    r"you are able|able to|sign in|log ?in|choose|select|click|use|go to|now possible|"
    r"available|possible|offer\w*|introduced|released|launched|provide[sd]?|your(?:self| own)|"
    r"no longer need|visit|open|there is|has been added|we have|head|navigate|try)\b|"
    r"ください|下さい|いただけ|可能|できます|でき|ご利用|お願い"
)
TOOL_FAILED = screened(
    r"\b(?:can not be used|does not work|did not work|not available|is unavailable|"
    r"error (?:you|in|from|that)|(?<!have )you (?:tried|used|saw|attempted)|"
    r"not (?:yet )?support\w*|not for|does not support|fails?)\b|"
    r"利用できません|ご利用いただけません|対応しておりません"
)


def asks_other_sender(found: list[Statement]) -> str | None:
    """Words by which the request has to come from the account that is to be kept."""
    for statement in found:
        match = SENT_FROM.search(statement.folded)
        if match is None or WHICH.search(match[0]):
            continue
        if MEANS_KEPT.search(match[0]) or not ON_FILE.search(statement.folded):
            return statement.text
    return None


def sends_to_tool(found: list[Statement]) -> str | None:
    """Words by which the person is to merge the accounts with AWS's own tool.

    The way to it ("My Profile > Merge Accounts") is an invitation by itself.
    """
    for statement in found:
        text = statement.folded
        if (
            TOOL.search(text)
            and (TOOL_INVITE.search(text) or MENU_PATH.search(text))
            and not TOOL_FAILED.search(statement.stated)
        ):
            return statement.text
    return None
