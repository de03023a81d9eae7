"""Mails that speak of something else: another vendor's programme, a badge, a booking, code.

Other programmes merge accounts too, and some (Google Cloud, Atlassian, ServiceNow) use the
same portal vendor as AWS. Which thing a mail is about is told by what it names most.
"""

import re
from dataclasses import dataclass

from migrations_tracker.core.mails.completion import said_done
from migrations_tracker.core.mails.reading import MailText
from migrations_tracker.core.mails.screening import Screened, screened
from migrations_tracker.core.mails.statements import Statement

OTHERS = screened(
    r"\b(?:google cloud|google|cm connect|microsoft|azure|salesforce|trailhead|"
    r"trailblazer(?:\.me)?|webassessor|hashicorp|terraform|linux foundation|cncf|comptia|"
    r"oracle|red hat|cisco|isc2|\(isc\)2|isaca|atlassian|servicenow|credly|acclaim|pearson|"
    r"pearson vue|onvue|psi|linkedin|udemy|coursera|okta|slack|github|gitlab|bitbucket|jira|"
    r"zoom|snowflake|databricks|vmware|broadcom|juniper|fortinet|palo alto|kubernetes|pmi|giac|"
    r"sans|ec-council|itil|peoplecert|docker|mongodb|nvidia|sap|dropbox|notion|paypal|bank|"
    r"banking|netflix|spotify|apple id|icloud)\b|"
    r"マイクロソフト|グーグル|セールスフォース|オラクル|銀行|ピアソン"
)
NEIGHBOURS = re.compile(r"credly|acclaim|pearson(?: vue)?|onvue|psi|linkedin|google|digital badge")
SAID_OF_ALL = re.compile(
    r"congratulations|you (?:have )?passed|promo|discount|last chance|appointment|expires?|"
    r"laptop|verification code|security code|summit|webinar|interview|recertif|renewal"
)
OTHER_SENDERS = re.compile(
    r"@(?:[\w.-]*\.)?(?:google|microsoft|salesforce|hashicorp|linuxfoundation|comptia|oracle|"
    r"redhat|cisco|isc2|atlassian|servicenow|credly|pearson|pearsonvue|linkedin|udemy|coursera|"
    r"github|gitlab|slack|okta|youracclaim)\.|"
    r"mailer-daemon|postmaster@|\bvia credly\b|mail delivery"
)
OWN = screened(
    r"\baws (?:training|certification|certmetrics|skill builder|candidate|support|t&c)|"
    r"\btraining (?:and|&) certification|\bamazon web services\b|\bskill builder\b|"
    r"\baws\.training\b|\bapn\b|account\s?#|\[case|\bcase (?:id|number)|aws ?トレーニング|"
    r"aws ?認定|トレーニングと認定|お問い合わせ番号"
)
OTHER_TOPICS = screened(
    r"\b(?:pull request|commit(?:s|ted)?|repository|consolidated billing|aws organizations|"
    r"invoice|linked accounts?|iam|root user|root account|ec2|s3 bucket|one[- ]time (?:code|"
    r"password)|verification code|security code|password reset|reset your password|webinar|"
    r"newsletter|re:invent|summit|register now|appointment|check[- ]in|exam (?:is|"
    r"has been) (?:scheduled|booked|confirmed|cancelled|rescheduled)|"
    r"your (?:upcoming )?exam (?:on|at|appointment)|score report (?:is|for)|(?:out of|"
    r"away from) (?:the )?office|automatic reply|auto[- ]reply|undeliverable|"
    r"delivery (?:has )?(?:failed|status)|could not be delivered|returned mail|digital badge|"
    r"accept your badge|earned a badge|promo(?:tion)?|discount code|last chance|renewal|"
    r"recertif\w+|expires? (?:on|in|soon)|congratulations(?! on (?:the|your) (?:new|next) )|"
    r"you (?:have )?passed|application for|"
    r"interview|(?:main|master|release|feature|dev) branch|order number|tracking number|"
    r"has (?:been )?shipped|deploy\w*|job (?:offer|opening)|(?<!on their )(?<!on the )payroll|"
    r"exit interview|laptop|crm|"
    r"mailing list|git)\b|"
    r"請求書|セミナー|ウェビナー|メールマガジン|予約(?:確認|が確定|完了)|受験予約|不在|"
    r"退職手続|健康保険|離職票|ワンタイム|認証コード|確認コード|バッジ|"
    r"パスワード(?:の)?(?:再設定|リセット)"
)

OWN_NAME = screened(rf"{OWN.pattern}|\baws\b")
OWN_SUBJECT = screened(
    r"\[?case\b[ #:]*\d|お問い合わせ番号|aws training|account[- ](?:merge|assistance)"
)
OWN_SENDER = re.compile(r"@(?:[\w.-]*\.)?(?:amazon\.|aws\.)")
MERGES = screened(r"\b(?:merg|combin|consolidat|unif)\w+\b|統合")
MERGING_ACCOUNTS = screened(
    r"\b(?:merg|combin|consolidat|unif)\w+\b[^.|]{0,40}\b(?:accounts?|profiles?|requests?)\b|"
    r"\b(?:accounts?|profiles?)\b[^.|]{0,40}\b(?:merg|combin|consolidat|unif)\w+|"
    r"\b(?:merge|merger|merging)\b|アカウント[^。]{0,20}(?:統合|マージ)|統合"
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words that point away from the case, and whether they do more than name something."""

    words: str
    plain: bool


def about_something_else(message: MailText, found: list[Statement]) -> Elsewhere | None:
    """Whether the mail is of another programme or matter; None for AWS's own.

    What is named oftener decides; a subject or a sender counts as two or three sentences.
    One mention of Credly, Pearson VUE or a Google sign-in is not plain: AWS names them too.
    """
    if OTHER_SENDERS.search(message.sender.lower()):
        return Elsewhere(message.sender, plain=True)
    subject = Statement(message.subject)
    others = _count(OTHERS, found) + 2 * _count(OTHERS, [subject])
    topics = _count(OTHER_TOPICS, found) + 2 * _count(OTHER_TOPICS, [subject])
    own = _count(OWN, found) + 3 * _count(OWN_SUBJECT, [subject])
    own += 2 * bool(OWN_SENDER.search(message.sender.lower()))
    if others + topics <= own or others + topics <= own + _own_news(found):
        return None
    words = _first(found, message.subject)
    plain = others + topics > 1 or not (NEIGHBOURS.fullmatch(words) or SAID_OF_ALL.match(words))
    return Elsewhere(words, plain=plain)


def names_something_else(message: MailText, found: list[Statement]) -> str | None:
    """Two different words of another programme or matter, however often AWS is named."""
    whole = [Statement(message.subject), *found]
    words = {match[0] for each in whole for match in OTHERS.finditer(each.folded)}
    words |= {match[0] for each in whole for match in OTHER_TOPICS.finditer(each.folded)}
    return _first(found, message.subject) if len(words) > 1 else None


def _own_news(found: list[Statement]) -> int:
    """How many sentences tell of merging accounts without naming anybody else's."""
    own = [
        statement
        for statement in found
        if not OTHERS.search(statement.folded) and not OTHER_TOPICS.search(statement.folded)
    ]
    return sum(1 for each in own if MERGING_ACCOUNTS.search(each.folded) or said_done(each))


def _count(pattern: Screened, found: list[Statement]) -> int:
    return sum(1 for statement in found if pattern.search(statement.folded))


def _first(found: list[Statement], subject: str) -> str:
    for statement in found:
        for pattern in (OTHERS, OTHER_TOPICS):
            match = pattern.search(statement.folded)
            if match:
                return match[0]
    return subject


def of_another_programme(statement: Statement) -> bool:
    """A sentence about accounts elsewhere: "you can merge your Credly accounts"."""
    return bool(OTHERS.search(statement.folded)) and not OWN_NAME.search(statement.folded)


def merges_elsewhere(found: list[Statement]) -> bool:
    """Every sentence of the mail that speaks of merging accounts names another programme's."""
    merging = [each for each in found if MERGES.search(each.folded)]
    return bool(merging) and all(of_another_programme(each) for each in merging)
