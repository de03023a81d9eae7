"""By which words a move is found."""

from django.db import models

from migrations_tracker.models.moves import Move


class SearchWord(models.Model):
    """One folded word of a move's person, employer, accounts or case; see ``core.search_words``.

    Made from other rows by ``migrations_tracker.search``: nothing is lost with it.
    """

    move = models.ForeignKey(
        Move, on_delete=models.CASCADE, related_name="search_words", db_index=False
    )
    word = models.CharField(max_length=12, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["move", "word"], name="search_word_once"),)

    def __str__(self) -> str:
        return self.word
