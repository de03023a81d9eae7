"""Files of facts in force: the one that comes with certmove, and the operator's own.

The operator's file stands in a setting (a path). It is read again when it changes, so
that a new fact needs no restart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from django.conf import settings

from migrations_tracker.core.facts import FactsError
from migrations_tracker.core.sentence import Sentence, gettext_noop

Facts = TypeVar("Facts")
DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class FactsFile(Generic[Facts]):
    """One kind of facts: ``shipped`` is a name in data/, ``parse`` takes the texts of the
    shipped file and of the operator's, ``refusal`` is what it raises."""

    shipped: str
    setting: str
    parse: Callable[..., Facts]
    refusal: type[FactsError]

    def current(self) -> Facts:
        """The facts as the files say now. Raises ``refusal`` where a file cannot be used."""
        files = [DATA / self.shipped, *self._operators_files()]
        facts: Facts = _facts_of(self, tuple((file, self._changed_at(file)) for file in files))
        return facts

    def _operators_files(self) -> list[Path]:
        path = getattr(settings, self.setting, None)
        return [Path(path)] if path else []

    def _changed_at(self, file: Path) -> int:
        try:
            return file.stat().st_mtime_ns
        except OSError as error:
            raise self._unreadable(file, error) from error

    def text_of(self, file: Path) -> str:
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self._unreadable(file, error) from error

    def _unreadable(self, file: Path, error: Exception) -> FactsError:
        remedy = gettext_noop(
            "%(file)s cannot be read (%(error)s). Correct the path in %(setting)s, "
            "or save the file as UTF-8."
        )
        values = {"file": str(file), "error": str(error), "setting": self.setting}
        return self.refusal("-", "-", Sentence(remedy, values))


@lru_cache(maxsize=8)
def _facts_of(kind: FactsFile[Facts], files: tuple[tuple[Path, int], ...]) -> Facts:
    return kind.parse(*(kind.text_of(file) for file, _ in files))
