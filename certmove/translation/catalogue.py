"""The .po file: brought up to date with the source, and held against it."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from certmove.translation.extracting import Message

HEADER = {
    "Language": "ja",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
PLACE = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}")


def update(path: Path, messages: list[Message]) -> None:
    """Put ``messages`` into the catalogue at ``path``, keeping every translation it has.

    What the source no longer says stays below as obsolete, and comes back with its translation.
    The comment at the top, the translators' glossary, stays as it is. Neither dates nor line
    numbers are written: a change shows what changed.
    """
    known = _read(path)
    old = {_key(entry): entry for entry in known}
    new = polib.POFile(wrapwidth=100)
    new.header = known.header
    new.metadata = HEADER
    for message in messages:
        new.append(_entry(message, old.pop(message.key, None)))
    for entry in sorted(old.values(), key=_key):
        if entry.msgstr or entry.msgstr_plural:
            entry.obsolete = True
            new.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))


def faults(path: Path, messages: list[Message]) -> list[str]:
    """A sentence for each message that is missing, untranslated, fuzzy or has other places."""
    entries = {_key(entry): entry for entry in _read(path) if not entry.obsolete}
    wanted = {message.key for message in messages}
    found = [f"not in the catalogue: {m.text!r}" for m in messages if m.key not in entries]
    found += [f"no longer in the source: {key[0]!r}" for key in entries if key not in wanted]
    for message in messages:
        if entry := entries.get(message.key):
            found += _faults_of(entry, message)
    return found


def _faults_of(entry: polib.POEntry, message: Message) -> Iterator[str]:
    translations = [*entry.msgstr_plural.values()] if message.plural else [entry.msgstr]
    if bool(entry.msgid_plural) != bool(message.plural):
        yield f"one has a plural, the other has not: {message.text!r}"
    elif entry.fuzzy:
        yield f"fuzzy: {message.text!r}"
    elif not translations or not all(text.strip() for text in translations):
        yield f"not translated: {message.text!r}"
    else:
        yield from _places_differ(message, translations)


def _places_differ(message: Message, translations: list[str]) -> Iterator[str]:
    wanted = sorted(PLACE.findall(message.plural or message.text))
    for text in translations:
        if sorted(PLACE.findall(text)) != wanted:
            yield f"other places than {wanted}: {message.text!r} -> {text!r}"


def _entry(message: Message, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict(known.msgstr_plural) if known else {}
        entry.msgstr_plural = entry.msgstr_plural or {0: ""}
    else:
        entry.msgstr = known.msgstr if known else ""
    if known:
        entry.tcomment = known.tcomment
        entry.flags = [flag for flag in known.flags if flag == "fuzzy"]
    if PLACE.search(message.text):
        entry.flags.append("python-format")
    return entry


def _key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgid, entry.msgctxt or ""


def _read(path: Path) -> polib.POFile:
    return polib.pofile(str(path)) if path.exists() else polib.POFile()
