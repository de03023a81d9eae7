"""Every address of the site, and what each kind of visitor gets there: decided here alone.

A row says what fills the address's places, and what its owner gets. The answers stand in the
order of METHODS. "L" after a number: sent to the sign-in. What others get follows from the
row's kind; tests/views/test_access.py holds the site against it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from migrations_tracker.models import CertificateFile, Move, Snapshot

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
VIEWERS = ("nobody", "owner", "another", "staff", "deactivated")

LOGIN = "302L 302L 302L 302L 302L 302L"
PAGE = "200 200 405 405 405 405"
FORM = "200 200 422 405 405 405"
ACT = "405 405 302 405 405 405"
BOTH = "200 200 302 405 405 405"
GONE = "404 404 404 405 405 405"
SHUT = "404 404 404 404 404 404"
AWAY = "302 302 302 302 302 302"
# allauth's views are classes: PUT does what POST does, and OPTIONS tells the methods.
SHOWN = "200 200 405 405 405 200"
ASKED = "200 200 200 200 405 200"


@dataclass
class Things:
    """One of each thing an address can name, all of them Alice's."""

    move: Move
    snapshot: Snapshot
    certificate: CertificateFile


@dataclass(frozen=True)
class Row:
    """``others`` is what a signed-in stranger gets, ``nobody`` who is not signed in."""

    owner: str
    places: Callable[[Things], list[Any]] = field(default=lambda things: [])
    others: str = ""
    nobody: str = LOGIN
    staff: str = ""

    def answers(self, viewer: str) -> list[str]:
        """By METHODS. Staff get what the owner gets, a deactivated person what nobody gets."""
        by_viewer = {
            "nobody": self.nobody,
            "owner": self.owner,
            "another": self.others or self.owner,
            "staff": self.staff or self.owner,
            "deactivated": self.nobody,
        }
        return by_viewer[viewer].split()


def own(owner: str, *places: str | int, of: str = "move") -> Row:
    """An address below somebody's thing: for everybody else there is no such thing."""
    others = " ".join(each if each == "405" else "404" for each in owner.split())
    return Row(owner, lambda things: [getattr(things, of).pk, *places], others)


def of_snapshot(owner: str, *places: str | int) -> Row:
    return own(owner, *places, of="snapshot")


def signed_in(owner: str, *places: str) -> Row:
    """An address that shows each person what is their own, or everybody the same."""
    return Row(owner, lambda things: [*places])


def everybody(same: str, *places: str | int, signed_in: str = "") -> Row:
    return Row(signed_in or same, lambda things: [*places], nobody=same)


def staff_only(staff: str, *places: int) -> Row:
    others = " ".join(each if each == "405" else "404" for each in staff.split())
    return Row(others, lambda things: [*places], staff=staff)


def at_admin_door(staff: str, *places: str | int) -> Row:
    return Row(AWAY, lambda things: [*places], nobody=AWAY, staff=staff)


ADDRESSES: dict[str, Row] = {
    "moves:dashboard": signed_in(PAGE),
    "moves:search": staff_only(ACT),
    "moves:start": signed_in(FORM),
    "moves:move": own(PAGE),
    "moves:edit": own(FORM),
    "moves:account": own(FORM, "source"),
    "moves:place": own("302 302 302 405 405 405", "destination", "after"),
    "moves:way": own(PAGE),
    "moves:step": own("405 405 422 405 405 405"),
    "moves:comparison": own(PAGE),
    "moves:settle": own("405 405 422 405 405 405"),
    "moves:unsettle": own(ACT),
    "moves:receive": own(FORM),
    "moves:mail": own(PAGE, 1),
    "moves:mail_file": own(PAGE, 1),
    "moves:letter": own(FORM, "request"),
    "moves:attach": own(FORM),
    "moves:report": own("302 302 302 405 405 405"),  # to the move: it is not yet complete
    "moves:report_json": own("302 302 405 405 405 405"),
    "moves:calendar_file": own(PAGE),
    "moves:certificate": own(PAGE, of="certificate"),
    "moves:remove_certificate": own(ACT, of="certificate"),
    "moves:snapshot": of_snapshot(PAGE),
    "moves:show_codes": of_snapshot("405 405 200 405 405 405"),
    "moves:preview": of_snapshot("405 405 422 405 405 405"),
    "moves:keep": of_snapshot("405 405 422 405 405 405"),
    "moves:seal": of_snapshot(ACT),
    "moves:empty": of_snapshot(ACT),
    "moves:correct": of_snapshot(ACT),
    "moves:discard": of_snapshot(ACT),
    "moves:new_record": of_snapshot(FORM, "exam"),
    "moves:record": of_snapshot(FORM, 1),
    "moves:remove_record": of_snapshot(ACT, 1),
    "moves:evidence": of_snapshot(PAGE, 1),
    "moves:export": of_snapshot("200 200 200 405 405 405"),
    "moves:calendar": signed_in(BOTH),
    "moves:catalogue": signed_in(PAGE),
    "moves:template": signed_in(PAGE, "exam"),
    # Open to whoever knows the secret in it; this one is wrong.
    "moves:calendar_feed": everybody("404 404 405 405 405 405", "x" * 43),
    "invitations:come_in": everybody("410 410 410 405 405 405", "x" * 43),
    "first_use:welcome": everybody(GONE),  # somebody is here
    "invitations:list": staff_only(FORM),
    "invitations:withdraw": staff_only(ACT, 1),
    "leaving:data": signed_in("200 200 200 405 405 405"),
    "leaving:leave": signed_in(FORM),
    "leaving:delete_move": own(FORM),
    "preferences:language": everybody(ACT),
    "preferences:theme": everybody(ACT),
    "account_login": everybody(ASKED, signed_in=AWAY),
    "account_logout": Row("200 200 302L 405 405 200", nobody="302L 302L 302L 405 405 200"),
    "account_inactive": everybody(SHOWN),
    "account_signup": everybody("200 200 200 200 200 200", signed_in=AWAY),  # "it is closed"
    "account_reauthenticate": signed_in(ASKED),
    "account_email": signed_in("200 200 302 302 405 200"),
    "account_email_verification_sent": everybody(SHOWN),
    "account_confirm_email": everybody("200 200 404 405 405 200", "x"),  # a key that is wrong
    "account_change_password": signed_in(ASKED),
    "account_set_password": signed_in(AWAY),  # everybody has one
    "account_reset_password": everybody(ASKED),
    "account_reset_password_done": everybody(SHOWN),
    "account_reset_password_from_key": everybody("200 200 200 200 200 200", "1", "x-x"),
    "account_reset_password_from_key_done": everybody(SHOWN),
    "account_confirm_login_code": signed_in(AWAY),
    "mfa_index": signed_in(SHOWN),
    "mfa_authenticate": signed_in(AWAY),
    "mfa_reauthenticate": signed_in(AWAY),
    "mfa_activate_totp": signed_in(ASKED),
    "mfa_deactivate_totp": signed_in(SHUT),
    "mfa_view_recovery_codes": signed_in("404 404 405 405 405 200"),
    "mfa_generate_recovery_codes": signed_in(ASKED),
    "mfa_download_recovery_codes": signed_in(SHUT),
    "mfa_list_webauthn": signed_in(SHOWN),
    "mfa_add_webauthn": signed_in(ASKED),
    "mfa_reauthenticate_webauthn": signed_in(AWAY),
    "mfa_remove_webauthn": Row("404 404 404 405 404 200", lambda things: [1]),
    "mfa_edit_webauthn": Row("404 404 404 404 405 200", lambda things: [1]),
    "mfa_login_webauthn": everybody("302L 302L 302L 302L 405 200", signed_in=AWAY),
    "usersessions_list": signed_in("200 200 302 302 405 200"),
    # Admin. Its pages of models follow below; a stranger is sent to the admin's own door.
    "admin:index": at_admin_door("200 200 200 200 200 200"),
    "admin:login": Row("403 403 403 403 403 403", staff="302 200 405 405 405 405"),
    "admin:logout": at_admin_door("405 405 302L 405 405 200"),
    "admin:password_change": signed_in(AWAY),  # to the one of everybody
    "admin_password_change": signed_in(AWAY),
    "admin:password_change_done": at_admin_door("200 200 405 405 405 200"),
    "admin:autocomplete": at_admin_door("403 403 405 405 405 200"),
    "admin:jsi18n": at_admin_door("200 200 405 405 405 200"),
    "admin:view_on_site": at_admin_door(SHUT, 1, 1),
    "admin:app_list": at_admin_door("200 200 200 200 200 200", "migrations_tracker"),
    "admin:auth_user_password_change": Row(
        AWAY, lambda things: [things.move.owner_id], staff="200 200 200 200 200 200"
    ),
}

#: What the superuser may do to each model of the admin.
ADMIN_LOOKS = {
    "mergerequest",
    "snapshot",
    "event",
    "mail",
    "evidence",
    "certificatefile",
    "settlement",
}
ADMIN_EDITS = {"move", "account"}  # by the acts of the pages; adds and deletes nothing
ADMIN_ALL = {"user", "group", "emailaddress", "authenticator", "usersession"}
ADMIN_PAGES = ("changelist", "add", "change", "delete", "history")


def patterns(
    resolver: URLResolver | None = None, names: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern]]:
    """Every address that the site answers, by its name with its name spaces."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, (*names, each.namespace) if each.namespace else names)
        else:
            yield ":".join([*names, str(each.name)]), each


def url_of(name: str, things: Things) -> str:
    return reverse(name, args=ADDRESSES[name].places(things))
