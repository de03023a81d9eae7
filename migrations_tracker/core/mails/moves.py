"""The two ends of a move that a sentence tells of: the account given up, and the one kept."""

import re

from migrations_tracker.core.mails.keep_words import (
    BACK_ARROW,
    FROM_INTO,
    FROM_TO,
    INTO_ALONE,
    INTO_FROM,
    J_FROM_TO,
    J_INTO_FIRST,
    J_MOVE,
    J_TOPIC_MOVE,
    MOVES,
    NOT_BUT,
    PART_OF,
    TAKES_IN,
    TO_FROM,
    WAS_AND_IS,
)
from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.words_behind import after

MAILED = screened(r"\b(?:sent|send|wrote|write|mailed|forwarded|replied|message|mails?)\b")
RENAMED = screened(r"\b(?:chang|updat|redirect|forward|renam)\w*\b[^‹.]{0,20}\bfrom ‹")
LIES_THERE = re.compile(
    r"\b(?:is|are|was|were|there|what|currently|still) (?:in|under|at|on)\b|に(?:あり|ござい)"
)
MOVED = re.compile(MOVES)
MOVED_IN_JAPANESE = re.compile(r"→|統合|移|マージ|引|集約|まとめ|寄せ|吸収|一本化")
WITHOUT_A_VERB = (INTO_ALONE, PART_OF, WAS_AND_IS)

VERB = (
    r"(?:merg|mov|combin|transfer|consolidat|migrat|bring|brought|fold|cop|join|link|integrat|put|"
    r"absorb|unif)\w*"
)
DENIED = screened(
    rf"\b(?:not|never|unable to|refus\w+ to|declin\w+ to)\b(?: \w+){{0,3}}? {VERB}|"
    r"\bnot (?:the case|true|correct|so) that\b|"
    r"\b(?:request|application|attempt|wish|proposal|instruction|merger?|merging|transfer|"
    r"consolidation)\b.{0,200}?(?:\b(?:rejected|declined|denied|refused|withdrawn|(?<!0 )failed|"
    r"impossible|against)\b|\b(?:was|were|has been|have been|had been|got) (?:undone|rever[ts]ed|"
    r"reversed|rolled back|cancell?ed|aborted|stopped)\b|\b(?:could|can) not be (?:completed|"
    r"carried|"
    r"performed|done|made|executed|finished|processed))|"
    r"\b(?:revert|undo|undid|cancel|abort|stop|revers)\w* (?:the|your|this) (?:merger?|transfer|"
    r"consolidation|request)\b|\b(?:impossible|no way|not possible) to\b|"
    rf"\b(?:could|would|should|might) have been {VERB}|"
    r"(?:統合|移行|移動|移管|マージ|集約)[^。、]{0,12}"
    r"(?:できませ|できかね|いたしかね|おりませ|いませ|いたしませ|しませ|不可|見送|失敗|お断り|中止|"
    r"取り消(?:され|しま|しと))"
)
FOR_NOW = screened(
    r"\b(?:until|till|unless|while|whilst|before|yet|as long as|so long as|at (?:the|this) moment|"
    r"at present|currently|for now|right now|so far|today|partner|apn|employe\w+|employment|"
    r"not only)\b|まだ|現時点|現在|退職|離職|在籍|パートナー"
)
LONG_AGO = screened(
    r"\b(?:last (?:year|month|spring|summer|autumn|winter)|(?:years?|months?) ago|back in|"
    r"in (?:19|20)\d\d|by mistake|in error|accidentally|erroneously)\b|昨年|去年|過去に"
)
WAS_MOVED = screened(
    rf"\b(?:was|were|had been|had) (?:\w+ )?{VERB}|統合(?:され|し)(?:た|てい|まし)"
)


def ends(text: str) -> tuple[int | None, int | None]:
    """Places of the account given up and of the one kept."""
    backwards = (
        INTO_FROM.search(text) or TO_FROM.search(text) or TAKES_IN.search(text)
    ) or J_INTO_FIRST.search(text)
    forwards = (
        J_MOVE.search(text)
        or J_FROM_TO.search(text)
        or J_TOPIC_MOVE.search(text)
        or FROM_INTO.search(text)
    )
    if match := BACK_ARROW.search(text):
        return int(match[2]), int(match[1])
    if (match := NOT_BUT.search(text)) and (first := after(match[2])) is not None:
        return (int(match[1]), int(match[3])) if first else (int(match[3]), int(match[1]))
    if (match := FROM_TO.search(text)) and not (MAILED.search(text) or RENAMED.search(text)):
        return int(match[1]), int(match[2])
    if backwards and (
        MOVED.search(text) or MOVED_IN_JAPANESE.search(text) or TAKES_IN.search(text)
    ):
        kept, given = (int(group) for group in backwards.groups() if group)
        return given, kept
    if forwards and (MOVED.search(text) or MOVED_IN_JAPANESE.search(text)):
        return int(forwards[1]), int(forwards[2])
    match = next(filter(None, (pattern.search(text) for pattern in WITHOUT_A_VERB)), None)
    return (int(match[1]), int(match[2])) if match else (None, None)


def denied(text: str) -> bool:
    """Whether a move is said not to happen, or to have happened long ago.

    "It can't be merged until you have left" says for all that which way it will go.
    """
    if LONG_AGO.search(text) and WAS_MOVED.search(text):
        return True
    return bool(DENIED.search(text)) and not FOR_NOW.search(text)
