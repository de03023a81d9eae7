"""What is known of an account, before anything is read from it."""

from enum import StrEnum

from migrations_tracker.core.sentence import gettext_noop


class Role(StrEnum):
    """Which of a move's two accounts."""

    SOURCE = "source"
    DESTINATION = "destination"


class Phase(StrEnum):
    """When a snapshot was taken: before the request, or after AWS says it is merged."""

    BEFORE = "before"
    AFTER = "after"


class AccountKind(StrEnum):
    """How one signs in to the account. Login with Amazon was removed on 2024-01-31."""

    PARTNER = "partner"
    BUILDER_ID = "builder_id"
    ORGANIZATION_SSO = "organization_sso"
    LOGIN_WITH_AMAZON = "login_with_amazon"


ROLE_NAMES: dict[Role, str] = {
    Role.SOURCE: gettext_noop("Account to give up"),
    Role.DESTINATION: gettext_noop("Account to keep"),
}

PHASE_NAMES: dict[Phase, str] = {
    Phase.BEFORE: gettext_noop("Before"),
    Phase.AFTER: gettext_noop("After"),
}

KIND_NAMES: dict[AccountKind, str] = {
    AccountKind.PARTNER: gettext_noop("AWS Partner sign-in"),
    AccountKind.BUILDER_ID: gettext_noop("AWS Builder ID"),
    AccountKind.ORGANIZATION_SSO: gettext_noop("Organisation SSO"),
    AccountKind.LOGIN_WITH_AMAZON: gettext_noop("Login with Amazon (before 2024-02)"),
}

#: The addresses AWS asks for, in the order of its mails.
ADDRESS_NAMES: dict[str, str] = {
    "login": gettext_noop("Login email"),
    "training": gettext_noop("Training notification email"),
    "certification": gettext_noop("Certification notification email"),
    "skill_builder": gettext_noop("Skill Builder email"),
}
