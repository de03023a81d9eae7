"""Sentences by which AWS does not find an account, or refuses to merge for good."""

from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

MERGE = screened(
    r"\b(?:merg(?:e|es|ed|er|ing)|combin(?:e|ed|es|ing|ation)|consolidat\w+|unif(?:y|ied|"
    r"ication)|join(?:ed|ing)?|integrat\w+|transfer(?:s|red|ring)?|migrat\w+|mov(?:e|ed|ing)|"
    r"amalgamat\w+|unit(?:e|ed|ing)|link(?:ed|ing)?|bring|put|fold)\b|"
    r"統合|マージ|結合|移行|移管|一本化|合算|一元化|集約|まとめ"
)
UNDO = screened(
    r"元(?:の状態|通り|どおり)?に戻|戻すこと|取り?消|"
    r"\b(?:undone|undo|reversed?|revert(?:ed)?|separated|split|unmerged|rolled back|divided|"
    r"recovered)\b"
)
NOT_FOUND = screened(
    r"\b(?:can not|could not|unable to|not able to|did not|do not|failed to|not been able to|"
    r"have not|was not|were not|without)\b[^.|,]{0,30}\b(?:find|locate|located|identify|see|"
    r"trace|match|found|finding|have (?:an?|any))\b|"
    r"\bno (?:\w+ ){0,4}(?:accounts?|profiles?|records?|match\w*|results?|trace|candidate|"
    r"learner|user)\b(?!\s*(?:is|are|was|were|will|has|have) (?:lost|missing))|"
    r"\b(?:does|do|did) not (?:exist|appear (?:in|to be)|belong to you|match any)|"
    r"\bnot (?:registered|recogni[sz]ed|known|in our (?:system|records|database))\b|"
    r"\bunknown to (?:us|our)|\b(?:is|are|was|were) not existing\b|"
    r"\bnot exist(?:s|ing)? (?:any|an|account|profile)\b|"
    r"\b(?:came|come) (?:back|up) empty\b|\bnothing (?:for us )?to merge\b|\breturns? no\b|"
    r"\bdraws? a blank|見つかり(?:ません|ま?せん)|見つけることができ|見当たり|"
    r"該当する[^。]{0,30}(?:なく|ございません|ありません|なかった|見つ)|"
    r"存在しません|存在しない|登録が(?:ございません|ありません)|確認できません(?!でしたら)|"
    r"確認することができません"
)
REFUSED = screened(
    r"\b(?:declin(?:e|ed|ing)|denied|deny|reject(?:ed)?|refus(?:e|ed)|turn(?:ed|ing)? down|"
    r"not (?:been )?(?:approved|granted|accepted|honou?red|eligible)|ineligible)\b|"
    r"\b(?:can not|could not|unable to|not able to|not possible to|not permitted to|"
    r"not allowed to|do not(?! (?:need|have) to)|will not|not in a position to|must not|"
    r"not (?:be )?able to|may not|"
    r"never|no way to|impossible to|not something we can)\b[^.|]{0,40}\b(?:merg\w+|combin\w+|"
    r"consolidat\w+|fulfil\w*|accommodat\w+|proceed|grant|honou?r|approve\w*|accept|"
    r"integrat\w+|unif\w+|join\w*|transfer\w*|complete\w*|process\w*|carry out|link\w*|mov\w+|"
    r"do(?:ne)?|help|acceded?|entertain(?:ed)?|agreed? to)\b|\b(?:this|the|"
    r"our) decision is final\b|"
    r"\b(?:different|separate|distinct|another|other) (?:individuals?|people|persons?|owners?|"
    r"holders?|learners?|candidates?|humans?)\b|"
    r"\b(?:belong\w*|registered|owned|held|assigned|property)\b[^.|]{0,20}\b(?:two|different|"
    r"distinct|separate|another|other)\b|"
    r"\bsomeone else\b|\bnot the (?:same|owner)\b|"
    r"\bagainst (?:our |the )?(?:policy|terms|rules|agreement)|"
    r"\bis not (?:possible|permitted|allowed|supported|something)\b|"
    r"\bnot an option\b|却下|お断り|承れません|承ることができ|承りかね|お受けでき|"
    r"お受けいたしかね|ご希望に(?:添|沿)|ご要望に(?:添|沿)|"
    r"(?:統合|マージ|移行|対応)[^。]{0,16}(?:できません|できかね|いたしかね|致しかね|不可|"
    r"出来ません|いただけません)|"
    r"異なる(?:個人|方|人物|お客様|名義)|別人|別の(?:方|人|お客様)|他人"
)

FOR_NOW = screened(
    r"\b(?:until|unless|without|yet|before|at (?:this|the) (?:time|moment)|for now|right now|"
    r"currently|temporar\w+|first)\b|"
    r"まで|現時点|現在|まだ|ないと|なければ|しますと|いただくまで"
)


def not_found(found: list[Statement]) -> str | None:
    """Words by which an account does not exist."""
    return next(
        (each.text for each in found if not each.question and NOT_FOUND.search(each.stated)), None
    )


def refused(found: list[Statement]) -> str | None:
    """Words by which the merge is refused for good; "not until ..." is not for good."""
    for statement in found:
        if statement.question or UNDO.search(statement.stated):
            continue
        if REFUSED.search(statement.stated) and not FOR_NOW.search(statement.folded):
            return statement.text
    return None
