"""What only a certificate's text holds: its number, the address to check it, its labels."""

import re
from collections.abc import Iterable

from migrations_tracker.core.documents.certificate_names import name_begins
from migrations_tracker.core.documents.lines import TextLine

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z-])(?:[0-9a-fA-F]{32}|(?=[A-Z]{0,15}[0-9])[0-9A-Z]{16}|"
    r"AWS-[A-Z]{2,5}-[0-9]{1,7})"
    r"(?![0-9A-Za-z-])"
)
_LABELLED_NUMBER = re.compile(
    r"validation number\s*(?::\s*)?([0-9a-z]{16}|[0-9a-f]{32})(?![0-9a-z])", re.I
)
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|aw\.|cp\.)?(?:aws\.amazon\.com/verification|certmetrics\.com/\S*)",
    re.I,
)
_SIGNATURE = re.compile(
    r"(?:(?:senior )?vice president|s?vp|(?:general )?manager|(?:managing )?director)\b.{0,60}"
    r"\b(?:aws|amazon|training|certification)\b.{0,60}",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:validation number|validation|certificate number|certificate|verify at|validate at|"
    r"issued? (?:date|on)|date of issue|expir(?:ation|y) date|expires(?: on)?|valid until|"
    r"this (?:is to certify|certifies) that|(?:and )?has achieved(?: (?:their|his|her)\b)?|"
    r"has (?:successfully )?(?:completed|met) the aws certification requirements"
    r"(?: and has achieved(?: (?:their|his|her))?)?|"
    r"issue|director.*|vice president.*|amazon web services(?!.*certified).*)\b\s*:?"
    r"|発行日:?|有効期限:?|検証番号:?",
    re.I,
)


def number_in(line: TextLine) -> str | None:
    """Give the validation number in a line, in the case in which AWS prints it."""
    labelled = _LABELLED_NUMBER.search(line.text)
    match = _NUMBER.search(line.text)
    number = labelled[1] if labelled else match[0] if match else ""
    return (number.lower() if len(number) == 32 else number.upper()) or None


def names_one(line: TextLine) -> bool:
    """Tell whether a certification's name may begin in a line."""
    return name_begins(line.text) and not (has_address(line) or number_in(line))


def has_address(line: TextLine) -> bool:
    """Tell whether a line says where certificates are checked."""
    return bool(_ADDRESS.search(line.text))


def is_signed(lines: Iterable[TextLine]) -> bool:
    """Tell whether somebody of AWS signs, as on no page of the portal."""
    return any(_SIGNATURE.fullmatch(line.flat) for line in lines)


def without_marks(text: str, pieces: Iterable[str]) -> str:
    """Give ``text`` without ``pieces``, labels and addresses: what is left may be a name."""
    rest = text
    for piece in pieces:
        start = rest.lower().find(piece.lower())
        if piece and start >= 0:
            rest = rest[:start] + " " + rest[start + len(piece) :]
    rest = _LABEL.sub(" ", _ADDRESS.sub(" ", rest)).strip()
    return rest if rest == text else rest.strip(" \t,;.|-")
