"""What reading and comparing an account costs, as rates and over lxml's bare walk of the page.

The goal for a page is 0.3 times the speed of a tree walk by selectolax, which walks such pages
twice as fast as lxml: 1.7 times what lxml's walk takes. bs4 on lxml takes thirteen times as long.
"""

import random
from collections.abc import Iterator
from functools import partial
from html import escape

from lxml import html

from migrations_tracker.core.account_records import AccountRecords
from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.comparison import compare
from migrations_tracker.core.mails import mail_from_bytes, read_mail
from migrations_tracker.core.pages.html import page_lines_from_html
from migrations_tracker.core.reading import Reading
from migrations_tracker.core.records import Record
from migrations_tracker.core.sources.plain_text import read_plain_text
from tests.bench.mails import mail
from tests.bench.measuring import Figure, Work, compared, seconds
from tests.core.shipped_catalogue import shipped_catalogue
from tests.load.texts import page_of, records_of_somebody

CHROME = '<div class="nav"><ul><li><a href="/x" class="item">Menu</a></li></ul></div>' * 1_700


def figures() -> Iterator[Figure]:
    catalogue, records = shipped_catalogue(), records_of_somebody(random.Random(1))
    pasted = page_of(records)
    assert len(read_plain_text(pasted, catalogue).records) == len(records)
    yield from of_page("a page", saved(pasted), 1_300, catalogue)
    yield from of_page("a page with chrome", saved(pasted, CHROME), 280, catalogue)
    yield rate("a pasted account of 48 records", lambda: read_plain_text(pasted, catalogue), 5_000)
    data = mail(30)
    yield rate("a mail of 3 kB", lambda: read_mail(mail_from_bytes(data), None), 400)
    before, after = account(10), account(10)
    assert len(compare([before], after).findings) == 480
    yield rate("two accounts of 480 records compared", lambda: compare([before], after), 1_000)


def of_page(name: str, page: str, goal: int, catalogue: Catalogue) -> Iterator[Figure]:
    """A saved page made text, over lxml's walk; and understood, ``goal`` of them a second."""
    sized = f"{name} of {len(page) / 1000:.0f} kB"
    yield compared(
        f"{sized}, its text, over lxml's walk",
        lambda: page_lines_from_html(page),
        lambda: walk(page),
        goal=1.7,
        loops=5,
    )
    read = partial(read_saved, page, catalogue)
    yield rate(f"{sized}, understood", read, goal)


def read_saved(page: str, catalogue: Catalogue) -> Reading:
    return read_plain_text(page_lines_from_html(page), catalogue)


def rate(what: str, work: Work, goal: int) -> Figure:
    """Milliseconds a piece, where the goal is ``goal`` pieces a second."""
    work()
    took = min(seconds(work, 5) / 5 for _ in range(7))
    detail = f"({1 / took:,.0f} a second, goal {goal:,})"
    return Figure(what=f"{what}: ms", ratio=took * 1000, goal=1000 / goal, detail=detail)


def walk(page: str) -> list[str]:
    return [
        text for each in html.fromstring(page).iter() for text in (each.text, each.tail) if text
    ]


def saved(text: str, chrome: str = "") -> str:
    """The page as a browser saves it: a row of a table for each line with tabs."""
    lines = (
        f"<tr><td>{'</td><td>'.join(escape(line).split(chr(9)))}</td></tr>"
        if "\t" in line
        else f"</table><p class='line'>{escape(line)}</p><table class='rows'>"
        for line in text.splitlines()
    )
    return f"<html><body>{chrome}<table>{''.join(lines)}</table></body></html>"


def account(size: int) -> AccountRecords:
    """An account with 48 times ``size`` records; the same each time."""
    chance = random.Random(2)
    records: list[Record] = []
    for _ in range(size):
        records += records_of_somebody(chance)
    return AccountRecords(tuple(records))
