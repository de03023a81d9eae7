"""The texts of the letters in force: certmove's own, and the operator's in their place.

The operator's stand in a folder, the setting CERTMOVE_LETTERS: <kind>.txt for each letter
that is to read otherwise. They are read again when they change. A letter is Django's
template language with no tags but if and for: the first line is the subject.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template, TemplateSyntaxError

from migrations_tracker.core.facts import OperatorsFileError
from migrations_tracker.core.letters import LetterKind
from migrations_tracker.core.sentence import Sentence, gettext_noop
from migrations_tracker.letters.template_places import names_in

OWN = Path(settings.BASE_DIR) / "templates" / "letters"

#: Nothing is loaded into a letter, and a name with & in it is written as it is.
_ENGINE = Engine(autoescape=False)
_JAPANESE = re.compile("[぀-ヿ㐀-鿿豈-﫿･-ﾟ]")


class LetterError(OperatorsFileError):
    """A letter's file cannot be used; the sentence names the file, the line and the remedy."""

    def __init__(self, file: Path, line: int, remedy: str, **values: object) -> None:
        template = gettext_noop("Letter %(file)s, line %(line)s: %(remedy)s")
        said = {"file": str(file), "line": line, "remedy": Sentence(remedy, values)}
        super().__init__(Sentence(template, said))


class LettersFolderError(OperatorsFileError):
    """The folder of CERTMOVE_LETTERS, or a file in it, is not what it should be."""


def is_operators(kind: LetterKind) -> bool:
    """Whether the operator has a text of their own for ``kind``."""
    folder = _folder()
    return folder is not None and (folder / f"{kind}.txt").is_file()


def render(kind: LetterKind, places: Mapping[str, Any]) -> str:
    """The letter ``kind`` with its places filled, subject and all.

    Raises LettersFolderError or LetterError where the operator's cannot be used.
    """
    folder = _folder() if is_operators(kind) else OWN
    file = (folder or OWN) / f"{kind}.txt"
    known = frozenset(_names_of(places))
    text = _checked(file, file.stat().st_mtime_ns, kind, known)
    return text.render(Context(dict(places), autoescape=False))


def faults(places: Mapping[str, Any]) -> Iterator[OperatorsFileError]:
    """Each fault of the operator's folder, one a file; ``places`` are all that there are."""
    try:
        folder = _folder()
    except LettersFolderError as error:
        yield error
        return
    known = frozenset(_names_of(places))
    for file in sorted(folder.glob("*.txt")) if folder else ():
        try:
            _check(file, known)
        except OperatorsFileError as error:
            yield error


def _folder() -> Path | None:
    """The operator's folder; None where there is none. Raises LettersFolderError."""
    path = getattr(settings, "CERTMOVE_LETTERS", None)
    if not path:
        return None
    folder = Path(path)
    if not folder.is_dir():
        remedy = gettext_noop(
            "The folder %(folder)s of CERTMOVE_LETTERS is not there. Make it, or correct the path."
        )
        raise LettersFolderError(Sentence(remedy, {"folder": str(folder)}))
    if not any(folder.glob("*.txt")):
        remedy = gettext_noop(
            "The folder %(folder)s of CERTMOVE_LETTERS holds no letter. Put at least one of these "
            "into it, or remove the setting: %(names)s."
        )
        raise LettersFolderError(Sentence(remedy, {"folder": str(folder), "names": _file_names()}))
    return folder


def _check(file: Path, known: frozenset[str]) -> None:
    if file.stem not in set(LetterKind):
        remedy = gettext_noop(
            "There is no letter for the file %(file)s. Rename it to one of these: %(names)s."
        )
        raise LettersFolderError(Sentence(remedy, {"file": str(file), "names": _file_names()}))
    _checked(file, file.stat().st_mtime_ns, LetterKind(file.stem), known)


def _file_names() -> str:
    return ", ".join(f"{kind}.txt" for kind in LetterKind)


@lru_cache(maxsize=64)
def _checked(file: Path, changed_at: int, kind: LetterKind, known: frozenset[str]) -> Template:
    """The letter's text, if nothing is wrong with it; read again when it has changed."""
    text = _text_of(file)
    _refuse_wrong_lines(file, text)
    template = _compiled(file, text)
    names = list(names_in(template.nodelist))
    for line, name in names:
        if name is None:
            remedy = gettext_noop("A letter knows the tags if and for alone. Remove this one.")
            raise LetterError(file, line, remedy)
        if name not in known:
            remedy = gettext_noop("There is no place called %(name)s. There are: %(known)s.")
            raise LetterError(file, line, remedy, name=name, known=", ".join(sorted(known)))
    _refuse_without_direction(file, kind, {str(name).partition(".")[0] for _, name in names})
    return template


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = gettext_noop("It cannot be read (%(error)s). Save the file as UTF-8.")
        raise LetterError(file, 1, remedy, error=str(error)) from error


def _refuse_wrong_lines(file: Path, text: str) -> None:
    if not re.match(r"Subject:[ \t]*\S.*\n\s*\S", text):
        remedy = gettext_noop("Begin with a line “Subject: …”, and the text of the letter below.")
        raise LetterError(file, 1, remedy)
    for number, line in enumerate(text.splitlines(), 1):
        if _JAPANESE.search(line):
            remedy = gettext_noop("AWS answers in English only: write the letter in English.")
            raise LetterError(file, number, remedy)


def _compiled(file: Path, text: str) -> Template:
    try:
        return _ENGINE.from_string(text)
    except TemplateSyntaxError as error:
        line = getattr(getattr(error, "token", None), "lineno", None) or 1
        remedy = gettext_noop("%(error)s. Correct that place.")
        raise LetterError(file, line, remedy, error=str(error).rstrip(".")) from error


def _refuse_without_direction(file: Path, kind: LetterKind, used: set[str]) -> None:
    """AWS numbers the accounts as it likes: only their addresses say which one is kept."""
    if kind is not LetterKind.THANKS and not {"keep", "give_up"} <= used:
        remedy = gettext_noop(
            "The letter does not say which account is kept and which is given up. Name both, with "
            "{{ keep.login }} and {{ give_up.login }}."
        )
        raise LetterError(file, 1, remedy)


def _names_of(places: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """The places by their names, those of an account as "keep.login"."""
    for name, value in places.items():
        if isinstance(value, Mapping):
            yield from _names_of(value, f"{prefix}{name}.")
        else:
            yield prefix + name
