"""Does a sentence want the person to agree: to the accounts as listed, or to the merge?

Known from one case of 2022 and a report of 2025: AWS lists both accounts and waits for a
confirmation before it merges.
"""

from migrations_tracker.core.mails.requests import OFFER, POLITE_ASK, STARTS_WITH_ORDER, TROUBLE
from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

AGREE = screened(
    r"\b(?:yours|confirm\w*|verif(?:y|ied|ication)|check|double[- ]check|review|validat\w+|"
    r"approv\w+|authori[sz]\w+|agree\w*|look (?:over|at|through)|have a look|take a look|"
    r"acknowledg\w+|consent|permission|go[- ]?ahead|green light|sign[- ]off|thumbs up|correct|"
    r"accurate|right|in order|happy|proceed|continue|yes|okay|ok|read (?:through|over)|"
    r"make sure|ensure|good|match(?:es)?|as intended|intended|what you (?:want|wanted|"
    r"had in mind|asked|meant)|fine|alright|nod|blessing|carry on|sound right|look (?:right|"
    r"good|ok|okay|fine|correct))\b"
)
HANDS_OVER = screened(
    r"\b(?:share|provide|send|supply|attach|tell (?:me|us)|submit|fill|furnish)\b|\bwhich\b"
)
CONFIRMS = screened(
    r"\b(?:confirm\w*|verify|approv\w+|agree\w*|consent|correct|permission|go[- ]?ahead|"
    r"green light)\b"
)
AWS_CONFIRMS = screened(
    r"\b(?:i|we) (?:can |hereby |can hereby |am able to |are able to )?confirm\b"
)
BARE_ORDER = screened(
    r"^(?:so |then )?(?:please|kindly|could you|can you)? ?(?:to )?(?:confirm|approve|agree|"
    r"verify|acknowledge)\W*$"
)
SHORT_QUESTION = screened(
    r"^(?:so |and |all )?(?:good|ok|okay|yes|correct|right|fine|agreed|deal|cool|happy|alright|"
    r"sounds? (?:good|right|ok|okay|fine)|looks? (?:good|right|ok|okay|fine)|y ?/ ?n|yes or no|"
    r"yes ?/ ?no|go|proceed|confirm|confirmed|(?:shall|may|should|do|can) (?:i|we)(?: start|"
    r" begin)?|works for you)(?: (?:by|with|for|to) (?:you|go|go ahead|proceed|me))?(?: so|"
    r" now| then)?\W*\?$"
)
PERMISSION = screened(
    r"\b(?:may|shall|should|can|could|might) (?:i|we) (?:now |then |so |go ahead and |"
    r"please )?(?:merge|combine|consolidate|join|move|transfer|start|begin)\b"
)
AGREE_QUESTION = screened(
    r"\b(?:right|correct|yes|ok|okay|agreed|true|is it|is that so|not it|are they) ?\?$|"
    r"(?:^|, )(?:\W|so |and |now )?(?:is|are|do|does|may|can|shall|should|would|will|have|has|"
    r"could|am|did|ok|okay|all|sound|look|everything|right|correct|ready)\b"
)
ASKS = screened(
    rf"\b{POLITE_ASK}\b|"
    rf"\b(?:please|kindly|could you|can you|would you|will you|(?:i|we) (?:will |would |do |"
    rf"still |just |only )*(?:need|require|ask|must|await|want)|await(?:ing)?|waiting (?:for|"
    rf"on)|let (?:me|us) know|tell (?:me|us)|reply|respond|answer|write back|say|before (?:i|"
    rf"we)|prior to|simply|looking forward|required|grateful|appreciate|a (?:short|quick|simple|"
    rf"brief) (?:reply|yes|note|word)|pending your|want to (?:be sure|make sure|check|double)|"
    rf"like to (?:hear|know|be sure|make sure|check|double|confirm|verify)|need to|"
    rf"(?:subject to|with|after|upon|for|get|await|on|want|without|need) your)\b"
)

JAPANESE_AGREE = screened(
    r"(?:ご確認|確認|ご査収|お確かめ|ご承認|ご同意|同意|承認|ご了承|ご承諾|ご許可)(?:の(?:うえ|"
    r"上|ほど|程|ご?返信|お返事))?[^。]{0,12}(?:ください|下さい|お願い|(?:いただ|"
    r"頂)(?!き?(?:まして)?、?(?:誠に)?(?:ありがと|有難|感謝))|をお待ち|願)|"
    r"間違い(?:が|は)?(?:ない|ございません|ありません|なけれ|なき|無)|"
    r"お間違い|相違(?:が|は)?(?:ない|ございません|ありません|なけれ|無)|"
    r"よろしい(?:でしょう|ですか)|よろしければ|宜しい(?:でしょう|ですか)|宜しければ|"
    r"(?:問題|支障|差し支え)(?:が|は|も)?(?:な|無|ござい)|"
    r"(?:で|が)よければ|(?:OK|ok)でしたら|進めて(?:も)?(?:よ|良|構|問題)|"
    r"統合して(?:も)?(?:よ|良|宜|構|問題)"
)
SUBJECT_MATTER = screened(
    r"\b(?:accounts?|profiles?|address(?:es)?|emails?|details?|information|info|below|"
    r"following|above|merge|merging|table|direction|everything|this|these|they|it|that|"
    r"list(?:ed)?|data|summary|setup|plan|understand\w*|way)\b|"
    r"アカウント|以下|下記|上記|内容|統合|情報|マージ"
)
LOOK_AFTER = screened(
    r"\b(?:spam|inbox|status of (?:this|your) case|credly|sign in|log ?in|exam history|"
    r"everything arrived|all (?:is|are) there|new account|can see|visible|appear\w*|show\w*|"
    r"arriv\w+|missing|(?:your|the) (?:records|badges|benefits|certificates))\b|"
    r"ログインし"
)
SEEN_ON_SCREEN = screened(r"(?:管理画面|設定画面|マイページ|コンソール)(?:にて|で|から|より)")


def asks_agreement(found: list[Statement], *, listed: bool) -> str | None:
    """A sentence that wants the accounts, or the merge, to be confirmed; None without one.

    Below a list of accounts (``listed``) a bare "Please verify" speaks of them.
    """
    for statement in found:
        if _english_agreement(statement, listed=listed) or _japanese_agreement(statement):
            return statement.text
    return None


def _japanese_agreement(statement: Statement) -> bool:
    return bool(JAPANESE_AGREE.search(statement.folded)) and not SEEN_ON_SCREEN.search(
        statement.folded
    )


def _english_agreement(statement: Statement, *, listed: bool) -> bool:
    text = statement.folded
    if SHORT_QUESTION.match(text) or (statement.question and PERMISSION.search(text)):
        return True
    if not AGREE.search(text) or (TROUBLE.search(text) and not AGREE.search(statement.stated)):
        return False
    if AWS_CONFIRMS.search(text) and not statement.question:
        return False
    if HANDS_OVER.search(text) and not CONFIRMS.search(text):
        return False
    if LOOK_AFTER.search(text) and not SUBJECT_MATTER.search(text):
        return False
    if statement.question:
        return bool(AGREE_QUESTION.search(text) or ASKS.search(text))
    asks = ASKS.search(text) or STARTS_WITH_ORDER.search(text)
    plain = listed or BARE_ORDER.match(text) or SUBJECT_MATTER.search(text)
    return bool(asks and plain) and not OFFER.search(text)
