"""One table of a file of facts, read field by field, each with its own remedy."""

import re
from calendar import monthrange
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, NoReturn, TypeVar

from migrations_tracker.core.sentence import Sentence, gettext_noop

Choice = TypeVar("Choice", bound=StrEnum)

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class OperatorsFileError(ValueError):
    """A file that an operator may replace cannot be used; ``sentence`` says where and why."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


class FactsError(OperatorsFileError):
    """A file of facts cannot be used; the remedy says what to write instead.

    ``entry`` is the entry's code, or "#" and its position where it has none. Each kind
    of file has its own subclass, whose ``template`` names it.
    """

    template: ClassVar[str] = gettext_noop("Entry %(entry)s, field %(field)s: %(remedy)s")

    def __init__(self, entry: str, field: str, remedy: Sentence) -> None:
        self.entry = entry
        self.field = field
        self.remedy = remedy
        values = {"entry": entry, "field": field, "remedy": remedy}
        super().__init__(Sentence(self.template, values))


class Fields:
    """The fields of one table; every reading raises ``refusal`` where it must."""

    def __init__(
        self, entry: str, table: dict[str, Any], prefix: str = "", *, refusal: type[FactsError]
    ) -> None:
        self.entry = entry
        self.table = table
        self.prefix = prefix
        self.refusal = refusal

    def error(self, name: str, remedy: str, **values: object) -> FactsError:
        return self.refusal(self.entry, self.prefix + name, Sentence(remedy, values))

    def refuse_unknown(self, known: frozenset[str]) -> None:
        for name in self.table:
            if name not in known:
                remedy = gettext_noop("There is no such field. Remove it or correct its spelling.")
                raise self.error(name, remedy)

    def text(self, name: str, default: str | None = None) -> str:
        value = self.table.get(name, default)
        if value is None or (value == "" and default is None):
            raise self.error(name, gettext_noop("It is missing or empty. Add it."))
        if not isinstance(value, str):
            self._refuse(name, value, "a text in quotes")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self.table.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            self._refuse(name, values, 'a list of texts, as in ["a", "b"]')
        return tuple(values)

    def matching(self, name: str, pattern: re.Pattern[str], expected: str) -> str:
        """Read a text of the form ``pattern``, which ``expected`` describes to a person."""
        value = self.text(name)
        if not pattern.fullmatch(value):
            self._refuse(name, value, expected)
        return value

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        value = self.text(name)
        if value not in list(choices):
            self._refuse(name, value, "one of " + ", ".join(choices))
        return choices(value)

    def choices(self, name: str, choices: type[Choice]) -> tuple[Choice, ...]:
        values = self.texts(name)
        if not set(values) <= set(choices):
            self._refuse(name, list(values), "a list of " + ", ".join(choices))
        return tuple(choices(value) for value in values)

    def number(self, name: str, default: int) -> int:
        value = self.table.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 50:
            self._refuse(name, value, "a whole number from 1 to 50")
        return value

    def flag(self, name: str) -> bool:
        value = self.table.get(name, False)
        if not isinstance(value, bool):
            self._refuse(name, value, "true or false")
        return value

    def day(self, name: str) -> date:
        value = self.first_day(name)
        if value is None:
            raise self.error(name, gettext_noop("It is missing or empty. Add it."))
        return value

    def first_day(self, name: str) -> date | None:
        """Read a day; of a month written as "2024-04", its first."""
        return self._day(name, last=False)

    def last_day(self, name: str) -> date | None:
        """Read a day; of a month written as "2024-04", its last."""
        return self._day(name, last=True)

    def month_only(self) -> frozenset[str]:
        """Name the fields that give a month instead of a day."""
        return frozenset(
            name
            for name, value in self.table.items()
            if isinstance(value, str) and _MONTH.fullmatch(value)
        )

    def tables(self, name: str) -> list["Fields"]:
        values = self.table.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
            self._refuse(name, values, "tables, each with its own fields")
        return [
            Fields(
                self.entry,
                value,
                f"{self.prefix}{name} {value.get('code', position)}, ",
                refusal=self.refusal,
            )
            for position, value in enumerate(values, 1)
        ]

    def _day(self, name: str, *, last: bool) -> date | None:
        value = self.table.get(name)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        month = _MONTH.fullmatch(value) if isinstance(value, str) else None
        if month is None:
            self._refuse(name, value, 'a day as in 2024-04-08, or a month as in "2024-04"')
        year, number = int(month[1]), int(month[2])
        return date(year, number, monthrange(year, number)[1] if last else 1)

    def _refuse(self, name: str, value: object, expected: str) -> NoReturn:
        remedy = gettext_noop("%(value)s has the wrong form. Write %(expected)s.")
        raise self.error(name, remedy, value=repr(value), expected=expected)
