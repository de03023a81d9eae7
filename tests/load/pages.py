"""The rows of the goals table that are pages, each as a multiple of the floor page F."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any
from uuid import uuid4

from tests.load.browser import Answer, Ask, Browser, tail, timed
from tests.load.texts import page_of, records_of_somebody

TIMES = 15
Measure = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``measure`` gives the figure of one round; ``goal`` is the most that is fine."""

    what: str
    goal: float
    measure: Measure
    unit: str = "F"


class Site:
    """One installation as the bench sees it: its servers, and who and what is there."""

    def __init__(self, ports: list[int], there: dict[str, Any]) -> None:
        self.ports, self.there = ports, there
        self.staff = Browser(ports, there["staff"])
        self.busy = Browser(ports, there["busy"])
        self.fresh = iter(there["fresh"])
        self.asked = iter(there["asked"])
        #: As many steps at once as there are moves for: three rounds, after those one by one.
        self.steps = min(8 * TIMES, len(there["asked"]) // 3 - TIMES)
        self.drafts = self._drafts()

    def floor(self) -> Answer:
        return self.staff.get("/floor/")

    def ratio(self, ask: Ask) -> float:
        """One turn of ``ask``, one of the floor, and so on: what disturbs hits both."""
        pairs = [(ask().seconds, self.floor().seconds) for _ in range(TIMES)]
        mine, floor = zip(*pairs, strict=True)
        return median(mine) / median(floor)

    def ratio_of_eight(
        self,
        ask: Ask,
        *,
        times: int = 8 * TIMES,
        figure: Callable[[list[float]], float] = median,
    ) -> float:
        floor = figure(timed(self.floor, times, clients=8))
        return figure(timed(ask, times, clients=8)) / floor

    def searched(self, words: str) -> Answer:
        """The search and the page it leads to, as one."""
        found = self.staff.post("/search/", words=words)
        shown = self.staff.get(found.location)
        return Answer(shown.status, "", found.seconds + shown.seconds, shown.body)

    def created(self) -> Answer:
        return self.busy.post(
            "/moves/new/", person_name="Taro Yamada", time_zone="Asia/Tokyo", move=str(uuid4())
        )

    def stepped(self) -> Answer:
        move = next(self.asked)
        version = self.there["versions"][move]
        return self.staff.post(f"/moves/{move}/steps/", step="ask_information", version=version)

    def pasted(self) -> Answer:
        draft, text = next(self.drafts)
        return self.staff.post(f"/snapshots/{draft}/keep/", text=text)

    def _drafts(self) -> Iterator[tuple[str, str]]:
        chance = random.Random(1)
        while True:
            move = next(self.fresh)
            made = self.staff.post(f"/moves/{move}/snapshots/source/before/")
            yield made.location.rstrip("/").rsplit("/", 1)[1], page_of(records_of_somebody(chance))


def rows_of(site: Site) -> list[Row]:
    """In the order of the goals table."""
    full, deep = site.there["full"][0], site.there["deep"]
    admin = ("move", "account", "mergerequest", "snapshot", "event", "mail", "evidence", "user")
    word = site.there["name"].split()[1]

    def page(path: str, browser: Browser = site.staff) -> Ask:
        return lambda: browser.get(path)

    mine = page("/", site.busy)
    return [
        Row(what="person's dashboard, 50 moves", goal=2.5, measure=lambda: site.ratio(mine)),
        Row(
            what="person's dashboard, 8 at once",
            goal=3.0,
            measure=lambda: site.ratio_of_eight(mine),
        ),
        Row(what="lead's dashboard", goal=3.5, measure=lambda: site.ratio(page("/"))),
        Row(what="list: overdue", goal=3.0, measure=lambda: site.ratio(page("/?show=overdue"))),
        Row(
            what="list: one status", goal=3.0, measure=lambda: site.ratio(page("/?show=requested"))
        ),
        Row(
            what="list: longest waiting",
            goal=3.0,
            measure=lambda: site.ratio(page("/?show=waiting")),
        ),
        Row(
            what="list: page 1,000 over page 1",
            goal=1.3,
            unit="x",
            measure=lambda: site.ratio(page(f"/?after={deep}")) / site.ratio(page("/")),
        ),
        Row(
            what="search, a hit", goal=2.0, measure=lambda: site.ratio(lambda: site.searched(word))
        ),
        Row(
            what="search, a miss",
            goal=2.0,
            measure=lambda: site.ratio(lambda: site.searched("zzqq")),
        ),
        Row(
            what="move's page with comparison",
            goal=3.0,
            measure=lambda: site.ratio(page(f"/moves/{full}/")),
        ),
        Row(
            what="comparison",
            goal=3.0,
            measure=lambda: site.ratio(page(f"/moves/{full}/comparison/")),
        ),
        Row(what="create a move", goal=1.2, measure=lambda: site.ratio(site.created)),
        Row(what="make a step", goal=1.2, measure=lambda: site.ratio(site.stepped)),
        Row(
            what="make a step, 8 at once, 95th of 100",
            goal=3.0,
            measure=lambda: site.ratio_of_eight(site.stepped, times=site.steps, figure=tail),
        ),
        Row(what="keep a paste of 48 records", goal=3.0, measure=lambda: site.ratio(site.pasted)),
        Row(what="report", goal=2.0, measure=lambda: site.ratio(page(f"/moves/{full}/report/"))),
        *(
            Row(
                what=f"admin's list: {name}",
                goal=5.0,
                measure=lambda name=name: site.ratio(page(f"/admin/migrations_tracker/{name}/")),
            )
            for name in admin
        ),
    ]
