"""Finds out whether a text is a table with separators, and with which."""

import re
from collections.abc import Iterator

from migrations_tracker.core.records import RecordType
from migrations_tracker.core.sources.rows import (
    DELIMITERS,
    declared_delimiter,
    delimited_rows,
    first_lines,
)
from migrations_tracker.core.sources.tables import Tables, headed_tables, is_heading

_LOOKED_AT = 40
"""Headings stand in the first lines: below a title, a date, an address."""
_WHOLE_ROW_QUOTED = re.compile(r'^"([^,\n]*,.*)"$', re.MULTILINE)


def tables_in(
    text: str, hint: RecordType | None = None, delimiters: tuple[str, ...] = DELIMITERS
) -> Tables | None:
    """Give the tables in ``text``; None where no line of headings is found near its top."""
    declared = declared_delimiter(text)
    for candidate in _spellings(text):
        for delimiter in (declared,) if declared else delimiters:
            if _has_heading(candidate, delimiter):
                return headed_tables(delimited_rows(candidate, delimiter), hint)
    return None


def _spellings(text: str) -> Iterator[str]:
    """The text as it is, and with whole rows freed of the quotes Excel put around them."""
    yield text
    if _WHOLE_ROW_QUOTED.search(first_lines(text, _LOOKED_AT)):
        yield _WHOLE_ROW_QUOTED.sub(lambda row: row[1].replace('""', '"'), text)


def _has_heading(text: str, delimiter: str) -> bool:
    """Tell whether a row of headings stands near the top; without a delimiter there is none."""
    top = first_lines(text, _LOOKED_AT)
    return delimiter in top and any(map(is_heading, delimited_rows(top, delimiter)))
