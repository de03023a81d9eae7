"""The dashboard lists what presses first."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from migrations_tracker.merge_requests import name_case
from migrations_tracker.models import MergeRequest, Move, User
from migrations_tracker.moves import listing as move_list
from migrations_tracker.moves.acts import change_move
from tests.factories import AT, make_move


def test_open_moves_come_first_and_the_one_whose_mailbox_closes_next_on_top(
    alice: User, as_alice: Client
) -> None:
    for name, days in (("Later Leaver", 20), ("No Date", None), ("Soon Leaver", 2), ("Done", 1)):
        closes = AT + timedelta(days=days) if days else None
        move = make_move(alice, person_name=name, mailbox_closes_at=closes)
        if name == "Done":
            MergeRequest.objects.filter(pk=move.pk).update(status="verified")
    rows = as_alice.get(reverse("moves:dashboard")).context["rows"]
    names = [row.name for row in rows]
    assert names == ["Soon Leaver", "Later Leaver", "No Date", "Done"]


def test_an_empty_dashboard_says_what_to_do(as_alice: Client) -> None:
    page = as_alice.get(reverse("moves:dashboard")).text
    assert "No move yet" in page
    assert reverse("moves:start") in page


def names_on(client: Client, **asked: str) -> list[str]:
    answer = client.get(reverse("moves:dashboard", query=asked))
    assert answer.status_code == 200
    return [row.name for row in answer.context["rows"]]


def pages(client: Client, **asked: str) -> list[list[str]]:
    """The names on every page, by following "next"."""
    found = []
    while True:
        answer = client.get(reverse("moves:dashboard", query=asked))
        found.append([row.name for row in answer.context["rows"]])
        after = answer.context["page"].after
        if after is None:
            return found
        asked["after"] = str(after)


def found(client: Client, words: str) -> list[str]:
    answer = client.post(reverse("moves:search"), {"words": words}, follow=True)
    return [row.name for row in answer.context["rows"]]


class TestPaging:
    @pytest.fixture(autouse=True)
    def short_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(move_list, "MOVES_A_PAGE", 3)

    @pytest.mark.parametrize("days", [[1, 2, 3, 4, 5, 6, 7], [1] * 7, [None] * 7, [1, 1, 1, None]])
    def test_every_move_is_on_one_page_and_on_one_only(
        self, days: list[int | None], alice: User, as_alice: Client
    ) -> None:
        for n, day in enumerate(days):
            closes = AT + timedelta(days=day) if day else None
            move = make_move(alice, person_name=f"Person {n}", mailbox_closes_at=closes)
            if n % 2:
                MergeRequest.objects.filter(pk=move.pk).update(status="withdrawn")
        seen = pages(as_alice)
        assert sorted(name for page in seen for name in page) == [
            f"Person {n}" for n in range(len(days))
        ]
        assert [len(page) for page in seen[:-1]] == [3] * (len(seen) - 1)

    def test_a_page_behind_a_move_that_is_gone_begins_at_the_start(
        self, alice: User, as_alice: Client
    ) -> None:
        make_move(alice)
        assert names_on(as_alice, after=str(uuid4())) == ["Taro Yamada"]

    @pytest.mark.parametrize("asked", [{"after": "x"}, {"show": "x"}])
    def test_an_address_that_means_nothing_is_no_page(
        self, asked: dict[str, str], as_staff: Client
    ) -> None:
        assert as_staff.get(reverse("moves:dashboard", query=asked)).status_code == 404


class TestViewsOfStaff:
    @pytest.fixture(autouse=True)
    def three_moves(self, alice: User, bob: User) -> None:
        now = timezone.now()
        for name, owner, days in (("Late", alice, -1), ("Soon", bob, 2), ("Far", bob, 30)):
            make_move(owner, person_name=name, mailbox_closes_at=now + timedelta(days=days))

    @pytest.mark.parametrize(
        ("show", "names"),
        [
            ("", ["Late", "Soon", "Far"]),
            ("overdue", ["Late"]),
            ("soon", ["Soon"]),
            ("preparing", ["Late", "Soon", "Far"]),
            ("verified", []),
        ],
    )
    def test_each_view_shows_its_moves(self, show: str, names: list[str], as_staff: Client) -> None:
        assert names_on(as_staff, show=show) == names

    def test_the_longest_waiting_comes_first(self, as_staff: Client) -> None:
        far = MergeRequest.objects.get(move__person_name="Far")
        MergeRequest.objects.filter(pk=far.pk).update(status_since=AT - timedelta(days=90))
        assert names_on(as_staff, show="waiting")[0] == "Far"

    def test_the_views_say_how_many_they_hold_and_no_more_than_is_counted(
        self, as_staff: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(move_list, "COUNTED", 2)
        text = " ".join(as_staff.get(reverse("moves:dashboard")).text.split())
        assert "Overdue (1)" in text
        assert "Due within 7 days (1)" in text
        assert "Preparing (more than 2)" in text
        assert "Withdrawn" not in text

    def test_a_person_has_neither_views_nor_the_search(self, alice: User, as_alice: Client) -> None:
        assert names_on(as_alice, show="soon") == ["Late"]
        assert "Overdue" not in as_alice.get(reverse("moves:dashboard")).text
        assert as_alice.post(reverse("moves:search"), {"words": "far"}).status_code == 404


class TestSearch:
    @pytest.fixture(autouse=True)
    def people(self, alice: User) -> None:
        make_move(alice, person_name="Hanako Satō", employer="株式会社サンプル商事")
        make_move(alice, person_name="Taro Yamada", employer="Ｅｘａｍｐｌｅ K.K.")

    @pytest.mark.parametrize(
        ("typed", "names"),
        [
            ("hana", ["Hanako Satō"]),
            ("SATŌ", ["Hanako Satō"]),
            ("exam yama", ["Taro Yamada"]),
            ("サンプル", ["Hanako Satō"]),
            ("ｻﾝﾌﾟﾙ商事", ["Hanako Satō"]),
            ("example", ["Taro Yamada"]),
            ("taro.personal@example.com", ["Hanako Satō", "Taro Yamada"]),
            ("hanako example", []),
            ("aro", []),
            ("%", []),
            ("'", []),
        ],
    )
    def test_the_beginnings_of_words_find_a_move(
        self, typed: str, names: list[str], as_staff: Client
    ) -> None:
        assert sorted(found(as_staff, typed)) == names

    def test_a_view_that_is_chosen_beside_hits_shows_all_that_is_in_it(
        self, as_staff: Client
    ) -> None:
        answer = as_staff.post(reverse("moves:search"), {"words": "hana"}, follow=True)
        link = next(each for each in answer.context["choices"] if "preparing" in each.url)
        assert len(as_staff.get(link.url).context["rows"]) == 2

    def test_what_is_changed_is_found_by_its_new_words_alone(
        self, alice: User, as_staff: Client
    ) -> None:
        move = Move.objects.get(person_name="Hanako Satō")
        change_move(move, {"person_name": "Jiro Ito"}, version=move.version, by=alice, at=AT)
        name_case(move, "17551100220")
        assert found(as_staff, "ito") == ["Jiro Ito"]
        assert found(as_staff, "1755") == ["Jiro Ito"]
        assert found(as_staff, "hanako") == []

    def test_the_address_of_the_result_does_not_say_what_was_typed(self, as_staff: Client) -> None:
        answer = as_staff.post(reverse("moves:search"), {"words": "hanako"})
        assert "hanako" not in answer["Location"]
        assert "Hanako" in as_staff.get(answer["Location"]).text

    def test_the_address_of_anothers_search_finds_nothing(
        self, as_staff: Client, as_alice: Client, bob: User
    ) -> None:
        answer = as_staff.post(reverse("moves:search"), {"words": "taro"})
        User.objects.filter(pk=bob.pk).update(is_staff=True)
        other = Client(headers={"accept-language": "en"})
        other.force_login(bob)
        assert 'value="taro"' not in other.get(answer["Location"]).text
