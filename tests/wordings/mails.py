"""The mails of known kind: the examples, and texts by several writers who did not see the rules."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from migrations_tracker.core.mails import MailText, mail_from_bytes, pasted
from migrations_tracker.core.mails.footer import without_footer
from migrations_tracker.core.mails.likeness import runs_of
from migrations_tracker.core.mails.newest import newest_message
from migrations_tracker.core.mails.statements import statements

CORE = Path(__file__).parents[1] / "core"
EXAMPLES = CORE / "examples" / "mails"
#: A file for each writer.
CORPUS = sorted((CORE / "mails" / "corpus").glob("*.jsonl"))


@dataclass(frozen=True)
class KnownMail:
    """The runs of words in a mail's newest message, and its kind as its writer meant it."""

    kind: str
    runs: frozenset[str]


@dataclass(frozen=True)
class WrittenMail:
    """A mail's text as pasted, and the kinds that are right, the likeliest first."""

    kinds: tuple[str, ...]
    text: str


def known_mails(without: Path | None = None) -> list[KnownMail]:
    """The examples and all writers' mails, but those of the file ``without``."""
    return [*_examples(), *_corpus(without)]


def written(path: Path) -> list[WrittenMail]:
    """Each line of a file of the corpus."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [WrittenMail((row["kind"], *row.get("also_ok", ())), row["text"]) for row in rows]


def _examples() -> Iterator[KnownMail]:
    for answer in sorted(EXAMPLES.glob("*.expected.json")):
        stem = answer.name.removesuffix(".expected.json")
        (mail,) = [path for path in EXAMPLES.glob(f"{stem}.*") if path.suffix != ".json"]
        kind = json.loads(answer.read_text(encoding="utf-8")).get("class")
        if kind:
            yield _known(kind, mail_from_bytes(mail.read_bytes()))


def _corpus(without: Path | None) -> Iterator[KnownMail]:
    for path in CORPUS:
        if path != without:
            for mail in written(path):
                yield _known(mail.kinds[0], pasted(mail.text))


def _known(kind: str, message: MailText) -> KnownMail:
    newest = newest_message(message.body, message.subject)
    text, _survey = without_footer(newest.text)
    subject = newest.fields.get("subject") or message.subject
    return KnownMail(kind, frozenset(runs_of(subject, statements(text))))
