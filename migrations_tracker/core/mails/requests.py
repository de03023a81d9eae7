"""Sentences that want the person to tell or send something.

What support has asked for is known from Japanese reports: candidate IDs, the addresses of
login, training, certification and Skill Builder, and a reply from the address on file.
"""

import re

from migrations_tracker.core.mails.asked_words import NOUNS
from migrations_tracker.core.mails.phrases import one_of
from migrations_tracker.core.mails.reading import Asked
from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

POLITE_ASK = one_of(
    r"""
    (?:may|might|could|can) (?:i|we) (?:\w+ )?(?:trouble|ask|beg|request|invite|have|get|know)
    so (?:bold|kind|good) as to, (?:would|could) it be possible, (?:be )?obliged if, oblige us
    give (?:me|us) (?:your|the|an?), do us the (?:kindness|favou?r)
    at your earliest convenience, humbly, gratefully
    (?:am|are) (?:needing|requiring|asking|missing|waiting (?:for|on)|after|short of|lacking)
    """
)
SUBJECTLESS = screened(
    r"^(?:hi|hello|ok|thanks|thank you)?[ ,.-]*(?:i |we )?(?:still |just |also |only |"
    r"now )*\b(?:need|require|want|missing|lacking|waiting (?:for|on)|awaiting|to (?:go on|"
    r"continue|proceed))\b"
)
ASKS_AT_END = screened(
    r"\b(?:is|are|was|were|be) (?:when|what|which|who|where)(?: exactly| please)?\s?\?$|"
    r"^(?:for|to) (?:continue|continuing|proceed|go on)\b[^.|]{0,40}\b(?:need|missing|require)"
)
REQUEST = screened(
    rf"\b{POLITE_ASK}\b|"
    rf"\b(?:please|kindly|could you|can you|would you|will you|may i (?:have|ask|get|know)|(?:i|"
    rf"we) (?:will |would |do |still |just |also |only )*(?:need|require|lack|want|miss|ask|"
    rf"must|have to)\b|need to know|let (?:me|us) know|tell (?:me|us)|send (?:me|us|over|along|"
    rf"in|it|them|your|the|a)|provide|share|supply|(?:reply|respond|answer|write back|"
    rf"come back) with|(?:is|are) (?:still )?(?:missing|needed|required|necessary)|attach|"
    rf"needs? (?:from you|your)|what (?:is|are|was|were)|what is|which|who|grateful|appreciate|"
    rf"if you could|required|requires?|specify|clarify|looking for|kind enough|"
    rf"wants? (?:to (?:see|have|hear|know|get|receive)|an?|you to)|trouble you|like to (?:know|"
    rf"have|see|get|receive)|advise)\b|"
    rf"ください|下さい|お願い|いただけ|頂け|お知らせ|ご教示|ご提示|ご提供|お送り|必要|ご返信|伺|"
    rf"お聞かせ|教えて"
)
TO_NOTE = screened(
    r"\b(?:please|kindly)(?: also)? (?:note|be (?:aware|advised|informed)|remember|bear in mind)\b"
)
STARTS_WITH_ORDER = screened(
    r"^(?:hi|hello|ok)?[ ,]*(?:then |now |just |simply |and )?\b(?:confirm|verify|check|review|"
    r"validate|approve|provide|send|share|supply|tell|give|attach|reply|respond|write|state|"
    r"indicate|specify|advise)\b"
)
NEEDS_FIRST = screened(
    r"\b(?:until|unless|without) (?:you|we|i)\b[^.|]{0,20}\b(?:provide|send|share|have|receive|"
    r"get|know|tell)|"
    r"\b(?:missing|lacking)\b"
)

TROUBLE = screened(
    r"\b(?:if|should|in case|in the event)\b[^.|]{0,40}\b(?:question|concern|problem|issue|"
    r"error|missing|wrong|incorrect|not see|do not see|anything|something|further|more help|"
    r"need help|disagree|mistake|changed?|different|assistance|doubt|trouble|not right|"
    r"unexpected|looks? off|fail|believe|think)|"
    r"ご不明|何か|問題が(?:あ|ござ|発生)|ご質問|万が?一|不足|異なる場合|誤りが(?:あ|ござ)"
)
MORE = screened(
    r"\b(?:more|additional|further|following|some|missing|extra|few|other|these|certain|"
    r"necessary|required) (?:\w+ )?(?:information|details|detail|items?|things?|data|info)\b|"
    r"\bclarif(?:y|ication)\b|\bthe following\b|以下の(?:情報|内容|項目|点)|詳細|情報"
)
BARE_QUESTION = 6
OFFER = screened(
    r"\b(?:feel free|do not hesitate|welcome to|happy to|any (?:other |further |"
    r"more )?questions?)\b"
)


def asked_for(found: list[Statement]) -> tuple[tuple[Asked, ...], tuple[str, ...]]:
    """What is asked for, in the order of the mail, and the sentences that ask."""
    asked: dict[Asked, None] = {}
    words: list[str] = []
    for statement in found:
        if (
            not requests(statement)
            or TROUBLE.search(statement.folded)
            or OFFER.search(statement.folded)
        ):
            continue
        nouns = [noun for noun, pattern in NOUNS.items() if pattern.search(statement.folded)]
        said_later = not NOUNS[Asked.LAST_WORKING_DAY].search(statement.stated)
        if said_later and not statement.question:
            nouns = [noun for noun in nouns if noun is not Asked.LAST_WORKING_DAY]
        if nouns:
            asked.update(dict.fromkeys(_most_precise(nouns)))
            words.append(statement.text)
    return tuple(asked), tuple(words)


def requests(statement: Statement) -> bool:
    """Tell whether a sentence, or the one that leads into its list, asks for something."""
    stated = TO_NOTE.sub("", statement.stated)
    if NEEDS_FIRST.search(statement.folded):
        return True
    if lead := statement.lead:
        return bool(
            REQUEST.search(TO_NOTE.sub("", lead.folded))
            or STARTS_WITH_ORDER.search(lead.folded)
            or REQUEST.search(stated)
        )
    return bool(
        REQUEST.search(stated)
        or _bare_question(statement)
        or SUBJECTLESS.search(stated)
        or ASKS_AT_END.search(statement.folded)
        or STARTS_WITH_ORDER.search(stated.strip(" |"))
        or (statement.question and _asks_fact(statement.folded))
    )


def _bare_question(statement: Statement) -> bool:
    """ "Candidate IDs?", "Last day at work?": a question that leaves the verb out."""
    return statement.question and len(statement.folded.split()) <= BARE_QUESTION


def _asks_fact(folded: str) -> bool:
    return bool(
        re.match(
            r"(?:and |also,? |so )?(?:what|which|when|who|where|do you|have you|did you|"
            r"are you|is there|on which)\b",
            folded,
        )
    ) or bool(re.search("でしょうか|どちら|いつ|何", folded))


def asks_for_more(found: list[Statement]) -> str | None:
    """A request for "more information" that does not name it in words we know."""
    for statement in found:
        usable = requests(statement) and not TROUBLE.search(statement.folded)
        if usable and not OFFER.search(statement.folded) and MORE.search(statement.folded):
            return statement.text
    return None


def _most_precise(nouns: list[Asked]) -> list[Asked]:
    """One sentence about "the address of the other account" asks for that one address."""
    if Asked.REPLY_FROM_ADDRESS in nouns:
        nouns = [noun for noun in nouns if noun is not Asked.SOURCE_ADDRESS]
    if any(
        noun in nouns
        for noun in (Asked.SOURCE_ADDRESS, Asked.REPLY_FROM_ADDRESS, Asked.KEEP_ACCOUNT)
    ):
        return [noun for noun in nouns if noun is not Asked.ADDRESSES]
    return nouns
