"""A message as statements: sentences, with what is said apart from what is only supposed.

"Once merged, an account cannot be separated" does not say that anything was merged: the
part that begins with "once" is a condition. Such parts are set apart here, so that the
rules look for facts only where facts are stated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from unicodedata import normalize

from migrations_tracker.core.mails.account_headings import is_heading
from migrations_tracker.core.mails.addresses import numbers_apart
from migrations_tracker.core.mails.screening import Marked, screened
from migrations_tracker.core.mails.shorthand import written_out

MAX_STATEMENT = 2_000
MIN_WRAPPED = 46

SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[Nn][or]\.(?=\s\d))[\"')\]]?\s+(?=[\"'(\[*]?[^\s])|(?<=[。!?])|\n|;\s"
)
ITEM = re.compile(r"\s*(?:・(?=\S)|(?:[*•・●○◦▪■□☐☑☒✓✔✅-]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)])\s+)")
LEADER = re.compile(r"^([^.@\n]{3,40}?) ?\.{4,60} ?(?=[^.\n])", re.M)
""" "Profile .... a@b": dots that lead from a label to its value."""
LEADS_IN = re.compile(r"\b(?:the following|below)\b|以下|下記|次の")
TAKEN_IN = re.compile(
    r"\b(?:received|registered|recorded|logged|got)\b|受け付け|受付|承り|拝受|いただきました", re.I
)
NUMBERED = re.compile(r"^\s*\d{1,2}\.\s+(?!\S{1,64}@)")
LABEL = re.compile(r"\s*[^:：.。、]{1,40}[:：](?:\s|$|[^/])")
ACCOUNT = re.compile(
    r"\s*[(\[【■●◆*]*(?:account|アカウント)\s*(?:#|＃|no|[0-9１-９①-⑨a-c]\b)", re.I
)
CONDITION = screened(
    r"\b(?:only (?:if|when|once|after)|even if|as soon as|as long as|so long as|by the time|"
    r"once|if|when(?:ever)?|after|before|until|till|unless|while|whilst|whether|in case|"
    r"provided|providing|prior to|upon|so that|in order (?:to|for)|in the event|the moment|"
    r"should (?:you|there|the|any|this|it|your)|were you to|assuming|subject to|"
    r"following (?:your|the|receipt))\b"
)
FORESEEN = re.compile(r"(?:and |so |then )?(?:when(?:ever)?|once|as soon as|the moment)\b")
LOOKED_BACK = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|saw|went|got|came|wrote|heard|spoke|ran|told)\b(?![\"'])"
)
CONDITION_END = re.compile(
    r",|\s[-\u2013\u2014]\s|\bthen\b|:|[\u2728\U0001f600-\U0001f64f]|"
    r"\s(?=(?:i|we) (?:must|need|require|would|will|should|shall|do)\b|please\b|kindly\b)"
)
CONDITION_COMMA = re.compile(r"[,:]")
SHORTEST_CONDITION = 9


@dataclass(frozen=True)
class Statement:
    """One sentence. ``text`` is as written, ``folded`` NFKC, lower case, no shorthand.

    ``lead`` is the sentence that leads into the list this one is an item of.
    """

    text: str
    lead: "Statement | None" = None

    @property
    def introduced(self) -> str:
        return self.lead.text if self.lead else ""

    @cached_property
    def folded(self) -> Marked:
        return written_out(" ".join(normalize("NFKC", numbers_apart(self.text)).lower().split()))

    @cached_property
    def heading(self) -> bool:
        """A heading of accounts rather than a sentence about them."""
        return is_heading(self.text)

    @cached_property
    def question(self) -> bool:
        return self.folded.rstrip("\"')」 ").endswith(("?", "か。", "か", "でしょうか"))

    @cached_property
    def stated(self) -> Marked:
        """The sentence without its conditions; "now that" and "since" state facts and stay."""
        return self._parts_that_are(condition=False)

    @cached_property
    def supposed(self) -> Marked:
        """The conditions alone: "once merged", "if you agree", "after your last day"."""
        return self._parts_that_are(condition=True)

    @cached_property
    def foreseen(self) -> bool:
        """ "When the status reads Completed, your accounts have been merged": not yet a fact."""
        return bool(FORESEEN.match(self.folded)) and not LOOKED_BACK.search(self.supposed)

    def _parts_that_are(self, *, condition: bool) -> Marked:
        kept = [part for part, conditional in self._parts if conditional is condition]
        return self.folded if kept == [self.folded] else self.folded.piece(" | ".join(kept))

    @cached_property
    def _parts(self) -> list[tuple[str, bool]]:
        return list(_split_conditions(self.folded))


def _split_conditions(folded: Marked) -> Iterator[tuple[str, bool]]:
    position = 0
    while match := CONDITION.search(folded, position):
        if match.start() > position:
            yield folded[position : match.start()], False
        end = CONDITION_END.search(folded, match.end() + SHORTEST_CONDITION)
        end = CONDITION_COMMA.search(folded, match.end(), match.end() + SHORTEST_CONDITION) or end
        position = end.end() if end else len(folded)
        yield folded[match.start() : position], True
    if position < len(folded):
        yield folded[position:], False


def statements(text: str) -> list[Statement]:
    """Split a message into its sentences; hard-wrapped lines of a paragraph are joined."""
    found: list[Statement] = []
    lead: Statement | None = None
    for block in _blocks(text):
        item = bool(ITEM.match(block))
        for sentence in _sentences(NUMBERED.sub("", block, count=1)):
            found.append(Statement(sentence, lead if item else None))
            if sentence.rstrip().endswith((":", "：")) or (not item and _leads_in(sentence)):
                lead = found[-1]
            elif not item:
                lead = None
    return found


def _leads_in(sentence: str) -> bool:
    """ "We need the following." leads into a list; of what was received, nothing is asked."""
    return bool(LEADS_IN.search(sentence)) and not TAKEN_IN.search(sentence)


def _sentences(block: str) -> Iterator[str]:
    for piece in SENTENCE_END.split(_plain_stops(block)):
        if piece and (words := piece.strip()):
            for start in range(0, len(words), MAX_STATEMENT):
                yield words[start : start + MAX_STATEMENT]


def _plain_stops(block: str) -> str:
    """Full-width question and exclamation marks end a sentence as the narrow ones do."""
    return block if block.isascii() else block.translate({0xFF1F: "?", 0xFF01: "!", 0xFF0E: ". "})


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, with list items and labelled lines kept apart."""
    current: list[str] = []
    for line in LEADER.sub(r"\1: ", text).split("\n"):
        wrapped = bool(current) and _runs_on(current[-1]) and not _stands_alone(line)
        if current and not (line.strip() and wrapped):
            yield _joined(current)
            current = []
        if line.strip():
            current.append(line.strip())
    if current:
        yield _joined(current)


def _joined(lines: list[str]) -> str:
    """Join wrapped lines: with a space, but Japanese knows none between its words."""
    joined = [lines[0]]
    for before, after in pairwise(lines):
        joined.append("" if _wide(before[-1]) and _wide(after[0]) else " ")
        joined.append(after)
    return "".join(joined)


def _wide(character: str) -> bool:
    return character >= "\u2e80"


def _runs_on(line: str) -> bool:
    """Tell a line that was wrapped from one that ends: a wrapped line is long and unfinished."""
    width = len(line) if line.isascii() else len(line) + sum(map(_wide, line))
    return width >= MIN_WRAPPED and line[-1] not in ":：。"


def _stands_alone(line: str) -> bool:
    return bool(
        "\t" in line or "|" in line or ITEM.match(line) or LABEL.match(line) or ACCOUNT.match(line)
    )
