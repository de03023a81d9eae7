"""The words that say of an account that it is kept or given up, around its place in a sentence.

An account's name is put in the sentence as ‹0›, ‹1› ... before these patterns look at it.
"""

import re

from migrations_tracker.core.mails.phrases import one_of
from migrations_tracker.core.mails.screening import screened

NEGATED = r"(?:no longer|not|never|unable to|cease to|stop|without)"
KEPT = one_of(
    r"""
    keep, kept, keeping, keeper, retain*, remain*, stay*, preserv*, surviv*, continue[sd]?
    primary, main, principal, master, destination, target, receiv*, absorbs?, gain*, inherit*
    winner, (?:will|would) (?:still |then )?work
    (?:now |then )holds?
    active, alive, live on, lives on, lives?, living, go on, going forward, sticks? around
    henceforth, carry on, carries on, hold on to, only (?:account|login|profile), new home
    end up, in the end, the result, the outcome, (?:only )?one left
    what (?:you|we|is), (?:will|to|would) (?:then )?(?:hold|have|contain|include|take|own)
    (?:will|to|would) (?:then )?be used
    """
)
GIVEN_UP = one_of(
    r"""
    clos(?:e[ds]?|ing|ure), shut, delet*, remov*, deactivat*, disabl*, terminat*, cancel*
    retir*, discard*, discontinu*, decommission*, archiv*, drop(?:s|ped|ping)?, dump*, scrap*
    dissolv*, sunset, phased, switched off, wiped, erased, kill(?:s|ed|ing)?, binned
    giv(?:e|en|ing) up, leav(?:e|ing) behind, left behind, goodbye, ceas*, die[sd]?, dead
    dying, vanish*, disappear*, expires?
    go(?:es)? away, goes(?! (?:in|on|to|into|onto|under|through|over|with)\b), gone
    lose, lost, loser, no longer, obsolete, redundant, duplicate, inactive, old, secondary
    source, absorbed, emptied, (?<!mail is )(?<!address is )empty, unusable, unavailable
    inaccessible, locked, blocked
    goners?, extinguish*, fold(?:ed|ing|s)? in(?!to), bye, rest in peace
    released, stops? (?:working|existing), moves? out, transferring from, merge from
    merged (?:in\b|away|&|and), merges? into \d, gets? merged, is merged
    (?:to|will) be merged(?! with)
    (?:not|never) (?:be )?(?:accessible|usable|available|able|exist|work|valid|log|sign)
    (?:not|never) (?:be )?(?:active|kept|remain)
    """
)
MOVES = one_of(
    r"""
    merg*, combin*, consolidat*, unif*, integrat*, join*, fold*, roll*, absorb*, transfer*
    mov(?:e[ds]?|ing), migrat*, bring*, brought, carr(?:y|ied), cop(?:y|ied), put, pull*
    push*, shift*, port*, link*, flow*, hop*, tak(?:e|en|es|ing), go(?:es)?, records?, data
    everything, histor(?:y|ies), certifications, liv(?:e[sd]?|ing) inside, sits? inside
    """
)
INTO = (
    r"(?:in ?to|to|onto|under|inside(?: of)?|→|becomes? (?:the )?(?:property|part) of|"
    r"(?:merg|absorb|fold|consolidat|incorporat|amalgamat|subsum|combin)\w*ed in(?=\s)|"
    r"(?:plac|put|pour|drop|load)\w* (?:it|them|that|all|everything|the lot)(?: all)? (?:in|on))"
)
T = r"‹(\d+)›"
FROM_INTO = screened(rf"{T}[^‹.]{{0,90}}?(?:\b|(?<=\s)){INTO}\s?[^‹.]{{0,40}}{T}")
INTO_FROM = screened(
    rf"\b(?:in ?to|to|onto|under|inside)\b[^‹.]{{0,25}}{T}[^‹.]{{0,40}}\bfrom\b[^‹.]{{0,40}}{T}"
)

BACK_ARROW = screened(rf"{T}[^‹.]{{0,40}}←[^‹.]{{0,40}}{T}")
INTO_ONE = screened(
    rf"\b{MOVES}\b[^‹.]{{0,90}}\b(?:in ?to|to|onto|under|in(?! (?:is|are|was|will|would|"
    rf"be)))\b[^‹.]{{0,25}}{T}"
)
TAKES_IN = screened(
    rf"{T}[^‹.]{{0,20}}\b(?:absorbs?|takes? (?:over|in)|receives?|replaces?|swallows?|"
    rf"supersedes?)\b[^‹.]{{0,60}}{T}"
)
KEPT_AFTER = screened(rf"{T}(?=([^‹.]{{0,70}}))")
KEPT_WORD = one_of(
    r"""
    keep(?:ing)?, kept, keeper, retain(?:ing|ed)?, preserv*, remain(?:s|ing)?, surviv(?:ing|or)
    primary, main, destination, target, winner, left with, continue (?:to use|using|with)
    in favou?r of, (?:consolidat*|standardi[sz]*|settle|stick) (?:on|onto|with)
    receiv*, (?:to|will) be (?:kept|retained) (?:is|will be|would be)
    going forward(?: is| will be)?, (?:live|lives|reside|end up|be held|be kept) (?:in|under|at)
    """
)
GIVEN_WORD = one_of(
    r"""
    clos(?:e|ing), shut(?:ting)? down, delet(?:e|ing), remov(?:e|ing), deactivat(?:e|ing)
    disabl(?:e|ing), retir(?:e|ing), discard(?:ing)?, discontinu(?:e|ing), archiv(?:e|ing)
    terminat(?:e|ing), drop(?:ping)?, dissolve, kill(?:ing)?, giv(?:e|ing) up, say goodbye to
    (?:merge|fold|bring|move|take|pull|roll)(?:e?d)? in(?:to it)? (?:is|are|will be|would be)
    (?:to|will) be (?:merged|closed|removed|deleted|given up|retired|dropped) (?:is|w\w+ be)
    do not use, not use, stop using, leav(?:e|ing) behind, absorbed one is, source, secondary
    duplicate, empty, loser, access to, use of, merged from
    no longer (?:use|log in (?:to|with)|sign in (?:to|with))
    no longer be able to (?:use|access|log in (?:to|with)|sign in (?:to|with))
    """
)
KEPT_BEFORE = screened(rf"\b{KEPT_WORD}\b([^‹.;,]{{0,45}}){T}")
GIVEN_BEFORE = screened(rf"\b{GIVEN_WORD}\b([^‹.;,]{{0,40}}){T}")
NOT_BUT = screened(rf"\bnot {T}([^‹.]{{0,40}})\bbut {T}")
FROM_TO = screened(
    rf"\bfrom {T},? (?:(?:in|on)?to|(?:over|across) to|in the direction of|towards?) {T}"
)
NEXT_VERB = re.compile(
    rf"[,;]?\s*(?:and |then |by |while )?\b(?:{KEPT_WORD}|{GIVEN_WORD})(?: (?:the|your|account|"
    rf"profile|one|address|login))*\s*$"
)
NEXT_LABEL = re.compile(r"[,/;|]?\s*(?:the )?[a-z]+(?: account)?\s?[:=]\s*$")
J_NEXT = re.compile(r"[^、‹。]{1,40}(?:のは|のが|アカウントは|アドレスは|方は)、?\s*$")
RESULT = screened(
    rf"\b(?:result|outcome|end up with|left with|one that (?:stays|remains)|"
    rf"final account)\b[^‹]{{0,50}}{T}|"
    rf"\b(?:only|just) (?:the )?(?:one|a single)(?: account| profile| login)?(?: is)? "
    rf"(?:left|remain\w*)\b[^‹.]{{0,40}}{T}|"
    rf"\b(?:account|profile|one|login) (?:that|which)(?: is| still| will| does| now)* "
    rf"(?:exists?|remains?|valid|active|left|stays?|surviv\w+|lives?)(?: now| still| today)* "
    rf"(?:is|being|will be)\b[^‹.]{{0,12}}{T}"
)
SIGN_IN = screened(
    rf"\b(?:(?:log|sign|logging|signing)[ -]?(?:in|on)|enter|entering|get in)\b[^‹.]{{0,30}}{T}|"
    rf"\b(?:see|find|view|look|access|visible|appear|shown?|sits?|live|located|available|everything|"
    rf"all|records|certifications|merged|combined|consolidated|now|history|"
    rf"benefits)\b[^‹.]{{0,40}}\b(?:under|in|at|with|within|into|on)\b[^‹.]{{0,20}}{T}|"
    rf"\b(?:see|find|view|access\w*|visible)\b[^‹.]{{0,30}}\bfrom\b[^‹.]{{0,20}}{T}|"
    rf"\b(?:one|single) (?:login|account|profile)\b[^‹.]{{0,10}}{T}|"
    rf"\b(?:use|using|account is|login is|account)\b[^‹.]{{0,10}}{T}"
)
NOW_SHOWS = screened(
    rf"{T} (?:(?:now|already) )?(?:shows?|holds?|has|contains?|carries|lists?|owns?) "
    rf"(?:all|everything|every|both|the (?:lot|whole|full))\b|"
    rf"^(?:all |everything )?(?:in|under|on) {T}, (?:every|all|the lot)\b|"
    rf"{T}\s?に[^‹。、]{{0,8}}(?:入って|揃って|そろって|まとまって)"
)
J_SIGN_IN = screened(
    rf"{T}[^‹。]{{0,10}}(?:に|へ)[^‹。]{{0,10}}(?:移|統合|集約|まと|引き継|集ま|表示|反映)|"
    rf"{T}[^‹。]{{0,8}}で[^‹。]{{0,8}}(?:サインイン|ログイン|ご?覧|ご?確認|ご?利用)"
)
J_MOVE = screened(rf"{T}[^‹。]{{0,14}}(?:を|から|の)[^‹。]{{0,40}}{T}[^‹。]{{0,8}}(?:に|へ)")
J_INTO_FIRST = screened(rf"{T}[^‹。]{{0,8}}(?:に|へ)[^‹。]{{0,10}}{T}[^‹。]{{0,10}}(?:を|から|の)")
J_KEPT = (
    r"(?:残|保持|維持|統合先|継続|移行先|メイン|主たる|主アカウント|存続|"
    r"今後(?![^。、‹]{0,14}(?:使わ|使え|利用(?:され)?な|なら?な|な(?:れ|ら)ま|でき|削除|終|無効|閉|停止))|"
    r"引き続き|"
    r"受け入れ|有効なまま|有効のまま|使い続け|に統合|に集約|にまとめ)"
)
J_GIVEN = (
    r"(?:削除|廃止|閉鎖|無効|統合元|移行元|利用でき(?:なく|ません)|使用でき(?:なく|ません)|"
    r"利用いただけ(?:なく|ません)|使えなく|アクセスでき|ログインでき(?:なく|ません)|停止|失効|"
    r"解約|クローズ|終え|使わな|使われな|お使いにな(?:らな|れな|れま|りま)|ご利用にな(?:らな|れな|れま|りま)|手放|抹消|退会|"
    r"消え|消去|消滅|吸収|統合され|終了)"
)
