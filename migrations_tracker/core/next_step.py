"""The one thing to do next, told from the status and from what is already there."""

from collections.abc import Set
from enum import StrEnum

from migrations_tracker.core.lifecycle import AFTER_MERGE, Need, Status
from migrations_tracker.core.sentence import gettext_noop


class NextStep(StrEnum):
    NAME_SOURCE = "name_source"
    NAME_DESTINATION = "name_destination"
    SNAPSHOT_SOURCE = "snapshot_source"
    SNAPSHOT_DESTINATION = "snapshot_destination"
    SEND_REQUEST = "send_request"
    WAIT_FOR_ANSWER = "wait_for_answer"
    ANSWER_HOLD = "answer_hold"
    GIVE_INFORMATION = "give_information"
    USE_TOOL = "use_tool"
    CONFIRM_ACCOUNTS = "confirm_accounts"
    WAIT_FOR_MERGE = "wait_for_merge"
    SNAPSHOT_AFTER = "snapshot_after"
    COMPARE = "compare"
    VERIFY = "verify"
    PURSUE_DISCREPANCY = "pursue_discrepancy"
    PRINT_REPORT = "print_report"
    DECIDE_AFTER_REJECTION = "decide_after_rejection"
    NOTHING = "nothing"


NEXT_STEP_SENTENCES: dict[NextStep, str] = {
    NextStep.NAME_SOURCE: gettext_noop("Enter the account to give up: its login address."),
    NextStep.NAME_DESTINATION: gettext_noop("Enter the account to keep: its login address."),
    NextStep.SNAPSHOT_SOURCE: gettext_noop(
        "Write down what the account to give up holds: paste its pages, then seal the snapshot."
    ),
    NextStep.SNAPSHOT_DESTINATION: gettext_noop(
        "Write down what the account to keep holds, or declare it empty, then seal the snapshot."
    ),
    NextStep.SEND_REQUEST: gettext_noop(
        "See which way fits your accounts, then ask AWS for the merge; the text is ready."
    ),
    NextStep.WAIT_FOR_ANSWER: gettext_noop(
        "Wait for the answer from AWS, and record each mail here. Do not open a second case."
    ),
    NextStep.ANSWER_HOLD: gettext_noop(
        "Answer the hold: tell AWS when you leave and how you can be reached afterwards."
    ),
    NextStep.GIVE_INFORMATION: gettext_noop("Send AWS the information it asks for."),
    NextStep.USE_TOOL: gettext_noop(
        "Merge with the self-service tool, signed in to the account to keep."
    ),
    NextStep.CONFIRM_ACCOUNTS: gettext_noop(
        "Check which account AWS will keep, then confirm or correct it."
    ),
    NextStep.WAIT_FOR_MERGE: gettext_noop("Wait until AWS says that the accounts are merged."),
    NextStep.SNAPSHOT_AFTER: gettext_noop(
        "Sign in to the account to keep and write down what it holds now: the after-snapshot."
    ),
    NextStep.COMPARE: gettext_noop("Go through the comparison of before and after."),
    NextStep.VERIFY: gettext_noop(
        "No finding is open. Look through the comparison once more, then mark the move as verified."
    ),
    NextStep.PURSUE_DISCREPANCY: gettext_noop(
        "Wait for AWS to repair what is missing, then take a new after-snapshot."
    ),
    NextStep.PRINT_REPORT: gettext_noop("Print the verification report and keep it."),
    NextStep.DECIDE_AFTER_REJECTION: gettext_noop(
        "Read why AWS rejected the request, then prepare it again or withdraw it."
    ),
    NextStep.NOTHING: gettext_noop("Nothing is left to do."),
}

_BY_STATUS: dict[Status, NextStep] = {
    Status.REQUESTED: NextStep.WAIT_FOR_ANSWER,
    Status.EMPLOYER_HOLD: NextStep.ANSWER_HOLD,
    Status.INFORMATION_ASKED: NextStep.GIVE_INFORMATION,
    Status.SELF_SERVICE: NextStep.USE_TOOL,
    Status.CONFIRMATION_ASKED: NextStep.CONFIRM_ACCOUNTS,
    Status.CONFIRMED: NextStep.WAIT_FOR_MERGE,
    Status.DISCREPANCY: NextStep.PURSUE_DISCREPANCY,
    Status.VERIFIED: NextStep.PRINT_REPORT,
    Status.REJECTED: NextStep.DECIDE_AFTER_REJECTION,
    Status.WITHDRAWN: NextStep.NOTHING,
}

_PREPARATION: tuple[tuple[Need, NextStep], ...] = (
    (Need.SOURCE_NAMED, NextStep.NAME_SOURCE),
    (Need.DESTINATION_NAMED, NextStep.NAME_DESTINATION),
    (Need.SOURCE_BEFORE_SEALED, NextStep.SNAPSHOT_SOURCE),
    (Need.DESTINATION_BEFORE_SEALED, NextStep.SNAPSHOT_DESTINATION),
)


def next_step(status: Status, met: Set[Need]) -> NextStep:
    """What the person does next at ``status`` with the needs ``met``."""
    if status is Status.PREPARING:
        missing = (step for need, step in _PREPARATION if need not in met)
        return next(missing, NextStep.SEND_REQUEST)
    if status in AFTER_MERGE and Need.NO_OPEN_FINDINGS in met:
        return NextStep.VERIFY
    if status is Status.REPORTED_MERGED:
        return NextStep.COMPARE if Need.AFTER_SEALED in met else NextStep.SNAPSHOT_AFTER
    return _BY_STATUS[status]
