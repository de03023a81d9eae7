"""The words that say of an account that it is kept or given up, around its place in a sentence.

An account's name is put in the sentence as ‹0›, ‹1› ... before these patterns look at it.
"""

import re

from migrations_tracker.core.mails.phrases import one_of
from migrations_tracker.core.mails.screening import screened

NEGATED = r"(?:no longer|not|never|unable to|cease to|stop|without)"
KEPT = one_of(
    r"""
    keep, kept(?! (?:on file|in copy|informed|posted|open)), keeping, keeper, retain*, remain*
    stay*, preserv*, surviv*, continue[sd]?
    primary, main, principal, master, destination, target, receiv*, (?<!to )absorbs?, gain*
    inherit*
    winner, wins, prevails?, your account (?:from now on|henceforth|afterwards)
    (?:will|would) (?:still |then )?work
    (?:now |then )holds?
    (?<!is )(?<!are )active, alive, live on, lives on, lives?, living, go on, going forward
    sticks? around, all you need
    (?:is|be) (?:your |the )?(?:new )?home, henceforth
    carry on, carr(?:ies|ying) on, hold on to, only (?:account|login|profile), new home
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
    go(?:es)? away, can go(?! to), (?:be|is) (?:then )?history
    goes(?! (?:in|on|to|into|onto|under|through|over|with)\b), gone
    loses?, lost, loser, merge into it
    no longer(?! (?:reachable|monitored|receiv|answer|with\b|work|employed))
    obsolete, redundant, duplicate, (?<!is )(?<!are )inactive, old, secondary
    source, (?:account|profile|one|login) to (?:absorb|merge), absorbed, emptied
    (?<!mail is )(?<!address is )empty, unusable, unavailable
    inaccessible, (?<!is )(?<!are )locked, (?<!is )(?<!are )blocked
    goners?, extinguish*, fold(?:ed|ing|s)? in(?!to), bye, rest in peace
    released, stops? (?:working|existing), moves? out, transferring from, merge from
    merged (?:in\b|away|&|and), merges? into \d, gets? merged, is merged
    (?:to|will) be merged(?! with)
    (?:not|never) (?:be )?(?:possible|accessible|usable|available|able|exist|work|valid|log|sign)
    (?:not|never) (?:be )?(?:active|kept|remain)
    """
)
MOVES = one_of(
    r"""
    merg*, combin*, consolidat*, unif*, subsum*, integrat*, join*, fold*, roll*, absorb*, transfer*
    mov(?:e[ds]?|ing), migrat*, bring*, brought, carr(?:y|ied), cop(?:y|ied), put, pull*
    push*, shift*, port*, link*, flow*, hop*, tak(?:e|en|es|ing), go(?:es)?, records?, data
    everything, histor(?:y|ies), certifications, arriv*, land(?:s|ed), transcripts?, exams
    liv(?:e[sd]?|ing) inside, sits? inside
    """
)
TO = (
    r"(?<!want )(?<!wish )(?<!like )to(?! (?:be(?! (?:in|under|at|part|on)\b)|get|receive|take|"
    r"keep|close|retain|retire|remove|delete|lose|give|use|"
    r"have|stay|remain|survive|absorb|merge|do|make|let|see|confirm|log|sign|ask|tell|check)\b)"
)
INTO = (
    rf"(?:in ?to|{TO}|onto|under|inside(?: of)?|→|becomes? (?:the )?(?:property|part) of|"
    r"(?:merg|absorb|fold|consolidat|incorporat|amalgamat|subsum|combin)\w*ed in(?=\s)|"
    r"(?:arriv\w+|land(?:s|ed)) (?:safely )?(?:in|at|on|under)|"
    r"(?:plac|put|pour|drop|load)\w* (?:it|them|that|all|everything|the lot)(?: all)? (?:in|on))"
)
T = r"‹(\d+)›"
FROM_INTO = screened(rf"{T}[^‹.]{{0,90}}?(?:\b|(?<=\s)){INTO}\s?[^‹.]{{0,40}}{T}")
INTO_FROM = screened(
    rf"\b(?:in ?to|to|onto|under|inside)\b[^‹.]{{0,25}}{T}[^‹.]{{0,40}}\bfrom\b[^‹.]{{0,40}}{T}"
)

TO_FROM = screened(
    rf"{T}[^‹.]{{0,90}}\b(?:in ?to|to),? from {T}|^\W*(?:in ?to|onto|to|under) {T} (?:go|goes|we|"
    rf"i|you)\b"
    rf"[^‹.]{{0,40}}{T}"
)
BACK_ARROW = screened(rf"{T}[^‹.]{{0,40}}←[^‹.]{{0,40}}{T}")
INTO_ONE = screened(
    rf"\b{MOVES}\b[^‹.]{{0,90}}\b(?:in ?to|{TO}|onto|under|in(?! (?:is|are|was|will|would|"
    rf"be)))\b[^‹.]{{0,25}}{T}"
)
TAKES_IN = screened(
    rf"{T}[^‹.]{{0,20}}\b(?:absorbs?|takes? (?:over|in)|receives?|(?:will|to) (?:get|have|hold)|"
    rf"replaces?|swallows?|inherits?|"
    rf"(?:has|have) (?:taken (?:over|in)|absorbed|received|inherited|swallowed)|"
    rf"supersedes?)\b[^‹.]{{0,60}}{T}"
)
KEPT_AFTER = screened(rf"{T}(?=([^‹.]{{0,70}}))")
KEPT_WORD = one_of(
    r"""
    keep(?:ing|s)?, kept, keeper, retain(?:ing|ed|s)?, preserv*, remain(?:s|ing)?, surviv(?:ing|or)
    primary, main, destination, target, winner, left with, continu(?:e|ing) (?:to use|using|with|on)
    in favou?r of, (?:consolidat*|standardi[sz]*|settle|stick) (?:on|onto|with)
    receiv(?:es|ing), (?:to|will) be (?:kept|retained) (?:is|will be|would be)
    going forward(?: is| will be)?, (?:live|lives|reside|end up|be held|be kept) (?:in|under|at)
    """
)
GIVEN_WORD = one_of(
    r"""
    clos(?:es?|ing), shut(?:ting)? down, delet(?:e|ing), remov(?:e|ing), deactivat(?:e|ing)
    disabl(?:e|ing), retir(?:e|ing), discard(?:ing)?, discontinu(?:e|ing), archiv(?:e|ing)
    terminat(?:e|ing), drop(?:ping)?, dissolve, kill(?:ing)?, giv(?:e|ing) up, say goodbye to
    (?:merge|fold|bring|move|take|pull|roll)(?:e?d)? in(?:to it)? (?:is|are|will be|would be)
    (?:to|will) be (?:merged|closed|removed|deleted|given up|retired|dropped) (?:is|w\w+ be)
    do not use, not use, stop using, leav(?:e|ing) behind, absorbed one is, source, secondary
    (?:account|profile|one|login) (?:to|(?:that|which) w\w+) be FATED(?! (?:in ?to|with|onto|to)\b)
    duplicate, empty, loser, access to, use of, merged from
    you (?:can|could) not (?:use|access|log in (?:to|with)|sign in (?:to|with|as))
    no longer (?:use|log in (?:to|with)|sign in (?:to|with))
    no longer be able to (?:use|access|log in (?:to|with)|sign in (?:to|with))
    """.replace("FATED", r"(?:merged|closed|removed|deleted|dropped)")
)
KEPT_BEFORE = screened(rf"\b{KEPT_WORD}\b([^‹.;,]{{0,45}}){T}")
GIVEN_BEFORE = screened(rf"\b{GIVEN_WORD}\b([^‹.;,]{{0,40}}){T}")
CLEFT = screened(
    rf"\b(?:one|account|profile|login|what)\b([^‹.,;:]{{3,60}}?)\b(?:is|will be|would be|"
    rf"being) {T}|"
    rf"\b(?:one|account|profile|login|side) ((?:that|which|you|to)\b[^‹.,;:(]{{3,60}})[,(] ?"
    rf"(?:namely )?{T}"
)
CLEFT_KEPT = screened(
    r"\b(?:keep\w*|kept|retain\w*|remain\w*|stay\w*|surviv\w*|continu\w*|carr(?:y|ies|ying) on|"
    r"left|"
    r"liv(?:es?|ing) on)\b"
)
CLEFT_GIVEN = screened(
    r"\b(?:clos\w+|delet\w+|remov\w+|deactivat\w+|retir\w+|disappear\w*|vanish\w*|drop\w*|"
    r"discard\w*|dissolv\w*|absorbed|merged|di(?:es?|ed|ying)|ceas\w+|go(?:es|ing)? away|"
    r"goes|los\w+|given up|giv\w+ up|shut\w*|left behind|leav\w+ behind)\b"
)
WAS_AND_IS = screened(
    rf"\b(?:was|were|used to|had been|formerly|previously|until now)\b[^‹.]{{0,30}}{T}[^‹.]{{0,30}}"
    rf"\b(?:is|are|now|sits?|lives?|today)\b[^‹.]{{0,30}}\b(?:in|under|at|on|with|inside|to|of) {T}"
)
PART_OF = screened(
    rf"{T}[^‹.]{{0,60}}\b(?:becom(?:es?|ing)|became|is|are|was|were) (?:now |then )?(?:a )?part of "
    rf"(?:the )?(?:\w+ )?{T}"
)
INTO_ALONE = screened(rf"(?:^|[:;!(] ?|\bput ){T},? into {T}(?= ?[).,!?]|$)")
ONLY_WITH = screened(
    rf"\bonly (?:with|under|via|by|through|as|using) (?:the )?(?:\w+ )?{T}|"
    rf"\bonly {T} (?:will |would )?(?:exists?|remains?|stays?|works?|(?:is|be) left)\b|"
    rf"\byou (?:will|would) (?:then |only )*have (?:only )?"
    rf"(?:(?:the )?(?:candidate id|account|profile) )?{T}"
)
IN_ONE_PLACE = screened(rf"\bin (?:one|a single|the same) place\b[^‹.]{{0,60}}{T}")
BOTH_NAMED = screened(
    r"\s?(?:and|or|&|as well as) ‹\d+›(?! (?:is|will|would|gets?|goes|to|shall|has|can|be)\b)"
)
NOT_BUT = screened(rf"\bnot {T}([^‹.]{{0,40}})\bbut {T}")
FROM_TO = screened(
    rf"\bfrom {T},? (?:(?:in|on)?to|(?:over|across) to|in the direction of|towards?) {T}"
)
NEXT_VERB = re.compile(
    rf"[,;]?\s*(?:and |then |by |while )?\b(?:{KEPT_WORD}|{GIVEN_WORD})(?: (?:the|your|account|"
    rf"profile|one|address|login))*\s*$"
)
NEXT_LABEL = re.compile(
    r"[,/;|]?\s*(?:the )?[a-z]+(?: account)?\s?[:=]\s*$|"
    r"[,/;|]\s*(?:and )?(?:the )?(?:account|profile|one|login) (?:to|that|which|you|"
    r"we)\b[^,;]{1,40}$"
)
J_NEXT = re.compile(
    r"、[^、‹。]{0,25}(?:る|た|の|な|い|す)(?:アカウント(?:である|の)?)?\s*$|"
    r"[^、‹。]{1,40}(?:のは|のが|アカウントは|アドレスは|方は)、?\s*$"
)
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
    rf"\b(?:(?:log|sign|logging|signing)[ -]?(?:in|on)|register|enter|entering|"
    rf"get in)\b[^‹.]{{0,30}}{T}|"
    rf"\b(?:see|find|be found|displayed|listed|stored|view|look|access|visible|appear|shown?|sits?|"
    rf"live|located|available|everything|"
    rf"all|records|certifications|merged|combined|consolidated|(?<!from )now|history|"
    rf"benefits)\b[^‹.]{{0,40}}\b(?:under|in|at|with|within|into|on)\b[^‹.]{{0,20}}{T}|"
    rf"\b(?:see|find|view|access\w*|visible)\b[^‹.]{{0,30}}\bfrom\b[^‹.]{{0,20}}{T}|"
    rf"\b(?:one|single) (?:login|account|profile)\b[^‹.]{{0,10}}{T}|"
    rf"\b(?:(?<!we )use|using|account is|login is|(?<!from )account)\b[^‹.]{{0,10}}{T}"
)
NOW_SHOWS = screened(
    rf"{T} (?:(?:now|already) )?(?:shows?|holds?|has|contains?|carries|lists?|owns?) "
    rf"(?:all|everything|every|both|the (?:lot|whole|full))\b|"
    rf"^(?:all |everything )?(?:in|under|on) {T}, (?:every|all|the lot)\b|"
    rf"{T}\s?に[^‹。、]{{0,8}}(?:入って|揃って|そろって|まとまって)"
)
J_SIGN_IN = screened(
    rf"{T}[^‹。]{{0,10}}(?:に|へ)[^‹。]{{0,10}}(?:移|統合|集約|まと|引き継|集ま|表示|反映)|"
    rf"{T}[^‹。]{{0,6}}の(?:下|もと)(?:に(?:あり|ござい|まとま|集ま)|で)|"
    rf"{T}[^‹。]{{0,6}}(?:に|へ)一本化|"
    rf"{T}\s?から[^‹。]{{0,14}}(?:ご?覧|表示|ご?確認いただけ)|"
    rf"{T}[^‹。]{{0,8}}(?:で|にて)[^‹。]{{0,14}}(?:サインイン|ログイン|ご?覧|ご?確認|ご?利用)"
    r"(?![^‹。、]{0,8}(?:でき(?:ませ|な)|いただけ(?:ませ|な)|なくな|不可))"
)
J_MOVE = screened(rf"{T}[^‹。]{{0,14}}(?:を|から|の)[^‹。]{{0,40}}{T}[^‹。]{{0,8}}(?:に|へ)")
J_DESTINATION = screened(
    rf"{T}[^‹。、]{{0,6}}への(?:ご)?(?:統合|移行|移管|集約|マージ|引き?継ぎ|移動|移し)|"
    rf"(?:統合後|今後)の[^‹。、]{{0,20}}は[^‹。、]{{0,4}}{T}|"
    rf"{T}\s?を(?:正|主|親|メイン)(?=[、。とに]|アカウント)"
)
J_SECONDARY = screened(rf"{T}\s?を(?:副|従|サブ|子)(?=[、。とに]|アカウント)")
J_TOPIC_MOVE = screened(
    rf"{T}\s?(?:は|が)(?![^‹。]{{0,50}}残)[^‹。]{{0,50}}{T}[^‹。]{{0,4}}(?:へ|に)(?:統合|移|まと|"
    rf"集約|"
    rf"マージ|寄せ|吸収)"
)
J_FROM_TO = screened(
    rf"(?:統合|移行)[^‹。]{{0,10}}{T}\s?から\s?{T}\s?(?:です|でござ|とな|で(?:よろし|お?間違))"
)
J_INTO_FIRST = screened(rf"{T}[^‹。]{{0,8}}(?:に|へ)[^‹。]{{0,10}}{T}[^‹。]{{0,10}}(?:を|から|の)")
J_KEPT = (
    r"(?:残(?!ってお|ってい|さな|らな|りませ|しませ|されな|されませ|せな|せませ|念|高|業)|保持|"
    r"維持|統合先|継続|"
    r"移行先|メイン|主たる|主アカウント|存続|"
    r"今後(?![^。、‹]{0,14}(?:使わ|使え|利用(?:され)?な|なら?な|な(?:れ|ら)ま|でき|削除|終|無効|"
    r"閉|停止))|"
    r"引き続き|"
    r"受け入れ|有効なまま|有効のまま|使い続け|に統合|に集約|にまとめ)"
)
J_GIVEN = (
    r"(?:削除|廃止|閉鎖|無効|統合元|移行元|利用でき(?:なく|ません)|使用でき(?:なく|ません)|"
    r"利用いただけ(?:なく|ません)|使えなく|アクセスでき|ログインでき(?:なく|ません)|停止|失効|"
    r"解約|クローズ|終え|使わな|使われな|お使いにな(?:らな|れな|れま|りま)|ご利用にな(?:らな|れな|"
    r"れま|りま)|手放|抹消|退会|"
    r"消え|消去|消滅|吸収|統合され|終了)"
)
