"""Which way fits a move, and what the file that tells of the ways may say."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from migrations_tracker.core.accounts import AccountKind
from migrations_tracker.core.ways import (
    CAUTION_SENTENCES,
    REASON_SENTENCES,
    Caution,
    Known,
    Reason,
    Situation,
    Value,
    Way,
    WayCode,
    WaysError,
    choose,
    parse_ways,
)
from tests.ground.test_japanese_typography import RULES

FILE = Path(__file__).parents[2] / "migrations_tracker" / "data" / "ways.toml"
TODAY = date(2026, 11, 22)
OLD, OWN = "taro@example.co.jp", "taro@example.com"
PLAIN = Known(
    today=TODAY,
    source_addresses=frozenset({OLD}),
    destination_addresses=frozenset({OWN}),
)
PARTNER = replace(PLAIN, source_kind=AccountKind.PARTNER)
MINIMAL = """
[[way]]
code = "own_form"
name_en = "The form of our company"
summary_en = "Ask the lead."
sources = [{ title = "The lead", checked_on = 2026-11-22 }]
[[way.step]]
text_en = "Open it."
url = "https://example.com/form"
link_en = "The form"
[[way.step.field]]
label_en = "Name"
value = "name"
"""


@cache
def shipped() -> dict[str, Way]:
    return dict(parse_ways(FILE.read_text(encoding="utf-8")))


def test_where_nothing_speaks_against_it_the_tool_comes_first_and_then_a_case() -> None:
    found = choose(PLAIN)
    assert (found.way, found.reason) == (WayCode.MERGE_TOOL, Reason.AWS_SAYS_SO)
    assert found.otherwise is WayCode.SUPPORT_CASE


@pytest.mark.parametrize(
    ("known", "way", "reason"),
    [
        (replace(PLAIN, source_is_empty=True), WayCode.NOTHING, Reason.OLD_ACCOUNT_EMPTY),
        (replace(PLAIN, all_is_in_destination=True), WayCode.NOTHING, Reason.ALREADY_THERE),
        (replace(PARTNER, all_is_in_destination=True), WayCode.ASSOCIATION, Reason.ONLY_COUNTED),
        (replace(PLAIN, mailbox_is_closed=True), WayCode.SUPPORT_CASE, Reason.MAILBOX_CLOSED),
        (replace(PLAIN, tool_has_failed=True), WayCode.SUPPORT_CASE, Reason.TOOL_HAS_FAILED),
        (
            replace(PLAIN, source_kind=AccountKind.LOGIN_WITH_AMAZON),
            WayCode.SUPPORT_CASE,
            Reason.OLD_SIGN_IN_GONE,
        ),
        (replace(PLAIN, case_is_open=True), WayCode.SUPPORT_CASE, Reason.CASE_IS_OPEN),
        (
            replace(PLAIN, case_is_open=True, must_ask_again=True),
            WayCode.SUPPORT_CASE,
            Reason.MUST_ASK_AGAIN,
        ),
        (
            replace(PLAIN, case_is_open=True, sent_to_tool=True),
            WayCode.MERGE_TOOL,
            Reason.SENT_TO_TOOL,
        ),
    ],
)
def test_what_the_move_knows_decides(known: Known, way: WayCode, reason: Reason) -> None:
    found = choose(known)
    assert (found.way, found.reason) == (way, reason)


def test_what_aws_has_said_counts_more_than_the_closed_mailbox() -> None:
    known = replace(PLAIN, mailbox_is_closed=True, sent_to_tool=True)
    assert choose(known).way is WayCode.MERGE_TOOL


def test_an_open_case_stays_the_way_even_where_everything_seems_to_be_there() -> None:
    known = replace(PLAIN, case_is_open=True, all_is_in_destination=True)
    assert choose(known).reason is Reason.CASE_IS_OPEN


def test_an_own_certification_address_in_an_employers_account_may_make_the_merge_needless() -> None:
    known = replace(PARTNER, source_certification_email=OWN)
    found = choose(known)
    assert (found.way, found.reason) == (WayCode.ASSOCIATION, Reason.OWN_ADDRESS_LINKED)
    assert found.otherwise is WayCode.MERGE_TOOL


def test_a_snapshot_that_lacks_something_counts_more_than_the_own_address() -> None:
    known = replace(PARTNER, source_certification_email=OWN, all_is_in_destination=False)
    assert choose(known).way is WayCode.MERGE_TOOL


def test_two_accounts_without_any_address_share_nothing() -> None:
    assert choose(Known(today=TODAY, source_kind=AccountKind.PARTNER)).way is WayCode.MERGE_TOOL


@pytest.mark.parametrize(
    ("last_day", "situation"),
    [
        (None, Situation.BEFORE_LEAVING),
        (TODAY, Situation.BEFORE_LEAVING),
        (date(2026, 11, 21), Situation.AFTER_LEAVING),
    ],
)
def test_one_has_left_from_the_day_after_the_last_working_day(
    last_day: date | None, situation: Situation
) -> None:
    assert situation in choose(replace(PLAIN, last_working_day=last_day)).situations


def test_an_address_at_the_employers_domain_is_doubted() -> None:
    known = replace(PLAIN, destination_addresses=frozenset({OWN, "me@example.co.jp"}))
    assert choose(known).cautions == (Caution.ADDRESS_OF_EMPLOYER,)
    assert choose(PLAIN).cautions == ()


@pytest.mark.parametrize(
    ("closes_on", "warned"),
    [(date(2026, 11, 30), True), (date(2026, 12, 11), True), (date(2026, 12, 14), False)],
)
def test_a_mailbox_that_closes_within_ten_business_days_of_leaving_is_warned_of(
    closes_on: date, warned: bool
) -> None:
    known = replace(PARTNER, last_working_day=date(2026, 11, 30), mailbox_closes_on=closes_on)
    assert (Caution.HOLD_AND_CLOSED_MAILBOX in choose(known).cautions) is warned
    assert choose(replace(known, source_kind=None)).cautions == ()
    assert choose(replace(known, last_working_day=date(2026, 11, 21))).cautions == ()


def test_a_booked_exam_is_warned_of_only_where_something_merges() -> None:
    known = replace(PLAIN, has_booked_exam=True)
    assert choose(known).cautions == (Caution.BOOKED_EXAM,)
    assert choose(replace(known, all_is_in_destination=True)).cautions == ()
    assert choose(replace(known, case_is_open=True)).cautions == ()


def test_more_knowledge_may_change_the_way_until_aws_has_spoken() -> None:
    whole = replace(PARTNER, mailbox_closes_on=TODAY, all_is_in_destination=False)
    assert not whole.lacks_something
    for unknown in ("source_kind", "mailbox_closes_on", "all_is_in_destination"):
        lacking = replace(whole, **{unknown: None})
        assert lacking.lacks_something
        assert not replace(lacking, case_is_open=True).lacks_something


def test_every_reason_and_caution_has_its_sentence() -> None:
    assert set(REASON_SENTENCES) == set(Reason)
    assert set(CAUTION_SENTENCES) == set(Caution)


def test_certmove_ships_every_way_it_chooses_from_each_with_dated_sources() -> None:
    assert list(shipped()) == list(WayCode)
    assert all(way.sources and way.summary.ja and way.name.ja for way in shipped().values())


def _japanese() -> list[str]:
    return re.findall(r'_ja = "([^"]*)"', FILE.read_text(encoding="utf-8"))


def test_every_text_that_ships_is_in_both_languages() -> None:
    text = FILE.read_text(encoding="utf-8")
    english = re.findall(r"\b(\w+)_en = ", text)
    assert english == re.findall(r"\b(\w+)_ja = ", text)


@pytest.mark.parametrize("rule", RULES)
def test_the_japanese_of_the_ways_is_set_as_the_glossary_says(rule: str) -> None:
    assert [text for text in _japanese() if re.search(RULES[rule], text)] == []


def test_the_case_names_the_fields_of_the_form_with_the_moves_own_values() -> None:
    steps = shipped()[WayCode.SUPPORT_CASE].steps
    fields = [field for step in steps for field in step.fields]
    assert [field.value for field in fields if field.value] == [
        Value.KEEP_LOGIN,
        Value.REQUEST,
        Value.NAME,
        Value.EMPLOYER,
        Value.KEEP_CANDIDATE_ID,
    ]
    chosen = [field.choose.ja for field in fields if field.choose]
    assert chosen == ["AWS トレーニングと認定", "認定", "アカウントの統合"]


def test_the_case_says_that_nothing_is_sent_before_create_case_is_pressed() -> None:
    (trap, second) = (step for step in shipped()[WayCode.SUPPORT_CASE].steps if step.trap)
    assert "Nothing has been sent yet" in trap.text.en
    assert "ケースを作成" in trap.text.ja
    assert "second case" in second.text.en


def test_a_step_is_shown_only_in_its_situation() -> None:
    way = shipped()[WayCode.MERGE_TOOL]
    texts = {
        mailbox: " ".join(step.text.en for step in way.steps_in({mailbox}))
        for mailbox in (Situation.MAILBOX_OPEN, Situation.MAILBOX_CLOSED)
    }
    assert "Have the old mailbox open" in texts[Situation.MAILBOX_OPEN]
    assert "The old mailbox is closed" in texts[Situation.MAILBOX_CLOSED]
    assert "The old mailbox is closed" not in texts[Situation.MAILBOX_OPEN]


def test_the_operators_file_adds_a_way_and_replaces_one_as_a_whole() -> None:
    own = MINIMAL + MINIMAL.replace("own_form", "nothing")
    ways = parse_ways(FILE.read_text(encoding="utf-8"), own)
    assert list(ways) == [*WayCode, "own_form"]
    assert ways["nothing"].name.en == "The form of our company"
    assert ways["nothing"].unknown == ()


def test_without_a_japanese_text_the_english_one_is_shown_as_english() -> None:
    name = parse_ways(MINIMAL)["own_form"].name
    assert (name.read_in("ja"), name.language("ja")) == ("The form of our company", "en")


@pytest.mark.parametrize(
    ("change", "entry", "field"),
    [
        (('code = "own_form"', 'code = "Own form"'), "Own form", "code"),
        (('code = "own_form"\n', ""), "#1", "code"),
        (("summary_en", "sumary_en"), "own_form", "sumary_en"),
        (('summary_en = "Ask the lead."\n', ""), "own_form", "summary_en"),
        (('summary_en = "Ask', 'summary_ja = "Ask'), "own_form", "summary_en"),
        (("text_en", 'when = ["sundays"]\ntext_en'), "own_form", "step 1, when"),
        (("text_en", 'trap = "yes"\ntext_en'), "own_form", "step 1, trap"),
        (("https://", "http://"), "own_form", "step 1, url"),
        (("https://", "javascript:"), "own_form", "step 1, url"),
        (('link_en = "The form"\n', ""), "own_form", "step 1, link_en"),
        (('value = "name"', 'value = "password"'), "own_form", "step 1, field 1, value"),
        (('value = "name"', 'note_en = "x"'), "own_form", "step 1, field 1, value"),
        (
            ('value = "name"', 'value = "name"\nchoose_en = "x"'),
            "own_form",
            "step 1, field 1, value",
        ),
        (("2026-11-22", '"last week"'), "own_form", "sources 1, checked_on"),
        (("[[way]]", "[way]"), "-", "way"),
    ],
)
def test_a_wrong_file_is_refused_by_way_and_field(
    change: tuple[str, str], entry: str, field: str
) -> None:
    assert MINIMAL.replace(*change) != MINIMAL
    with pytest.raises(WaysError) as refused:
        parse_ways(MINIMAL.replace(*change))
    assert (refused.value.entry, refused.value.field) == (entry, field)
    assert str(refused.value.remedy)
