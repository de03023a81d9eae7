"""Sentences about where a case stands: received, half done, closed for want of an answer."""

import re

from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

PART = (
    r"(?:certmetrics|certifications?|certificates?|cert|training|transcripts?|exams?|"
    r"exam histor(?:y|ies)|benefits?|vouchers?|badges?|skill builder|second|other|rest|"
    r"remaining|remainder|one of|third|partner central|history|part|half|piece|step|side|"
    r"portion|latter|former|profile|records?|another|them|accounts?|merge|credits?)"
)
STILL_OPEN = screened(
    rf"\b{PART}\b[^.|]{{0,80}}?\b(?:still|pending|in progress|outstanding|not yet|"
    rf"remains? (?:to|open|pending|outstanding)|under ?way|open|another team|other team|"
    rf"separate(?:ly)?|different team|being (?:handled|processed|worked|looked|merged|moved|"
    rf"transferred|done|reviewed)|forwarded|the other team|(?:is|are) not (?:mine|ours)|"
    rf"await\w*|sent (?:on )?to|handed (?:over )?to|passed (?:on )?to|escalated|queue\w*|"
    rf"to follow|follows?|will (?:be (?:merged|moved|transferred|combined|handled|done|"
    rf"processed|completed|joined|added)|follow|take|come|need)|are (?:next|left)|is (?:next|"
    rf"left)|could not be|can not be|not (?:been )?(?:merged|moved|transferred|combined|"
    rf"complete\w*|done|finished)|(?:is|are|was|were|has|have) not(?= ?(?:$|[:;,|.]))|have yet|"
    rf"has yet|did not (?:go|work|come|merge|transfer)|wait(?:s|ing)?|awaits?|requires?)\b|"
    rf"\b(?:still|waiting|pending|awaiting|remaining|outstanding|left to do|left is|missing is|"
    rf"next step|working on|(?:need|have|has|had) to (?:be )?(?:merge|move|transfer|complete|"
    rf"finish|do|hand|pass|escalate|forward)\w*|(?:sent|forwarded|escalated|passed|handed|"
    rf"routed|assigned|referred)|(?:could not|can not|unable to) (?:yet )?(?:merge|move|"
    rf"transfer|complete|combine|join|include|touch|do|bring|add|take|carry|pull)|"
    rf"not (?:yet )?(?:able to )?(?:merge|move|transfer|complete)\w*|except(?: for)?|apart from|"
    rf"other than|but not)\b[^.|]{{0,60}}?\b{PART}\b|"
    rf"\b(?:open|opened|raise|raised|file|filed|create|created|log|"
    rf"logged) (?:an? )?(?:\w+ )?(?:ticket|case|request) with\b|"
    rf"\b(?:(?:sent|forwarded|escalated|passed|handed|routed|assigned|referred|waiting|raised|"
    rf"request)\b[^.|]{{0,40}}\b(?:certification|specialist|other|another|back-?end|engineering|"
    rf"technical|internal|second|vendor|separate|sister|different) (?:\w+ )?(?:team|department|"
    rf"group|desk|queue|colleagues?|specialists?|operations))|"
    rf"(?:認定|資格|試験|特典|残り|もう一方|別の|一部|履歴|トレーニング|バッジ|"
    rf"もう1つ)[^。]{{0,50}}(?:対応中|処理中|作業中|未完了|まだ|引き続き|担当(?:部署|チーム|"
    rf"部門)|別の?(?:チーム|部署)|依頼(?:中|し|いたし)|これから|後日|完了しておりません|お待ち|"
    rf"完了していません|予定|できませんでし|残って|お時間)"
)
ONLY_PART = screened(
    r"\b(?:half|partly|partially|in part|so far|first (?:part|half|step|phase)|"
    r"one (?:of (?:two|the two)|half)|step (?:1|one)|part (?:1|one)|phase (?:1|one)|halfway|"
    r"only the|all but|most of|two of (?:the )?three|one of the (?:two|accounts))\b|"
    r"一部|部分的|片方|途中|先行して|のみ"
)
SHOWN_LATER = screened(
    r"\b(?:show\w*|appear\w*|display\w*|reflect\w*|sync\w*|updat\w+|visible|refresh\w*|"
    r"propagat\w+|see|catch up|settle|populate\w*|cache|credly|partner central|scorecard|"
    r"browser)\b|"
    r"反映|表示"
)
LOOK_YOURSELF = screened(
    r"\b(?:please|kindly|could you|can you|you (?:can|may|should|"
    r"might want to))\b[^.|]{0,20}\b(?:check|verify|make sure|log|sign|review|see|ensure)"
)
OTHER_TEAM = screened(
    r"\b(?:team|department|colleagues?|specialists?|desk|queue|group)\b|チーム|部署|部門|担当"
)

TO_BE_DONE = screened(
    r"\b(?:still|not yet|have yet|has yet|remains? (?:to|open|pending)|pending|in progress|"
    r"under ?way|open|outstanding|being (?:merged|processed|handled|moved|transferred))\b|"
    r"未完了|処理中|対応中|作業中"
)

RECEIVED = screened(
    r"^(?:hi |hey |ok |thanks |yes )*(?:\w+ )?got (?:it|this|that)\b|"
    r"\b(?:in|joined) (?:the |our |my )?queue\b|"
    r"\b(?:have|has) (?:take|taken|get|got|gotten|receive) (?:your|the) \w+|"
    r"\b(?:has|have) (?:\w+ )?(?:reached|arrived)\b|"
    r"\b(?:thank(?:s| you)(?: very much| so much)? for (?:contact|reach|writ|your (?:request|"
    r"inquiry|enquiry|message|email|mail|note|patience|reply|response|interest|confirmation|"
    r"question|quick|prompt|case|submission|form|time|feedback)|gett|submit|the (?:information|"
    r"details|confirmation|reply|update)|confirming|provid|send|you|bear|shar)|\b(?:have|has|"
    r"was|is|been|we|i|were)\s(?:\w+ )?(?:been )?(?:received|initiated|triggered|scheduled|"
    r"started|logged|registered|created|opened|assigned|queued|forwarded|passed|escalated|"
    r"routed|submitted|recorded|acknowledge\w*)|case (?:id|number) is|reference (?:number|id)|"
    r"(?:in|entered) (?:the|our) queue|got your (?:message|request|mail|email|note))\b|"
    r"受け付け|受付|お問い合わせいただき|お問い合わせ頂き|承りました|拝受|受領|"
    r"ご連絡(?:いただき|ありがとう)|ありがとうございます|お預かり|転送いたし|引き継"
)
WILL_ANSWER = screened(
    r"(?:^|[,;] )(?:please )?expect (?:an? |our )?(?:answer|reply|response|update)\b|"
    r"\b(?:agent|colleague|somebody|specialist|will|shall|aim to|try to|normally|usually|"
    r"going to|expect to|someone|am|are|is|(?:should|may|"
    r"can) expect)\b[^.|]{0,60}\b(?:get back|respond|response|reply|answer|be in touch|contact|"
    r"update|look into|look at|review\w*|follow up|write|hear|investigat\w+|reach out|attend|"
    r"process\w*|let you know|work on|working on|looking|checking|come back|keep you|assist|"
    r"keep posted|kick off|start\w*|begin|run|ping|shout|merge|waiting|retry|try again|"
    r"get to (?:it|this|you)|give (?:you )?(?:an )?answer|tackle|do (?:it|this|that)|"
    r"coordinat\w+|proceed|combine|perform|attention)\b|"
    r"\b(?:bear with (?:us|me)|looking into|investigating|under review|in progress|"
    r"being (?:processed|reviewed|looked|worked|handled)|your patience|working on it|"
    r"started (?:the|to|on)|begun|begin)\b|"
    r"ご連絡(?:いたし|致し|させて|差し上げ|申し上げ|します)|"
    r"回答(?:いたし|致し|させて|します|差し上げ|までに)|"
    r"返信(?:いたし|致し|させて|します)|お待ちください|お待ち下さい|確認(?:いたし|致し|して)|"
    r"お時間をいただ|調査|進めて(?:おり|まいり)"
)

OTHER_BUSINESS = screened(
    r"\b(?:orders?|payments?|application for|position|booking|subscription|parcel|shipment|"
    r"invoice|vacancy)\b"
)

UNANSWERED = screened(
    r"\b(?:have|has|did|do|had) not (?:yet |since |been )?(?:heard|received?|had|gotten|got|"
    r"respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|seen|get|hear)\b|"
    r"\bno (?:reply|response|answer|word|news|further (?:reply|response|message|questions?))\b|"
    r"\bnot (?:heard|received)\b|\bwithout (?:a |any |your )?(?:reply|response|answer)|"
    r"\bsilence\b|\black of (?:a )?(?:reply|response|activity)|\binactiv\w+\b|\bunanswered\b|"
    r"\bunresponsive\b|\bnever (?:heard|received|got)\b|"
    r"\bnot\b[^.|]{0,40}\b(?:hear(?:d|ing)?|coming|come|came|reply|"
    r"answer) (?:back )?from you\b|"
    r"\bfrom you\b[^.|]{0,20}\bnot (?:\w+ )?(?:coming|come|came|arriv\w+|answer\w*)|"
    r"(?:ご?返信|ご?回答|ご?連絡|お返事)[^。]{0,14}(?:いただけ(?:て)?(?:おり|い)?ま?せん|"
    r"ございません|ありません|なく|ない|確認でき|いただいて(?:おり|い)ません|なかった)"
)
CLOSES = screened(
    r"\bset\b[^.|]{0,20}\b(?:case|ticket|request|this|it)\b[^.|]{0,10}\b(?:resolved|closed|"
    r"solved)\b|"
    r"\b(?:clos(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|archiv(?:e|ed|ing)|mark(?:ed|"
    r"ing)?\b[^.|]{0,30}\b(?:resolved|solved|closed|complete))\b[^.|]{0,40}\b(?:case|ticket|"
    r"request|inquiry|enquiry|it|this|conversation|matter|thread|file)\b|"
    r"\bclos(?:e|es|ed|ing) (?:no\.? |number |#)?\d{8}|"
    r"\bshut(?:ting)? (?:down )?(?:this|the (?:case|ticket))\b|"
    r"\b(?:case|ticket|request|inquiry|enquiry|it|this|conversation|matter|"
    r"thread)\b[^.|]{0,50}\b(?:close[sd]?|closing|resolved?|archived?|solved|closure)\b|"
    r"(?:ケース|お問い合わせ|案件|本件|チケット|問い合わせ)[^。]{0,24}(?:クローズ|解決|終了|"
    r"完了|閉じ|締め)|"
    r"クローズ(?:いたし|させ|し|と)|解決済み"
)
THREAT_OR_ACCOUNT = screened(
    r"\b(?:unless|if|without|not)\b|\b(?:account|profile|mailbox)\b[^.|]{0,40}\bclos"
)


def part_still_open(found: list[Statement]) -> str | None:
    """Words by which something of the merge is still to be done; not what merely shows late."""
    for statement in found:
        text = statement.folded
        if (
            statement.question
            or LOOK_YOURSELF.search(text)
            or not STILL_OPEN.search(statement.stated)
        ):
            continue
        if SHOWN_LATER.search(text) and not (OTHER_TEAM.search(text) or TO_BE_DONE.search(text)):
            continue
        if _lead_in_to_news(text):
            continue
        return statement.text
    return None


def _lead_in_to_news(text: str) -> bool:
    """Phrases such as "if you still have questions" hold the words and mean something else."""
    return bool(
        re.search(
            r"\b(?:had not|questions?|concerns?|contact us|feel free|do not hesitate|"
            r"can not be (?:undone|reversed)|(?:not|nothing) (?:need|have|else|"
            r"more) (?:you (?:need|have) )?to|no longer|will not be able|can not (?:sign|log|"
            r"access|use))\b",
            text,
        )
    )


def done_in_part(found: list[Statement]) -> str | None:
    """Words by which only a part was done: "half of the work", "as a first step"."""
    return next(
        (each.text for each in found if not each.question and ONLY_PART.search(each.folded)), None
    )


def was_received(found: list[Statement]) -> str | None:
    """Words by which a mail only tells that the request arrived or is being looked at."""
    ours = [each for each in found if not OTHER_BUSINESS.search(each.folded)]
    answers = next((each.text for each in ours if WILL_ANSWER.search(each.folded)), None)
    return answers or next((each.text for each in ours if RECEIVED.search(each.folded)), None)


def closes_case(found: list[Statement]) -> str | None:
    """Words by which the case ends; as a threat ("unless you answer") it has not yet ended."""
    for statement in found:
        match = CLOSES.search(statement.stated)
        if match and not THREAT_OR_ACCOUNT.search(statement.folded):
            return statement.text
    unanswered = went_unanswered(found)
    closing = next((each.text for each in found if CLOSES.search(each.folded)), None)
    return closing if unanswered else None


def went_unanswered(found: list[Statement]) -> str | None:
    """Words by which AWS waited for an answer in vain."""
    return next((each.text for each in found if UNANSWERED.search(each.folded)), None)
