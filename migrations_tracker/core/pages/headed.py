"""Whether a text holds the portal's own headings or a table's head, as copies of it do.

A mail may mention an exam and a day; a copy of the page brings its headings along.
"""

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.cells import split_cells
from migrations_tracker.core.pages.columns import columns_of
from migrations_tracker.core.pages.headings import heading_of
from migrations_tracker.core.pages.lines import split_lines
from migrations_tracker.core.pages.shapes import Shapes


def is_headed(text: str, catalogue: Catalogue) -> bool:
    """Tell whether a line of ``text`` is a heading of the portal or the head of a table."""
    shapes = Shapes(catalogue)
    return any(_heads(line.text, shapes) for line in split_lines(text) if not line.is_blank)


def _heads(line: str, shapes: Shapes) -> bool:
    heading = heading_of(fold(line))
    return bool(heading and heading.section) or bool(columns_of(split_cells(line).texts, shapes))
