"""The words of a list of accounts: headings, labels, and values that say "nothing".

AWS's mail of 2022 headed its two lists "Account #1" and "Account #2" and labelled Login email,
Training notification email and Certification notification email; a Japanese support text
adds the Skill Builder address. Other headings and labels are variants of these.
"""

import re

from migrations_tracker.core.mails.phrases import one_of

FIELDS = ("login", "training", "certification", "skill_builder")

NUMBER = r"(\d|[a-c]|one|two|three|i{1,3})"
HEADING = re.compile(
    rf"[\W_]*(?:\d[.)]\s*)?(?:(?:aws|certification|your|the|training)\s+)*(?:accounts?|profile|"
    rf"acct\.?|アカウント)\s?(?:no\.?|number|番号|"
    rf"id)?\s?[#:№-]?\s?{NUMBER}(?![0-9A-Za-z_@])(.*)$",
    re.I,
)
ORDINAL = re.compile(
    r"[\W_]*(?:the\s+)?(first|second|third|1st|2nd|3rd|(?:1つ|一つ|ひとつ|2つ|二つ|ふたつ|3つ|"
    r"三つ)目の?|第[1-3一二三]の?)\s?(?:aws\s+|certification\s+)*(?:account|profile|アカウント|"
    r"one)\b(.*)$",
    re.I,
)
BARE = re.compile(r"\s*(?:\(([1-9])\)|#\s?([1-9])\b[.):]?|([1-9])[.):])\s*(.*)$")
ROLE = one_of(
    r"""
    source, destination, target, origin*, primary, secondary, main, old, new, former, current
    company, corporate, business, work, employer, personal, private, surviving, remaining
    duplicate, redundant, other
    """
)
FATE = one_of(
    r"""
    keep*, kept, retain*, remain*, stay*, surviv*, clos(?:e[ds]?|ing), delet*, remov*, retir*
    deactivat*, discontinu*, discard*, archiv*, drop(?:s|ped|ping)?, giv(?:e|en|ing) up
    merge and (?:close|delete|remove), merged and (?:closed|deleted|removed)
    goes, gone, go(?:es|ing)? away, merged? (?:in(?:to)?|from), lose[sd]?, losing, kill*
    """
)
J_FATE = one_of(
    r"""
    残す, 残る, 残される, 保持する, 維持する, 使い続ける, 統合先, 移行先, 統合元, 移行元, 消す
    消える, 削除する, 削除される, 廃止する, 廃止される, 閉じる, 閉鎖する, 閉鎖される, やめる
    なくなる, 無くなる, 使わない, 旧, 新, 主, 副, メイン, 現在の, 以前の, 個人, 会社
    """
)
AWS = r"(?:aws |certification )*"
BY_ROLE = rf"(?:the |your )?{AWS}{ROLE}\s+{AWS}(?:account|profile)"
BY_CLAUSE = r"(?:account|profile) (?:to|that|which|you)\s[^:]{1,40}"
BY_FATE = (
    rf"(?:(?:the )?one )?(?:we |i |you |will |to |that )?(?:be )?{FATE}(?: (?:this|"
    rf"the) one)?(?:\s(?:account|profile))?"
)
BY_FATE_IN_JAPANESE = rf"{J_FATE}の?(?:AWS|認定|ほう|方)?\s?(?:の?アカウント)?"
IN_BRACKETS_BEHIND = r"(?:\(.*\)|\[.*\]|【.*】)?"
VALUE_BEHIND = r"(?:[:=].*|\s\S{1,64}@\S{1,200})?"
ROLE_HEADING = re.compile(
    rf"[\W_]*(?:\d[.)]\s*)?({BY_ROLE}|{BY_CLAUSE}|{BY_FATE}|from|in ?to|to|"
    rf"{BY_FATE_IN_JAPANESE})[】\])>]?\s?[<=*~#]{{0,6}}\s{{0,9}}({IN_BRACKETS_BEHIND}\s?{VALUE_BEHIND})$",
    re.I,
)
ROLE_ALONE = re.compile(
    rf"\W*(?:{ROLE}|{FATE}|{J_FATE})(?:\s(?:one|side))?(?:\s?\(.{{1,30}}\))?\W*$", re.I
)
REST = re.compile(
    r"[\s】\])※]*(?:$|[:(\[<=|,.・【「/→>-]|[\u2013\u2014]|"
    r"(?:login|log-in|sign|training|certification|e-?mail|skill|user|keep|kept|primary|"
    r"secondary|source|destination|to be|ログイン|トレーニング|認定|の|メール|統合)|"
    r"\S+@)",
    re.I,
)
ORDINALS = {
    **dict.fromkeys(("first", "1st", "one", "a", "i", "一", "ひ"), 1),
    **dict.fromkeys(("second", "2nd", "two", "b", "ii", "二", "ふ"), 2),
    **dict.fromkeys(("third", "3rd", "three", "c", "iii", "三"), 3),
}

SKILL = re.compile(r"skill\s?builder|スキルビルダー|スキル ?ビルダー", re.I)
LOGIN = re.compile(
    r"log[ -]?[io]n|sign[ -]?in|user\s?(?:name|id)|ログイン|サインイン|ログオン", re.I
)
CERTIFICATION = re.compile(
    r"certif|certmetrics|\bcert\b|\bexam (?:e?-?mails?|notif|address)|認定|資格", re.I
)
TRAINING = re.compile(r"training|learning|transcript|トレーニング|研修", re.I)
NOTIFICATIONS = re.compile(r"notification|通知", re.I)
PLAIN_ADDRESS = re.compile(
    r"\W*(?:(?:primary|account|registered|contact|main|current)\s+)*(?:e-?mail(?:\s+address)?|"
    r"address|id|(?:登録|e\s?)?メール(?:アドレス)?)\W*$",
    re.I,
)
JOINT = re.compile(r"[/,&+、・]|\band\b|と|および|及び")
TEAM = re.compile(r"training (?:and|&) cert|トレーニングと認定", re.I)
PROSE = re.compile(r"\b(?:will|please|you|we|i|is being|has|have|would|can)\b|ください|ます", re.I)
NOTHING = re.compile(
    r"[\s(\[]*(?:n\s?/\s?a|n\.a\.?|none|nil|null|[-\u2010-\u2015\u2212ー−]{1,3}|なし|無し|無|"
    r"ありません|ございません|該当なし|未登録|未設定|設定なし|登録なし|空欄|not? .{1,40}|blank|"
    r"empty|unknown|×|✕|x|\?)[\s)\].]*$",
    re.I,
)
SAME = re.compile(
    r"\W*(?:(?:the )?same(?: as (?:above|login|the login|before))?|as above|ditto|同上|同じ|"
    r"上と同じ|上に同じ|上記と同じ|\"|〃)\W*$",
    re.I,
)


def fields_of(label: str) -> tuple[str, ...]:
    """The fields a label names: several where it lists them, none where it is no label."""
    words = label.strip()
    if len(words) > 70 or PROSE.search(words):
        return ()
    if SKILL.search(words):
        both = LOGIN.search(words) and JOINT.search(words)
        found = ["login", "skill_builder"] if both else ["skill_builder"]
    elif LOGIN.search(words):
        found = ["login"]
    elif PLAIN_ADDRESS.match(words):
        return ("login",)
    else:
        found = []
    listed = "," in words or not TEAM.search(words)
    if not found or (JOINT.search(words) and listed):
        found += ["training"] * bool(TRAINING.search(words))
        found += ["certification"] * bool(CERTIFICATION.search(words))
    if not found and NOTIFICATIONS.search(words):
        found = ["training", "certification"]
    return tuple(dict.fromkeys(found))


def number_of(word: str) -> int:
    """1 for "1", "a", "first", "i", 一つ目; raises KeyError for a word that is no number."""
    lowered = word.lower().removeprefix("第")
    return (
        int(lowered[0]) if lowered[0].isdigit() else ORDINALS.get(lowered) or ORDINALS[lowered[0]]
    )
