"""Exam codes as people write them: SAA-C03, saa c03, SAAC03, AWS_SAA-C03-JPN."""

import re
from collections.abc import Mapping
from typing import NamedTuple

# A letter O for the nought is the commonest slip.
_CODE = re.compile(r"(?<![a-z0-9])([a-z]{2}[a-z0-9])([-_ ]*)c[-_ ]?([0-9o][0-9])(?![0-9])")

# Every code has this in it, few names have: a quick way out.
_VERSION = re.compile(r"c[-_ ]?[0-9o][0-9]")


class ExamCodes(NamedTuple):
    """The real codes, whether one looked real but is none, and the text without them."""

    real: tuple[str, ...]
    invented: bool
    rest: str


def exam_codes_in(folded: str, known: Mapping[str, str]) -> ExamCodes:
    """Find the exam codes in a folded text; ``known`` maps them to certifications."""
    if not _VERSION.search(folded):
        return ExamCodes((), False, folded)
    real: list[str] = []
    invented = False

    def take(match: re.Match[str]) -> str:
        nonlocal invented
        code = f"{match[1]}-c{match[3].replace('o', '0')}".upper()
        if code in known:
            real.append(code)
        elif " " in match[2]:
            return match[0]
        else:
            invented = True
        return " "

    rest = _CODE.sub(take, folded)
    return ExamCodes(tuple(dict.fromkeys(real)), invented, rest)
