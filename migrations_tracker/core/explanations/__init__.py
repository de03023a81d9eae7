"""A mail from AWS and the letter that answers it, told in plain words.

Who writes English with effort is told in the own language what a mail says, what to do
now, what a draft says and what comes after sending it: with the addresses, numbers and
days of the case. These are no translations: what a mail means depends on the move.
"""

from migrations_tracker.core.explanations.explained import LetterExplained, MailExplained
from migrations_tracker.core.explanations.letters import explain_letter
from migrations_tracker.core.explanations.mails import explain_mail
from migrations_tracker.core.explanations.words import ASKED_NAMES

__all__ = ["ASKED_NAMES", "LetterExplained", "MailExplained", "explain_letter", "explain_mail"]
