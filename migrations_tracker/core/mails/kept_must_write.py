"""The account a mail wants to be written from, where it says that this is the one to be kept.

AWS takes the order for a merge from the account that remains: a report of 2025 was told so
after asking from the other one. And in the tool, the account one signs in to remains.
"""

from migrations_tracker.core.mails.keep_words import J_KEPT, KEPT, T
from migrations_tracker.core.mails.moves import ends
from migrations_tracker.core.mails.named_accounts import with_places
from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement
from migrations_tracker.core.mails.words_behind import is_negated

ACCOUNT = r"(?:accounts?|profiles?|logins?|side|one|address)"
RULE = screened(
    rf"\b{KEPT} {ACCOUNT}\b|"
    rf"\b{ACCOUNT} (?:that|which|you|to)\b[^.;]{{0,40}}\b{KEPT}\b|"
    rf"\b(?:signed|logged|signing|logging) (?:in|on)\b[^.;]{{0,20}}\b{KEPT}\b|"
    rf"{J_KEPT}[^。、]{{0,10}}(?:アカウント|方|ほう|側|アドレス)"
)
NO_NOUN = r"(?<!this )(?<!the )(?<!your )(?<!our )(?<!a )"
""" "This request reached us from": what came from there, not what is to come."""
WRITE_FROM = screened(
    rf"{NO_NOUN}\b(?:write|reply|contact|send|resend|submit|open|raise|file|request|mail|come|"
    rf"email|start|"
    rf"log in|sign in|get in touch)\b[^‹.]{{0,60}}\b(?:from|with|as|via|using|"
    rf"at)\b[^‹.]{{0,30}}{T}|"
    rf"{T}[^‹。、]{{0,14}}(?:から|より|で|にて)[^‹。、]{{0,24}}(?:連絡|返信|送り|送付|申し|申込|"
    rf"依頼|申請|"
    rf"問い?合わ?せ|メール|サインイン|ログイン)[^‹。、]{{0,14}}(?:ください|下さい|願い|いただけ)"
)
NOT_FROM = screened(r"(?:cc|copy|copied|to|not from|not) ‹\d+›$")


def written_from(found: list[Statement]) -> set[int | str]:
    """The one account to write from, where the mail names the rule; none where in doubt."""
    if not any(RULE.search(statement.folded) for statement in found):
        return set()
    told: set[int | str] = set()
    for statement in found:
        text, names = with_places(statement.folded, ())
        if (statement.question and " or " in text) or None not in ends(text):
            continue
        for match in WRITE_FROM.finditer(text):
            place = next(group for group in match.groups() if group)
            if not is_negated(text, match) and not NOT_FROM.search(match[0]):
                told.add(names[int(place)])
    return told if len(told) == 1 else set()
