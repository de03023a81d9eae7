"""On a certificate: the certification's name and the person's, each perhaps over two lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.documents.lines import Document, TextLine
from migrations_tracker.core.documents.problems import not_named, problem
from migrations_tracker.core.reading import Problem, ProblemKind
from migrations_tracker.core.recognition import Recognition, recognise, speaks_only_of_names

# Numbers of 2016 and 2017 say which certification it is: AWS-ASA-16306.
_BY_NUMBER = {"ASA": "SAA", "ADEV": "DVA"}
_NAME_BEGINS = re.compile(r"\b(?:aws|amazon|アマゾン)\b|aws(?=[^a-z0-9])", re.I)
_MOST_NAME_LINES = 3
_MOST_STARTS = 10
_UNNAMED = "AWS Certification"


@dataclass(frozen=True, slots=True)
class Named:
    """Who was certified for what, and the lines that say so."""

    certification: str | None
    name: str
    lines: tuple[int, ...] = ()
    holder: str | None = None
    holder_lines: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def named_certification(
    document: Document,
    catalogue: Catalogue,
    words: Sequence[TextLine] | None = None,
    number: str | None = None,
) -> Named:
    """Find certification and person in ``words``, the lines without numbers and dates.

    Where the text does not name the certification, an old number does, or the file's
    name or title.
    """
    lines = document.lines if words is None else tuple(words)
    lines = _with_name_apart(lines, catalogue)
    start = _start_of_name(lines, catalogue)
    if start is None:
        return _from_clues(document, catalogue, lines, number)
    end = end_of_name(lines, start, catalogue)
    name = " ".join(line.flat for line in lines[start:end])
    recognition = recognise(name, catalogue)
    holder, holder_lines = _holder((*lines[:start], *lines[end:]))
    return Named(
        certification=recognition.certification,
        name=name,
        lines=tuple(line.number for line in lines[start:end]),
        holder=holder,
        holder_lines=holder_lines,
        problems=_unclear(recognition, lines[start]),
    )


def _with_name_apart(lines: Sequence[TextLine], catalogue: Catalogue) -> tuple[TextLine, ...]:
    """Part a person's name from the certification's where one line holds both."""
    apart: list[TextLine] = []
    for line in lines:
        match = _NAME_BEGINS.search(line.text)
        before = line.text[: match.start()].strip() if match else ""
        name = line.text[match.start() :] if match else ""
        if before and not speaks_only_of_names(before) and recognise(name, catalogue).candidates:
            apart.append(replace(line, text=before))
            line = replace(line, text=name)
        apart.append(line)
    return tuple(apart)


def name_begins(text: str) -> bool:
    """Tell whether a certification's name may begin in this line."""
    return bool(_NAME_BEGINS.search(text))


def _start_of_name(lines: Sequence[TextLine], catalogue: Catalogue) -> int | None:
    """Find the line that begins a known certification's name, else one that sounds like it."""
    starts = [at for at, line in enumerate(lines) if name_begins(line.text)]
    for start in starts[:_MOST_STARTS]:
        end = end_of_name(lines, start, catalogue)
        if recognise(" ".join(line.flat for line in lines[start:end]), catalogue).candidates:
            return start
    return starts[0] if starts else None


def end_of_name(lines: Sequence[TextLine], start: int, catalogue: Catalogue) -> int:
    """Tell where a name ends: it goes on while the next line holds only words of names."""
    end = start + 1
    while end < min(len(lines), start + _MOST_NAME_LINES):
        so_far = " ".join(line.flat for line in lines[start:end])
        longer = recognise(f"{so_far} {lines[end].flat}", catalogue)
        before = recognise(so_far, catalogue)
        fits = longer.certification or (before.certification is None and longer.candidates)
        if not (fits and speaks_only_of_names(lines[end].text)) or name_begins(lines[end].text):
            break
        if before.certification and before.certification != longer.certification:
            break
        end += 1
    return end


def _holder(lines: Sequence[TextLine]) -> tuple[str | None, tuple[int, ...]]:
    """Take the first lines that follow each other as the person's name."""
    name: list[TextLine] = []
    for line in lines:
        if not any(letter.isalpha() for letter in line.text) or is_heading(line.text):
            continue
        if name and line.number != name[-1].number + 1:
            break
        name.append(line)
    kept = name[:_MOST_NAME_LINES]
    joined = " ".join(line.flat for line in kept)
    return joined or None, tuple(line.number for line in kept)


def is_heading(text: str) -> bool:
    """Tell "AWS certified", the certificate's head where somebody read its picture."""
    return name_begins(text) and speaks_only_of_names(text)


def _from_clues(
    document: Document, catalogue: Catalogue, lines: Sequence[TextLine], number: str | None
) -> Named:
    holder, holder_lines = _holder(lines)
    code = _from_number(number, catalogue) or _from_file(document, catalogue)
    return Named(
        certification=code,
        name=catalogue.name_of(code) if code else _UNNAMED,
        holder=holder,
        holder_lines=holder_lines,
        problems=() if code else (not_named(),),
    )


def _from_number(number: str | None, catalogue: Catalogue) -> str | None:
    if number is None or not number.startswith("AWS-"):
        return None
    entry = catalogue.entry(_BY_NUMBER.get(number.split("-")[1]))
    return entry.code if entry else None


def _from_file(document: Document, catalogue: Catalogue) -> str | None:
    found = (recognise(clue, catalogue).certification for clue in document.clues)
    return next((code for code in found if code), None)


def _unclear(recognition: Recognition, line: TextLine) -> tuple[Problem, ...]:
    if recognition.certification:
        return ()
    several = ProblemKind.AMBIGUOUS_CERTIFICATION
    kind = several if recognition.candidates else ProblemKind.UNKNOWN_CERTIFICATION
    return (problem(kind, line, recognition.text),)
