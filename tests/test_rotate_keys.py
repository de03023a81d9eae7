"""A key is retired without losing what it encrypted; a lost one overwrites nothing."""

import io
from base64 import b64encode

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command
from pytest_django import Settings

from migrations_tracker import key_rotation
from migrations_tracker.core.accounts import Phase, Role
from migrations_tracker.core.records import Benefit
from migrations_tracker.encryption import KeyLost
from migrations_tracker.evidence.texts import evidence_text
from migrations_tracker.models import Snapshot, User
from migrations_tracker.records.of_snapshots import held_records
from tests.factories import make_move, make_snapshot

OLD = "old:" + b64encode(b"o" * 32).decode()
NEW = "new:" + b64encode(b"n" * 32).decode()
CODES = [f"CODE{number:06}" for number in range(7)]
SECRET = "JBSWY3DPEHPK3PXP"
BEFORE = (Role.SOURCE, Phase.BEFORE)


@pytest.fixture
def snapshot(alice: User, settings: Settings) -> Snapshot:
    """Seven codes, one benefit without, their page's text, two kinds of second factor."""
    settings.CERTMOVE_ENC_KEYS = OLD
    totp.TOTP.activate(alice, SECRET)
    RecoveryCodes.activate(alice)
    benefits = [Benefit(name="50% discount", code=code) for code in [*CODES, None]]
    return make_snapshot(make_move(alice), *BEFORE, *benefits)


def rotated(*arguments: str) -> list[str]:
    out = io.StringIO()
    call_command("rotate_keys", *arguments, stdout=out)
    return out.getvalue().splitlines()


def codes_in(snapshot: Snapshot) -> list[str | None]:
    return [held.record.code for held in held_records(snapshot) if isinstance(held.record, Benefit)]


def recovery_codes(person: User) -> list[str]:
    return list(
        RecoveryCodes(
            Authenticator.objects.get(user=person, type="recovery_codes")
        ).generate_codes()
    )


def stored() -> list[object]:
    return [
        *Snapshot.objects.order_by("pk").values_list("sealed_codes", flat=True),
        *Authenticator.objects.order_by("pk").values_list("data", flat=True),
    ]


def test_after_the_rotation_everything_opens_without_the_old_key(
    snapshot: Snapshot, alice: User, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_rotation, "BATCH", 2)
    before = recovery_codes(alice)
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    assert rotated() == [
        "4 texts and 0 files were encrypted anew.",
        "new: 4 (writes)",
        "old: 0 (no longer needed)",
    ]
    settings.CERTMOVE_ENC_KEYS = NEW
    assert codes_in(snapshot) == [*CODES, None]
    assert evidence_text(snapshot.evidence.get()) == "a page"
    assert recovery_codes(alice) == before
    device = Authenticator.objects.get(user=alice, type="totp")
    code = totp.format_hotp_value(
        totp.hotp_value(SECRET, next(totp.yield_hotp_counters_from_time()))
    )
    assert totp.TOTP(device).validate_code(code)


def test_what_is_under_the_first_key_already_is_left_alone(
    snapshot: Snapshot, settings: Settings
) -> None:
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    rotated()
    before = stored()
    assert rotated()[0] == "0 texts and 0 files were encrypted anew."
    assert stored() == before


def test_the_check_counts_and_changes_nothing(snapshot: Snapshot, settings: Settings) -> None:
    before = stored()
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    assert rotated("--check") == ["new: 0 (writes)", "old: 4 (still needed)"]
    assert stored() == before


def test_a_lost_key_is_named_with_the_row_and_overwrites_nothing(
    snapshot: Snapshot, settings: Settings
) -> None:
    before = stored()
    settings.CERTMOVE_ENC_KEYS = NEW
    with pytest.raises(CommandError) as failed:
        rotated()
    assert "4 of them do not open. They are unchanged." in str(failed.value)
    assert f"Benefit codes of snapshot {snapshot.pk}: " in str(failed.value)
    assert "Second factor" in str(failed.value)
    assert "with the key old, which is not among CERTMOVE_ENC_KEYS" in str(failed.value)
    assert stored() == before
    with pytest.raises(CommandError, match="not in the ring: old"):
        rotated("--check")


def test_one_row_that_was_changed_does_not_hold_up_the_others(
    snapshot: Snapshot, alice: User, settings: Settings
) -> None:
    moved, changed = (make_snapshot(make_move(alice), *BEFORE) for _ in range(2))
    codes = Snapshot.objects.get(pk=snapshot.pk).sealed_codes
    Snapshot.objects.filter(pk=moved.pk).update(sealed_codes=codes)
    Snapshot.objects.filter(pk=changed.pk).update(sealed_codes="CODE000002")
    settings.CERTMOVE_ENC_KEYS = f"{NEW},{OLD}"
    with pytest.raises(CommandError, match="2 of them do not open") as failed:
        rotated()
    assert f"Benefit codes of snapshot {moved.pk}" in str(failed.value)
    assert f"Benefit codes of snapshot {changed.pk}" in str(failed.value)
    assert Snapshot.objects.get(pk=moved.pk).sealed_codes == codes
    settings.CERTMOVE_ENC_KEYS = NEW
    assert codes_in(snapshot) == [*CODES, None]


def test_a_snapshot_without_its_key_does_not_open(snapshot: Snapshot, settings: Settings) -> None:
    settings.CERTMOVE_ENC_KEYS = NEW
    with pytest.raises(KeyLost):
        codes_in(snapshot)
