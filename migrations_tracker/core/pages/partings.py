"""What parts the records of a block: blank lines, buttons, or nothing but their fields."""

from collections.abc import Iterable, Iterator

from migrations_tracker.core.pages.document import PageLine, Role
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.records import RecordType

_NAMING = frozenset({Field.NAME, Field.EXAM_CODE, Field.BENEFIT_NAME})
_CHOICES = (
    frozenset({Role.BLANK}),
    frozenset({Role.BLANK, Role.FURNITURE}),
    frozenset({Role.FURNITURE}),
)


def partings_of(lines: list[PageLine], section: RecordType) -> frozenset[Role]:
    """Give the lines that part records: those between which each group names one record.

    Nothing where no kind of line does, as with a blank line after every cell.
    """
    for roles in _CHOICES:
        groups = list(_groups(lines, roles))
        if len(groups) > 1 and all(_names_one(group, section) for group in groups):
            return roles
    return frozenset()


def _groups(lines: Iterable[PageLine], roles: frozenset[Role]) -> Iterator[list[PageLine]]:
    group: list[PageLine] = []
    for line in lines:
        if line.role is Role.CONTENT:
            group.append(line)
        elif line.role in roles and group:
            yield group
            group = []
    if group:
        yield group


def _names_one(group: list[PageLine], section: RecordType) -> bool:
    """At least two lines, one of which names the record; a picture's text may name it again."""
    naming = [line for line in group if any(_is_naming(token, section) for token in line.tokens)]
    return len(group) > 1 and bool(naming)


def _is_naming(token: Token, section: RecordType) -> bool:
    if section is RecordType.BENEFIT:
        return token.field is Field.BENEFIT_NAME or (token.kind is Kind.TEXT and not token.field)
    return token.kind in (Kind.NAME, Kind.CODE) or token.field in _NAMING
