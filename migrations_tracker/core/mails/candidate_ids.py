"""Whose candidate ID is whose: by the list of accounts it stands in, or the address beside it."""

import re
from unicodedata import normalize

from migrations_tracker.core.mails.addresses import without_wrapping

CANDIDATE_ID = re.compile(r"(?<![0-9A-Za-z])AWS\d{8,10}(?![0-9A-Za-z])", re.I)
ADDRESS = r"([\w.+%'-]{1,64}@[\w.-]{1,200}\w)"
BESIDE = re.compile(
    rf"{ADDRESS}\s?[(,/=:|\u2013-]{{1,2}}\s?(?:(?:aws )?(?:candidate|候補者?) ?(?:id)?\s?[:=]?\s?)?"
    rf"(AWS\d{{8,10}})\b|"
    rf"\b(AWS\d{{8,10}})\s?[(,/=:|\u2013-]{{1,2}}\s?(?:(?:login|email|"
    rf"e-mail)\s?[:=]?\s?)?{ADDRESS}",
    re.I,
)


def ids_in(line: str) -> tuple[str, ...]:
    """The candidate IDs of a line, in capitals."""
    return tuple(found.upper() for found in CANDIDATE_ID.findall(normalize("NFKC", line)))


def ids_beside_addresses(text: str) -> dict[str, str]:
    """The candidate IDs that stand right beside an address, with that address."""
    if not CANDIDATE_ID.search(text):
        return {}
    owners: dict[str, str] = {}
    for line in text.split("\n"):
        for match in BESIDE.finditer(without_wrapping(line)):
            found, address = (match[2], match[1]) if match[2] else (match[3], match[4])
            owners.setdefault(found.upper(), address.lower())
    return owners
