"""What the sentences say and what the wording is like, weighed against each other.

The rules are right about what they know and blind for the rest; the wording knows a little
of everything. Where both agree, the answer is certain; where they do not, the likelier of
the two is told, and a person decides.
"""

from collections.abc import Sequence
from dataclasses import replace

from migrations_tracker.core.mails.classify import MAX_EVIDENCE, Verdict
from migrations_tracker.core.mails.likeness import telling, wording_of
from migrations_tracker.core.mails.statements import Statement

#: What the rules' finding counts, in the wording's log-odds, when they are sure and when not:
#: the best on mails that neither had seen.
SURE, NOT_SURE = 2.0, 1.0
#: The probability from which both together are called certain.
CERTAIN = 0.7


def weighed(found: Verdict, subject: str | None, said: Sequence[Statement]) -> Verdict:
    """The rules' verdict where the wording bears it out, else the likelier kind, not sure."""
    bonus = {found.kind: SURE if found.sure else NOT_SURE}
    kind, probability = wording_of(subject, said).likeliest(bonus)
    if kind is found.kind:
        return replace(found, sure=found.sure and probability >= CERTAIN)
    words = telling(kind, said)
    return Verdict(kind, False, (" ".join(words.split())[:MAX_EVIDENCE],) if words else ())
