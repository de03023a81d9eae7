"""Finds moves by the beginnings of words, at the same cost among ten as among 100,000."""

from collections.abc import Iterable, Set
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from migrations_tracker.core.search_words import words_of
from migrations_tracker.models import Account, MergeRequest, Move, SearchWord

#: Rows that are looked at to tell which of several words is the rarest.
_PROBE = 500
_ACCOUNT_TEXTS = (
    "login_email",
    "training_email",
    "certification_email",
    "skill_builder_email",
    "candidate_id",
)


def note_words(move: UUID) -> None:
    """Bring the words of ``move`` up to date; within the transaction of the act that changed it."""
    wanted = _words_of_move(move)
    known = set(SearchWord.objects.filter(move=move).values_list("word", flat=True))
    if gone := known - wanted:
        SearchWord.objects.filter(move=move, word__in=gone).delete()
    _add(move, wanted - known)


def add_words(move: UUID, texts: Iterable[str]) -> None:
    """The words of a move that is new: there is nothing yet to look up."""
    _add(move, words_of(texts))


def _add(move: UUID, words: Set[str]) -> None:
    SearchWord.objects.bulk_create(SearchWord(move_id=move, word=word) for word in sorted(words))


def _words_of_move(move: UUID) -> frozenset[str]:
    about = Move.objects.filter(pk=move)
    texts = [
        *about.values_list("person_name", "employer", "owner__email"),
        *Account.objects.filter(move=move).values_list(*_ACCOUNT_TEXTS),
        *MergeRequest.objects.filter(pk=move).values_list("case_id"),
    ]
    return words_of(text for row in texts for text in row)


def moves_with(typed: str, *, most: int) -> list[UUID]:
    """At most ``most`` moves that have, for each word of ``typed``, a word that begins with it."""
    moves = words_found(typed).values_list("move", flat=True)
    # A move has a rarest word at most a few times: twice as many rows are enough.
    return list(dict.fromkeys(moves[: 2 * most]))[:most]


def words_found(typed: str) -> QuerySet[SearchWord]:
    """Where the rarest word of ``typed`` begins a word of a move that has the others, too.

    In the order of its index; a move may be there more than once.
    """
    words = sorted(words_of([typed]))
    if not words:
        return SearchWord.objects.none()
    rarest, *others = sorted(words, key=_commonness) if len(words) > 1 else words
    found = SearchWord.objects.filter(begins_with("word", rarest))
    for word in others:
        found = found.filter(Exists(_same_move(word)))
    return found.order_by("word", "pk")


def _same_move(word: str) -> QuerySet[SearchWord]:
    return SearchWord.objects.filter(begins_with("word", word), move=OuterRef("move"))


def _commonness(word: str) -> int:
    return SearchWord.objects.filter(begins_with("word", word))[:_PROBE].count()


def begins_with(column: str, start: str) -> Q:
    """The rows whose ``column`` begins with ``start``, by its index on either database.

    SQLite uses an index for a range alone, PostgreSQL, which sorts by a language, for a LIKE.
    """
    if connection.vendor == "sqlite":
        return Q((f"{column}__gte", start), (f"{column}__lt", start + "\U0010ffff"))
    return Q((f"{column}__startswith", start))
