"""How a time line's rows write their kinds, steps and statuses: a full move has twenty rows.

What is stored is read by these for good: a code never changes and never comes to mean another word.
"""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "started": "st",
    "edited": "ed",
    "snapshot_started": "ss",
    "evidence_added": "ea",
    "record_typed": "rt",
    "record_changed": "rc",
    "record_removed": "rr",
    "snapshot_sealed": "sl",
    "snapshot_discarded": "sd",
    "declared_empty": "de",
    "declaration_withdrawn": "dw",
    "mail_received": "mr",
    "mail_sent": "ms",
    "transition": "tr",
    "settled": "fs",
    "unsettled": "fu",
    "file_added": "fa",
    "file_removed": "fr",
    "codes_shown": "cs",
}
STEPS: Mapping[str, str] = {
    "submit": "su",
    "redirect_self_service": "rs",
    "hold": "ho",
    "resume": "re",
    "ask_information": "ai",
    "give_information": "gi",
    "ask_confirmation": "ac",
    "correct": "co",
    "confirm": "cf",
    "report_merged": "rm",
    "verify": "ve",
    "report_discrepancy": "rd",
    "doubt": "do",
    "reject": "rj",
    "withdraw": "wd",
    "reopen": "ro",
}
STATUSES: Mapping[str, str] = {
    "preparing": "pr",
    "requested": "rq",
    "employer_hold": "eh",
    "information_asked": "ia",
    "self_service": "sf",
    "confirmation_asked": "ca",
    "confirmed": "cd",
    "reported_merged": "rp",
    "discrepancy": "di",
    "verified": "vd",
    "rejected": "rx",
    "withdrawn": "wn",
}
