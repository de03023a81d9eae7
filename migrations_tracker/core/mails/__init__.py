"""What AWS wrote, whether it is safe to agree to, and what the answer should do.

    message = mail_from_bytes(data)            # an .eml, or the pasted text of a mail
    reading = read_mail(message, addresses)    # what it means

Only the newest message counts, not what is quoted below it. Of AWS's wording little is
public (see ``reading``), so sentences are understood by their build and not looked up;
where that leaves a doubt, ``MailReading.sure`` is false.
"""

from dataclasses import replace

from migrations_tracker.core.mails.account_shown import shows_everything, signs_in_with
from migrations_tracker.core.mails.accounts import ListedAccounts, listed_accounts
from migrations_tracker.core.mails.addresses import addresses_in
from migrations_tracker.core.mails.classify import Verdict, verdict
from migrations_tracker.core.mails.direction import Claims, direction_of, findings_of
from migrations_tracker.core.mails.footer import without_footer
from migrations_tracker.core.mails.keep import Votes, number_kept, votes
from migrations_tracker.core.mails.kept_must_write import written_from
from migrations_tracker.core.mails.message import UnreadableMail, mail_from_bytes, parse_message
from migrations_tracker.core.mails.newest import newest_message
from migrations_tracker.core.mails.other_matters import in_doubt
from migrations_tracker.core.mails.pasted import moment, pasted
from migrations_tracker.core.mails.programmes import merges_elsewhere
from migrations_tracker.core.mails.reading import (
    Asked,
    Deadline,
    Direction,
    FindingKind,
    MailAccount,
    MailFinding,
    MailKind,
    MailReading,
    MailText,
    MoveAddresses,
)
from migrations_tracker.core.mails.references import case_id, deadlines
from migrations_tracker.core.mails.said import Said
from migrations_tracker.core.mails.statements import Statement, statements
from migrations_tracker.core.mails.weighing import weighed
from migrations_tracker.core.sentence import Sentence, gettext_noop

SUGGESTED_MOVES = {
    MailKind.PARTNER_BLOCK: "hold",
    MailKind.CONFIRM_ACCOUNTS: "ask_confirmation",
    MailKind.NEED_INFO: "ask_information",
    MailKind.WRONG_SENDER: "ask_information",
    MailKind.REDIRECT_SELF_SERVICE: "redirect_self_service",
    MailKind.DONE: "report_merged",
    MailKind.REJECTED: "reject",
}
ASKING = (MailKind.NEED_INFO, MailKind.CONFIRM_ACCOUNTS, MailKind.PARTNER_BLOCK, MailKind.PARTIAL)
LISTED = (Asked.ADDRESSES, Asked.SOURCE_ADDRESS)
MERGED = (MailKind.DONE, MailKind.PARTIAL)
SHOWING = (MailKind.DONE, MailKind.PARTIAL, MailKind.CONFIRM_ACCOUNTS)
WRITTEN_FROM = (MailKind.WRONG_SENDER, MailKind.REDIRECT_SELF_SERVICE)
MAX_JUDGED = 40_000
"""No answer of a support desk is longer; of a longer text only the beginning is judged."""

LOSSES = gettext_noop(
    "Some characters of the mail could not be read. Paste its text from your mail program instead."
)


def read_mail(message: MailText, addresses: MoveAddresses | None = None) -> MailReading:
    """Tell what the newest message of a mail says.

    With the move's ``addresses``, the direction is judged too.
    """
    newest = newest_message(message.body, message.subject)
    text, survey = without_footer(newest.text[:MAX_JUDGED])
    cut = len(newest.text) > MAX_JUDGED
    found = statements(text)
    listed = listed_accounts(text)
    named = tuple(dict.fromkeys(_named(listed) + addresses_in(text)))
    subject = newest.fields.get("subject") or message.subject
    said = Said(
        message=message,
        found=found,
        accounts=len(listed.accounts),
        addresses=len(named),
        survey=survey,
    )
    kind = _not_sure_of(weighed(verdict(said), subject, found), cut=cut)
    claims, keep = _claims(listed, found, named, kind.kind)
    return MailReading(
        kind=kind.kind,
        sure=kind.sure,
        evidence=kind.evidence,
        case_id=case_id(subject, message.subject, text, message.body[:100_000]),
        sender=newest.fields.get("sender") or message.sender,
        subject=subject,
        sent_at=moment(newest.fields.get("sent_at", "")) or message.sent_at,
        accounts=listed.accounts,
        keep=keep,
        direction=_direction(claims, addresses, kind, found),
        findings=findings_of(claims, addresses) + _losses(message),
        suggested_move=SUGGESTED_MOVES.get(kind.kind) if kind.sure else None,
        asks_for=_still_asked(kind.kind, said.asked, keep),
        deadlines=deadlines(found, message.sent_at),
        attachments=message.attachments,
        newest=text,
    )


def _still_asked(kind: MailKind, asked: tuple[Asked, ...], keep: int | None) -> tuple[Asked, ...]:
    """What is to be told; "check the addresses" below a list of accounts asks for none.

    A hold wants a mail from the personal address later, once the person has left: not now.
    Where the mail says which account is kept, it does not ask for it ("which will be kept").
    """
    if kind is MailKind.CONFIRM_ACCOUNTS:
        return tuple(
            each
            for each in asked
            if each not in LISTED and not (keep and each is Asked.KEEP_ACCOUNT)
        )
    if kind is MailKind.PARTNER_BLOCK:
        return tuple(each for each in asked if each is not Asked.REPLY_FROM_ADDRESS)
    return asked if kind in ASKING else ()


def _not_sure_of(found: Verdict, *, cut: bool) -> Verdict:
    """What was judged by its beginning alone is for a person to decide."""
    return replace(found, sure=found.sure and not cut)


def _named(listed: ListedAccounts) -> tuple[str, ...]:
    return tuple(address for account in listed.accounts for address in account.addresses)


def _claims(
    listed: ListedAccounts, found: list[Statement], named: tuple[str, ...], kind: MailKind
) -> tuple[Claims, int | None]:
    """What the message claims about the accounts, and the number it would keep."""
    cast = votes(found, listed.accounts, listed.notes, listed.candidate_ids)
    keep = number_kept(cast, listed.accounts)
    kept = _addresses(cast.kept | _shown(found, kind), listed)
    given_up = _addresses(cast.given_up, listed)
    claims = Claims(
        accounts=listed.accounts,
        keep=keep,
        kept=kept,
        given_up=given_up,
        named=named,
        contradicts=_contradicts(cast) or (bool(kept or given_up) and in_doubt(found)),
    )
    return claims, keep


def _shown(found: list[Statement], kind: MailKind) -> set[int | str]:
    """The accounts in which a merge leaves, or has left, the records to be seen.

    Of a mail that wants another sender: the account kept, which it wants to be written from.
    """
    if kind in WRITTEN_FROM:
        return written_from(found)
    merged = kind in MERGED
    seen = signs_in_with(found, merged=merged) if kind in SHOWING else set()
    return seen | shows_everything(found) if merged else seen


def _direction(
    claims: Claims, addresses: MoveAddresses | None, judged: Verdict, found: list[Statement]
) -> Direction | None:
    """None without addresses; what another programme says of accounts is no direction.

    Where that is not certain, a warning stays, but nothing is called right; nor where AWS
    declines to merge.
    """
    if addresses is None:
        return None
    direction = direction_of(claims, addresses)
    told = direction in (Direction.OK, Direction.SWAPPED)
    if told and merges_elsewhere(found):
        return Direction.UNCLEAR
    if judged.kind is MailKind.UNRELATED and (judged.sure or direction is Direction.OK):
        return Direction.UNCLEAR
    rejected = judged.kind is MailKind.REJECTED and direction is Direction.OK
    return Direction.UNCLEAR if rejected else direction


def _contradicts(cast: Votes) -> bool:
    numbers = {vote for vote in cast.kept if isinstance(vote, int)}
    return cast.contradict() or len(numbers) > 1


def _addresses(names: set[int | str], listed: ListedAccounts) -> frozenset[str]:
    of_number = {account.number: account.addresses for account in listed.accounts}
    given = [(name,) if isinstance(name, str) else of_number.get(name, ()) for name in names]
    return frozenset(address for each in given for address in each)


def _losses(message: MailText) -> tuple[MailFinding, ...]:
    if not message.losses:
        return ()
    return (MailFinding(finding=FindingKind.DECODED_WITH_LOSSES, message=Sentence(LOSSES)),)


__all__ = [
    "SUGGESTED_MOVES",
    "Asked",
    "Deadline",
    "Direction",
    "FindingKind",
    "MailAccount",
    "MailFinding",
    "MailKind",
    "MailReading",
    "MailText",
    "MoveAddresses",
    "UnreadableMail",
    "mail_from_bytes",
    "parse_message",
    "pasted",
    "read_mail",
]
