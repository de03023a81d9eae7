"""Does a sentence say that accounts *were* merged? English and Japanese.

Known wording is one sentence of 2022, "I have successfully merged all accounts"; writers
differ, so what decides is the build of the sentence: a word for merging in a completed
form, in a part that states (not "once merged"), without a negation, a "will" or a
question around it.
"""

import re

from migrations_tracker.core.mails.completion_ja import said_done_in_japanese
from migrations_tracker.core.mails.screening import Screened, screened
from migrations_tracker.core.mails.statements import Statement

STRONG = r"(?:merged|combined|consolidated|unified|amalgamated|integrated|fused|reunited|united)"
WEAK = (
    r"(?:joined|linked|transferred|migrated|moved|brought|carried|put|rolled|folded|copied|"
    r"pulled|imported|absorbed|relocated|reassigned|switched)"
)
MERGING = (
    r"(?:merge|merger|merging|consolidation|consolidating|unification|combination|combining|"
    r"amalgamation|integration|transfer|migration|move|account consolidation)"
)
RECORDS = screened(
    r"\b(?:accounts?|profiles?|logins?|records?|histor(?:y|ies)|certifications|"
    r"your certification|certificates|transcripts?|exams|benefits|data|everything|them|both|"
    r"badges|vouchers|achievements)\b"
)
PARTICIPLE = screened(rf"\b(?:{STRONG}|{WEAK})\b")
IS_STRONG = re.compile(STRONG)
CLAUSE_START = re.compile(
    r"[,;:|(]|"
    r"\b(?:and|but|so|that|as requested|because|since|which|who|as|confirm|know|say|report)\b"
)
NEGATION = screened(
    r"\b(?:not|never|no|none|neither|nor|unable|failed?|without|yet to|nothing|impossible|"
    r"refused?|declined|instead of|rather than|half|partly|partially)\b"
)
NOT_YET = screened(
    r"\b(?:will|would|shall|can|could|may|might|should|must|to be|to get|to have|being|"
    r"need(?:s|ed)?|want(?:s|ed)?|wish(?:es)?|going to|about to|ready to|before|scheduled|"
    r"planned|supposed|due|get|getting|wait(?:ing)?)\b"
)
PAST = re.compile(
    r"\b(?:have|has|had|were|was|been|got|i|we|team|colleagues?|department|specialists?|just|"
    r"already|successfully|finally)\b"
)
PRESENT = re.compile(r"\b(?:is|are|now|stands?)\b")
HABIT = screened(
    r"\b(?:only|usually|normally|typically|generally|in general|always|as a rule|often|each|"
    r"every|policy|automatically|ordinarily)\b"
)
SAME_IN_THE_PRESENT = ("put", "united")
PERFECT = re.compile(r"\b(?:have|has|had|was|were|been|is|are|just|already|successfully)\b")
BY_THEN = re.compile(r"\b(?:have|has|had|was|were|been|i|we)\b")
LATER = re.compile(
    r"(?: (?!and\b|so\b|but\b|you\b)\w{1,20}){0,3} (?:next (?:week|month|\w+day)|tomorrow|soon|"
    r"shortly|later)\b"
)

ADJECTIVE = re.compile(r"\b(?:the|an?|your|this|that|newly|of|one|single|any|already)\s*$")
TO_A_TEAM = screened(
    r"\bto (?:the|our|an?|another|my)\b[^,]{0,40}\b(?:team|department|colleagues?|specialists?|"
    r"group|queue|desk)\b"
)
YOU = re.compile(r"\byou(?: have| had)?(?: just| recently| already)?\s*$")
LOOKED_UP = re.compile(r"(?:pulled|brought)(?: \w+){0,4} up\b(?! (?:in)?to)")
AFTER_NOTHING = re.compile(r"\s*(?:nothing|none|neither|no\b)")
TOGETHER = re.compile(
    r"\s*(?:together|to each other|to one another|with each other|up\b|with one another)|"
    r"\b(?:i|we) (?:have )?linked"
)
FINISHED = (
    r"(?:completed?|brought to (?:an end|(?:a |its )?(?:\w+ )?(?:conclusion|end|completion|"
    r"close))|done|finished|finali[sz]ed|concluded|executed|performed|carried out|processed|"
    r"fulfilled|implemented|actioned|sorted|settled|taken care of|wrapped up|successful(?:ly)?|"
    r"through|accomplished|effective|behind us)"
)
NOUN_FINISHED = screened(
    rf"\b(?:{MERGING}|request|process|procedure|activity|work|job|task|operation|everything|all|"
    rf"both|it|that|this)\b[^.|,]{{0,60}}?\b(?:is|was|are|were|has|have|been|went|got|"
    rf"ran)\b[^.|,]{{0,30}}?\b{FINISHED}\b"
)
ACTIVE_FINISHED = screened(
    rf"\b(?:have|has|had|i|we|team)\b[^.|,]{{0,40}}?\b(?:(?<=have )(?:make|do)|did|completed|"
    rf"finished|finali[sz]ed|concluded|performed|processed|carried out|executed|done|wrapped up|"
    rf"fulfilled|made|actioned)\b([^.|,]{{0,40}}?)\b(?:{MERGING}|request|process|changes?)\b"
)
WENT_WELL = screened(
    rf"\b{MERGING}\b[^.|,]{{0,40}}?\b(?:completed|succeeded|finished|went (?:through|fine|well|"
    rf"smoothly|ok)|worked|took place|came through)\b"
)
OTHER_WORK = re.compile(
    r"\b(?:review|investigation|check|verification|evaluation|assessment|exam|payment|received|"
    r"form|course|part|half|step|note)\b"
)
ONE_ACCOUNT = screened(
    r"\b(?:have|has|are|is|now)\b[^.|,]{0,20}\b(?:found (?:their|its) way|made it|arrived|"
    r"landed)\b[^.|,]{0,12}\byour (?:personal|new|other|main|primary|private) (?:account|"
    r"profile)\b|"
    r"\b(?:both|all|everything|records|histories)\b[^.|,]{0,20}\b(?:is|"
    r"are)\b[^.|,]{0,8}\b(?:in|under|at) (?:one|a single|the same) (?:place|account|profile|"
    r"home|roof)\b|"
    r"\b(?:everything|all|records|certifications|history|exams|benefits|contents?|data|"
    r"badges)\b[^.|,]{0,12}\b(?:sits?|lives?|resides?|is|are|belongs?)\b(?: now| all)? (?:in|"
    r"under|with|on|inside|to) (?:the |your )(?:personal|new|other|remaining|main|primary|"
    r"private|kept|surviving|destination|same) (?:one|account|profile|login)\b|"
    r"\b(?:account|profile|#\d|\w+ one)\b[^.|,]{0,12}\bis (?:now |already )(?:a )?(?:part of|"
    r"inside|in|under|within)\b[^.|,]{0,20}\b(?:account|profile)\b|"
    r"\ball\b[^.|]{0,50}\b(?:are|is)\b[^.|]{0,20}\b(?:in|under|with|on) your (?:personal|new|"
    r"remaining|main|private|primary) (?:account|profile|login)|"
    r"\b(?:down to|left with|now form|have become|are now|became) (?:just |only )?(?:one|"
    r"a single)\b|"
    r"\b(?:you|there)\b[^.|,]{0,20}\bnow\b[^.|,]{0,20}\b(?:one|"
    r"a single)\b[^.|,]{0,25}\b(?:account|profile|login|home|place)\b|"
    r"\b(?:now|all) (?:live|lives|sit|sits|reside|appear|appears|show|shows|stored|held|kept|"
    r"visible|listed|available|found|is|are)?\s?(?:up |together )?(?:in|under|within|on|"
    r"at) (?:the |your |a |one |single |same |just |personal |remaining |main |primary |new |"
    r"surviving ){1,4}(?:account|profile|login)"
)  # fmt: skip
NOW_UNDER = screened(
    r"\b(?:everything|all|records|certifications?|history|benefits|"
    r"badges)\b[^.|,]{0,20}\b(?:is|are|sits?|lives?|found)\b[^.|,]{0,20}\b(?:under|in|at|"
    r"within|with)\b[^.|]{0,20}\S@\S|"
    r"\bnow\b[^.|]{0,40}\b(?:under|in|at|within|with)\b[^.|]{0,30}\S@\S|"
    r"\bcan now\b[^.|]{0,12}\b(?:see|find|view|access|use|log ?in|sign ?in|be (?:seen|found|"
    r"viewed))\b|"
    r"\bnow (?:appear|show|reflect|include|contain|display|hold)s?\b"
)
ORDER = screened(
    r"^(?:just |simply |please |then |now )?(?:say|reply|answer|confirm|send|tell|give|respond|"
    r"type|enter|click|choose|select|log in|sign in|look|go|open)\b"
)
MANAGED = screened(
    r"\b(?:(?:been|was|were) able to|managed to|succeeded in|"
    r"(?<!be )finished(?: to)?)\b[^.|]{0,20}\b(?:merg|combin|"
    r"consolidat|unif|join|bring|get|put|mov|transfer|migrat|"
    r"integrat)\w*[^.|]{0,60}\b(?:accounts?|profiles?|records?|logins?|histor\w+|"
    r"certifications?|them|both|everything)\b|"
    r"\bnow (?:they|it|both|all) (?:have|has) been\b"
)
TELEGRAM = screened(
    r"^(?:(?:training|skill builder|certification|first|aws) )*(?:side|part|half|bit|accounts?|"
    r"profiles?|records?)\s?(?::|-|=|is|are)\s?(?:now |all )?\b(?:merged|done|finished|"
    r"completed?|through|in)(?=\s?(?:$|[.,;!]))|"
    r"\b(?:accounts?|profiles?|records?|logins?|everything|both|all):?(?: successfully|"
    r" now)? (?:merged|combined|consolidated|unified|integrated)\b(?! (?:account|profile|"
    r"record|into #))|"
    r"\b(?:merge|merger|consolidation|merging)(?: status| of (?:the )?accounts)?\s?(?::|-|"
    r"=)? ?(?:successful\w*|done|completed?|finished|executed|performed|carried out|ok)\b"
)
NOT_DONE_NOTE = screened(
    r"\b(?:not|no|never|pending|to be|will|want|wants|would|like|please|need|can|could|before|"
    r"have|get|should|if|once|when|which|after|failed|request\w*|how|having)\b|"
    r"\?"
)
GREETING = screened(
    r"^(?:(?:hi|hey|hiya|hello|dear|thanks|thank you|ok|okay|great|good news|yes|so|"
    r"well)[ ,!]+)?(?!all\b|it\b|just\b|now\b|everything\b|merged?\b|"
    r"done\b)(?:[a-z]+-?(?:san)?[ ,!-]+)?(?=(?:all |just |now |already )*\b(?:done|finished|"
    r"merged|complete)\b)"
)
ALL_DONE = screened(
    r"^(?:just|already|now) (?:finished|done|completed|merged)\s?[.!]|"
    r"^(?:ok(?:ay)?|great|good news|great news|hooray|and|yes|hi|hello)?[\s,!:-]*(?:all|it is|"
    r"that is|we are|this is|consider it|everything)?\s?(?:is )?(?:all |now )?\b(?:done|finished|"
    r"sorted|completed?|merged|combined|consolidated)(?:$|\s?[.!]|\s(?:and|on|for|now|as|at|"
    r"from)\b)|"
    r"\byou are (?:now )?(?:all set|good to go)\b|^all set\b|"
    r"\b(?:success|merged successfully|successfully merged|complete)!$"
)


def said_done(statement: Statement) -> str | None:
    """The words by which ``statement`` says that the merge is done; None where it does not."""
    if statement.question or statement.foreseen or ORDER.search(statement.folded):
        return None
    return _english(statement) or said_done_in_japanese(statement)


def _english(statement: Statement) -> str | None:
    text = statement.stated
    return (
        _participle(statement, text)
        or _finished(text)
        or _telegram(text)
        or _match(MANAGED, text)
        or _match(ONE_ACCOUNT, text)
        or _match(ALL_DONE, text)
        or _match(ALL_DONE, GREETING.sub("", text))
    )


def said_visible(statement: Statement) -> str | None:
    """Words that show where the records are now: a claim of being done, though a weaker one."""
    return None if statement.question else _match(NOW_UNDER, statement.stated)


def _match(pattern: Screened, text: str) -> str | None:
    match = pattern.search(text)
    if match is None or NEGATION.search(match[0]) or NEGATION.search(text[: match.start()][-25:]):
        return None
    return match[0].strip(" |,")


def _participle(statement: Statement, text: str) -> str | None:
    for match in PARTICIPLE.finditer(text):
        before = _clause_before(text, match.start())
        if not _completed(before, statement.folded) or ADJECTIVE.search(before):
            continue
        if AFTER_NOTHING.match(text, match.end()):
            continue
        if not BY_THEN.search(before) and LATER.match(text, match.end()):
            continue
        if IS_STRONG.fullmatch(match[0]) or _weak_counts(match, before, text):
            return (before[-60:] + match[0]).strip(" |,")
    return None


def _clause_before(text: str, end: int) -> str:
    """What stands before a word in its clause; with the clause before where that is bare."""
    window = text[max(0, end - 120) : end]
    starts = [match.end() for match in CLAUSE_START.finditer(window)]
    for start in reversed(starts):
        if len(window[start:].split()) >= 2 and (
            PAST.search(window[start:]) or PRESENT.search(window[start:])
        ):
            return window[start:]
    return window


def _completed(before: str, text: str) -> bool:
    if NEGATION.search(before) or NOT_YET.search(before):
        return False
    if PAST.search(before):
        return True
    return bool(PRESENT.search(before)) and not HABIT.search(text)


def _weak_counts(match: re.Match[str], before: str, text: str) -> bool:
    """ "Moved" and the like say many things; only accounts and records moved by AWS count."""
    if match[0] in SAME_IN_THE_PRESENT and not PERFECT.search(before):
        return False
    if match[0] == "linked" and not TOGETHER.search(
        text, match.start() - 20 if match.start() > 20 else 0
    ):
        return False
    if LOOKED_UP.match(text, match.start()):
        return False
    return bool(RECORDS.search(text)) and not TO_A_TEAM.search(text) and not YOU.search(before)


def _telegram(text: str) -> str | None:
    """ "Accounts merged on Tuesday", "Merge: done": notes that leave the small words out."""
    match = TELEGRAM.search(text) if len(text) < 90 else None
    return match[0] if match and not NOT_DONE_NOTE.search(text) else None


def _finished(text: str) -> str | None:
    for pattern in (NOUN_FINISHED, ACTIVE_FINISHED, WENT_WELL):
        match = pattern.search(text)
        if match is None:
            continue
        before = re.split(r"[,:;|(]", text[: match.start()])[-1][-40:]
        words = before + match[0]
        if not (NEGATION.search(words) or NOT_YET.search(words) or OTHER_WORK.search(match[0])):
            return match[0]
    return None
