"""What a recorded installation holds: the sample company, and what it has nothing of."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp

from migrations_tracker.accounts.first_use import open_installation
from migrations_tracker.accounts.invitations import invite
from migrations_tracker.accounts.people import NewPerson
from migrations_tracker.comparing.comparisons import compare_move
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.lifecycle import Status
from migrations_tracker.deadlines.calendars import renew_feed
from migrations_tracker.evidence.certificates import attach_certificate
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.mails.files import keep_mail_file
from migrations_tracker.merge_requests import settle
from migrations_tracker.models import Move, Reminder
from migrations_tracker.samples import SamplePerson, make_sample_company, make_sample_move
from migrations_tracker.snapshots.acts import start_snapshot
from migrations_tracker.snapshots.uploads import store_uploads

PASSWORD = "correct horse battery staple"


def fill(at: datetime) -> None:
    """People in every stage of a move, and one who has used everything there is to use."""
    new = NewPerson("石川 太郎", "taro.ishikawa@example.com", PASSWORD, "ja", "Asia/Tokyo")
    taro = open_installation(new, at=at)
    make_sample_company(at)
    EmailAddress.objects.filter(user=taro).update(verified=True)
    totp.TOTP.activate(taro, "JBSWY3DPEHPK3PXP")
    renew_feed(taro, at=at)
    invite("hanako@example.com", by=taro, at=at)
    person = SamplePerson(name="Taro Ishikawa", status=Status.REPORTED_MERGED)
    _use_everything(make_sample_move(taro, at, person), at)


def _use_everything(move: Move, at: datetime) -> None:
    by = move.owner
    attach_certificate(
        move, certification="AWS", name="認定証.pdf", content=b"%PDF-1.4 sample", by=by, at=at
    )
    mail = record_received(move, MailContent(kind="ack", body="石川 様"), by=by, at=at)
    keep_mail_file(mail, "mail.eml", "Subject: 件名\n\n石川 様".encode("iso-2022-jp"))
    account = move.accounts.select_related("move__merge_request").get(role=Role.SOURCE)
    draft = start_snapshot(account, Phase.BEFORE, by=by, at=at)
    store_uploads(draft, [("page.html", b"<p>a page</p>")], by=by, at=at)
    compared = compare_move(move)
    if compared and compared.open_findings:
        settle(move, compared.open_findings[0].key, "AWS に確認済み", by=by, at=at)
    Reminder.objects.create(move=move, deadline="0" * 64, step=7, tried_at=at)
