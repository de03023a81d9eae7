"""What a mail from AWS means, as plain values.

The kinds are those a merge case of AWS Training and Certification goes through. Few
sentences of AWS are known word by word (a case of 2022: partner account, come back
after leaving; "Account #1 / Account #2: Login email, Training notification email,
Certification notification email"; "I have successfully merged all accounts"; and a
Japanese support text that names the four addresses). Everything else is told from what
a sentence says, whoever wrote it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from migrations_tracker.core.sentence import Sentence


class MailKind(StrEnum):
    """What the newest message of a mail says, in the order of the life of a case."""

    ACK = "ack"
    PARTNER_BLOCK = "partner_block"
    CONFIRM_ACCOUNTS = "confirm_accounts"
    NEED_INFO = "need_info"
    WRONG_SENDER = "wrong_sender"
    REDIRECT_SELF_SERVICE = "redirect_self_service"
    DONE = "done"
    PARTIAL = "partial"
    REJECTED = "rejected"
    CLOSING = "closing"
    UNRELATED = "unrelated"


class Direction(StrEnum):
    """Which way AWS would move the records, held against the person's own addresses."""

    OK = "ok"
    SWAPPED = "swapped"
    UNKNOWN_ADDRESS = "unknown_address"
    UNCLEAR = "unclear"


class Asked(StrEnum):
    """What AWS wants to be told or sent."""

    CANDIDATE_IDS = "candidate_ids"
    NAME = "name"
    KEEP_ACCOUNT = "keep_account"
    REPLY_FROM_ADDRESS = "reply_from_address"
    SOURCE_ADDRESS = "source_address"
    ADDRESSES = "addresses"
    LAST_WORKING_DAY = "last_working_day"
    ID_DOCUMENT = "id_document"
    SCREENSHOT = "screenshot"
    CERTIFICATE = "certificate"
    VALIDATION_NUMBER = "validation_number"
    DATE_OF_BIRTH = "date_of_birth"
    POSTAL_ADDRESS = "postal_address"
    PHONE_NUMBER = "phone_number"
    EXAM_DETAILS = "exam_details"
    EMPLOYER_NAME = "employer_name"
    REASON = "reason"


class FindingKind(StrEnum):
    """What is wrong with the accounts of a mail, or with what it says of them."""

    SWAPPED = "swapped"
    CONTRADICTION = "contradiction"
    TYPO = "typo"
    UNKNOWN_ADDRESS = "unknown_address"
    THIRD_ACCOUNT = "third_account"
    SAME_ADDRESS_IN_BOTH = "same_address_in_both"
    ADDRESS_OF_THE_OTHER_SIDE = "address_of_the_other_side"
    DECODED_WITH_LOSSES = "decoded_with_losses"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailText:
    """A mail without its packing: plain text only, nothing of it is ever run.

    ``sent_at`` is naive where the mail names no time zone. ``html`` is true where the body was
    taken from HTML; ``attachments`` are the file names; ``losses`` is true where bytes did
    not fit any known character set.
    """

    subject: str = ""
    sender: str = ""
    sent_at: datetime | None = None
    message_id: str | None = None
    body: str = ""
    html: bool = False
    attachments: tuple[str, ...] = ()
    losses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount:
    """One account as a mail lists it; addresses in lower case, None where it says none.

    ``number`` is the mail's own; accounts without one are counted in their order.
    """

    number: int
    login: str | None = None
    training: str | None = None
    certification: str | None = None
    skill_builder: str | None = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that are there, each once, in the order of the fields."""
        given = (self.login, self.training, self.certification, self.skill_builder)
        return tuple(dict.fromkeys(address for address in given if address))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAddresses:
    """The move's own addresses in lower case: to be given up, and to be kept."""

    source: frozenset[str] = frozenset()
    destination: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFinding:
    """One thing that a person should see before answering."""

    finding: FindingKind
    message: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit as the mail words it; ``on`` or ``hours`` where it can be told."""

    text: str
    on: date | None = None
    hours: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailReading:
    """All that could be told of one mail.

    ``sure`` is false where a person must decide on ``kind``; ``suggested_move`` is then
    None. ``evidence`` holds the deciding words as they stand in the mail. ``keep`` is the
    number of the account that would be kept. ``direction`` is None without addresses to
    hold it against. ``newest`` is the text that was judged: no quotes, no signature.
    """

    kind: MailKind
    sure: bool
    evidence: tuple[str, ...] = ()
    case_id: str | None = None
    sender: str = ""
    subject: str = ""
    sent_at: datetime | None = None
    accounts: tuple[MailAccount, ...] = ()
    keep: int | None = None
    direction: Direction | None = None
    findings: tuple[MailFinding, ...] = ()
    suggested_move: str | None = None
    asks_for: tuple[Asked, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    attachments: tuple[str, ...] = ()
    newest: str = field(default="", repr=False)
