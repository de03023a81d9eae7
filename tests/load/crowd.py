"""Fifty people at once, reading and writing nine to one, and what became of what they wrote."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from uuid import uuid4

from tests.load.browser import Answer, Browser

READS = (
    "/",
    "/moves/{move}/",
    "/moves/{move}/mails/1/",
    "/moves/{move}/comparison/",
    "/catalogue/",
)


@dataclass
class Member:
    """One of the crowd. ``acked`` holds what the server has said is stored."""

    browser: Browser
    moves: list[str]
    chance: random.Random
    seconds: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    acked: list[tuple[str, str]] = field(default_factory=list)

    def work(self, until: float) -> None:
        while time.monotonic() < until:
            try:
                self._write() if self.chance.random() < 0.1 else self._read()
            except (HTTPException, OSError) as error:
                self.faults[type(error).__name__] += 1

    def _read(self) -> None:
        path = self.chance.choice(READS).format(move=self.chance.choice(self.moves))
        answer = self._noted(self.browser.get(path))
        if answer.status >= 400:
            self.faults[f"GET {answer.status}"] += 1

    def _write(self) -> None:
        token = uuid4().hex
        if self.chance.random() < 0.5:
            move = self.chance.choice(self.moves)
            text = f"Hello, we look into it. Reference {token}\n"
            answer = self.browser.post(f"/moves/{move}/mails/new/", text=text, kind="ack")
            written = ("mail", f"{move} {token}")
        else:
            answer = self.browser.post(
                "/moves/new/", person_name="Taro Yamada", note=token, time_zone="Asia/Tokyo"
            )
            written = ("move", token)
        self._noted(answer)
        if answer.status == 302:
            self.acked.append(written)
        else:
            self.faults[f"POST {answer.status}"] += 1

    def _noted(self, answer: Answer) -> Answer:
        self.seconds.append(answer.seconds)
        return answer


def let_them_work(ports: list[int], people: list[dict[str, Any]], seconds: float) -> list[Member]:
    """All of ``people`` at once for ``seconds``; what each of them saw."""
    crowd = [
        Member(Browser(ports, each["session"]), each["moves"], random.Random(number))
        for number, each in enumerate(people)
    ]
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(len(crowd)) as pool:
        list(pool.map(lambda member: member.work(until), crowd))
    return crowd
