"""The strings that a person sees, out of Python and templates, by Babel.

Babel is a developer's package: only the commands that need it import this module.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.extract import extract
from django.utils.translation.template import templatize

FOLDERS = ("certmove", "migrations_tracker", "templates")
ENDINGS = {".py", ".html", ".txt"}
NO_TEXT_IN = {"locale", "migrations", "data"}

# A number is the argument that holds a message; "c" marks the one that holds its context.
KEYWORDS: Mapping[str, Any] = {
    name + lazy: places
    for name, places in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazy in ("", "_lazy")
} | {"_": None, "gettext_noop": None}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """What stands in the source: ``plural`` and ``context`` are "" where there is none."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What gettext looks it up by."""
        return self.text, self.context


def messages_of(project: Path) -> list[Message]:
    """Every message of the project, each once, in the order of its text."""
    found: dict[tuple[str, str], Message] = {}
    for file in _files(project):
        for message in messages_in(file.read_text(encoding="utf-8"), template=_is_template(file)):
            known = found.get(message.key)
            if known is None or not known.plural:
                found[message.key] = message
    return sorted(found.values())


def messages_in(source: str, *, template: bool = False) -> Iterator[Message]:
    """The messages of one file's text."""
    if template:
        # In brackets, Python's tokeniser does not mind how the lines are indented.
        source = f"({templatize(source)})"
    for _line, texts, _comments, context in extract(
        "python", BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        text, plural = texts if isinstance(texts, tuple) else (texts, "")
        if text:
            yield Message(text, plural or "", context or "")


def _files(project: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for file in sorted((project / folder).rglob("*")):
            inside = file.relative_to(project).parts
            if file.suffix in ENDINGS and not NO_TEXT_IN & set(inside):
                yield file


def _is_template(file: Path) -> bool:
    return file.suffix != ".py"
