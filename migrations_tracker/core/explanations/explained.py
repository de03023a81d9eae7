"""What an explanation consists of."""

from dataclasses import dataclass

from migrations_tracker.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class MailExplained:
    """``says``: what stands in the mail. ``asks``: what AWS wants. ``do``: the acts in order."""

    says: tuple[Sentence, ...]
    asks: tuple[Sentence, ...] = ()
    do: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterExplained:
    """``says``: the draft, part by part. ``send``: how it is sent. ``then``: the acts after it."""

    says: tuple[Sentence, ...]
    send: tuple[Sentence, ...]
    then: tuple[Sentence, ...]
