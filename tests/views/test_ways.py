"""The page that finds the way, before anything is asked of AWS."""

import os
import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django import Settings

from migrations_tracker.core.accounts import AccountKind, Phase, Role
from migrations_tracker.letters.writing import AWS_ADDRESS
from migrations_tracker.mails.correspondence import MailContent, record_received
from migrations_tracker.models import Account, MergeRequest, Move, User
from tests.factories import AT, make_snapshot
from tests.records import ONE_OF_EACH, SAP
from tests.views.conftest import step

OWN_WAY = """
[[way]]
code = "own_form"
name_en = "The form of our company"
summary_en = "Ask the lead."
sources = [{ title = "The lead", checked_on = 2026-11-22 }]
step = [{ text_en = "Open it." }]
"""
TOOL, CASE = "The self-service tool “Merge Accounts”", "A support case"


def url(move: Move) -> str:
    return reverse("moves:way", args=[move.pk])


def said(text: str) -> str:
    return " ".join(unescape(strip_tags(text)).split())


def the_way(client: Client, move: Move) -> str:
    """The name of the way that the page chose."""
    found = re.search(r'<h2 id="way-heading"[^>]*>(.*?)</h2>', client.get(url(move)).text)
    assert found
    return unescape(found[1])


def test_the_move_leads_to_the_way_before_it_leads_to_the_request(
    prepared: Move, as_alice: Client
) -> None:
    shown = as_alice.get(reverse("moves:move", args=[prepared.pk])).text
    assert f'<a class="button" href="{url(prepared)}">See the way that fits</a>' in shown
    assert (
        reverse("moves:letter", args=[prepared.pk, "request"]) in as_alice.get(url(prepared)).text
    )


def test_the_tool_comes_first_and_the_case_is_what_to_do_if_it_fails(
    prepared: Move, as_alice: Client
) -> None:
    assert the_way(as_alice, prepared) == TOOL
    text = said(as_alice.get(url(prepared)).text)
    assert f"If that does not work {CASE}" in text
    step(prepared, "redirect_self_service")
    assert the_way(as_alice, prepared) == TOOL
    assert "If the tool did not work, prepare the request again" in said(
        as_alice.get(url(prepared)).text
    )
    step(prepared, "reopen")
    assert the_way(as_alice, prepared) == CASE


def test_a_mailbox_that_has_closed_leads_to_the_case(prepared: Move, as_alice: Client) -> None:
    closed = timezone.now() - timedelta(minutes=1)
    Move.objects.filter(pk=prepared.pk).update(mailbox_closes_at=closed)
    assert the_way(as_alice, prepared) == CASE
    assert "closed" in said(as_alice.get(url(prepared)).text)


@pytest.mark.parametrize(
    ("left", "sentences"),
    [
        (timedelta(3), ("Your last working day is ", "You can read the old mailbox until ")),
        (timedelta(-3), ("Your last working day was ", "The old mailbox is closed")),
    ],
)
def test_it_says_until_when_each_mailbox_can_be_read(
    left: timedelta, sentences: tuple[str, ...], prepared: Move, as_alice: Client
) -> None:
    end = timezone.now() + left
    moves = Move.objects.filter(pk=prepared.pk)
    assert "is not known here" in said(as_alice.get(url(prepared)).text)
    moves.update(last_working_day=end.date(), mailbox_closes_at=end)
    text = said(as_alice.get(url(prepared)).text)
    assert all(sentence in text for sentence in sentences)


def test_an_old_account_without_records_needs_nothing(move: Move, as_alice: Client) -> None:
    make_snapshot(move, Role.SOURCE, Phase.BEFORE)
    assert the_way(as_alice, move) == "Nothing to move"


def test_what_is_in_the_own_account_already_needs_no_merge(move: Move, as_alice: Client) -> None:
    make_snapshot(move, Role.SOURCE, Phase.BEFORE, SAP)
    make_snapshot(move, Role.DESTINATION, Phase.BEFORE, *ONE_OF_EACH)
    assert the_way(as_alice, move) == "Nothing to move"
    Account.objects.filter(move=move, role="source").update(kind=AccountKind.PARTNER)
    assert the_way(as_alice, move) == "No merge: end the association with the employer"


def test_an_open_case_is_gone_on_with(prepared: Move, as_alice: Client) -> None:
    step(prepared, "submit")
    assert the_way(as_alice, prepared) == CASE
    text = as_alice.get(url(prepared)).text
    assert "Your case is already open" in said(text)
    assert "How a case is opened: only for looking it up" in text
    assert reverse("moves:letter", args=[prepared.pk, "request"]) not in text


def test_aws_may_send_an_open_case_to_the_tool_or_ask_for_the_request_again(
    prepared: Move, as_alice: Client
) -> None:
    step(prepared, "submit")
    for kind, way, reason in (
        ("wrong_sender", CASE, "AWS wants the request from the other account"),
        ("redirect_self_service", TOOL, "AWS has sent you to the self-service tool"),
    ):
        content = MailContent(kind=kind, body=f"A mail of kind {kind}.")
        record_received(prepared, content, by=prepared.owner, at=AT)
        assert the_way(as_alice, prepared) == way
        assert reason in said(as_alice.get(url(prepared)).text)


def test_a_tool_that_has_failed_is_not_gone_back_to_for_an_old_mail(
    prepared: Move, as_alice: Client
) -> None:
    step(prepared, "submit")
    content = MailContent(kind="redirect_self_service", body="Please use the tool.")
    record_received(prepared, content, by=prepared.owner, at=AT)
    for name, way in (("redirect_self_service", TOOL), ("reopen", CASE)):
        step(prepared, name)
        assert the_way(as_alice, prepared) == way


def test_each_field_of_the_form_has_its_value_and_a_button_to_copy_it(
    prepared: Move, as_alice: Client
) -> None:
    Account.objects.filter(move=prepared, role="destination").update(candidate_id="AWS07654321")
    html = as_alice.get(url(prepared)).text
    for value in ("taro.personal@example.com", "Taro Yamada", "AWS07654321"):
        (place,) = re.findall(rf'id="(value-support_case-[\d-]+)">{value}<', html)
        assert f'data-copy="#{place}"' in html
    (text,) = re.findall(r'<pre lang="en" id="(value-support_case-[\d-]+)">Dear AWS', html)
    assert f'data-copy="#{text}"' in html
    assert "Nothing has been sent yet!" in html


def test_what_is_not_entered_yet_is_said_to_bear_on_the_way(
    prepared: Move, as_alice: Client
) -> None:
    doubt = "Something that decides is not entered yet"
    assert doubt in as_alice.get(url(prepared)).text
    Account.objects.filter(move=prepared, role="source").update(kind=AccountKind.BUILDER_ID)
    Move.objects.filter(pk=prepared.pk).update(mailbox_closes_at=timezone.now() + timedelta(3))
    assert doubt not in as_alice.get(url(prepared)).text


def test_a_value_that_is_not_known_leads_to_where_it_is_entered(
    prepared: Move, as_alice: Client
) -> None:
    account = reverse("moves:account", args=[prepared.pk, "destination"])
    assert (
        f'<a href="{account}">Not known here yet: enter it</a>' in as_alice.get(url(prepared)).text
    )


def test_ids_are_not_given_twice(prepared: Move, as_alice: Client) -> None:
    ids = re.findall(r'\bid="([^"]+)"', as_alice.get(url(prepared)).text)
    assert len(ids) == len(set(ids))


def test_the_page_reports_the_way_as_done(prepared: Move, as_alice: Client) -> None:
    text = as_alice.get(url(prepared)).text
    assert 'name="step" value="redirect_self_service"' in text
    assert 'name="step" value="submit"' in text


def test_a_step_that_is_not_open_yet_says_why(move: Move, as_alice: Client) -> None:
    text = as_alice.get(url(move)).text
    assert 'value="submit"' not in text
    assert "Seal the before-snapshot of the account to give up first." in text


def test_after_the_merge_there_is_nothing_to_ask_for(merged: Move, as_alice: Client) -> None:
    text = as_alice.get(url(merged)).text
    assert "there is nothing to ask AWS for any more" in text
    assert "Merge Accounts" not in text


def test_it_says_when_it_was_last_checked_and_warns_when_that_is_long_ago(
    prepared: Move, as_alice: Client, settings: Settings, tmp_path: Path
) -> None:
    warning = "was not checked for more than 180 days"
    checked = timezone.localdate()
    settings.CERTMOVE_WAYS = written(tmp_path, all_ways(checked.isoformat()))
    assert warning not in as_alice.get(url(prepared)).text
    settings.CERTMOVE_WAYS = written(tmp_path, all_ways("2020-01-31"))
    text = said(as_alice.get(url(prepared)).text)
    assert warning in text
    assert "Last checked on 31 Jan 2020." in text


def all_ways(checked: str) -> str:
    codes = ("merge_tool", "support_case", "association", "nothing")
    return "".join(
        OWN_WAY.replace("own_form", code).replace("2026-11-22", checked) for code in codes
    )


def written(folder: Path, toml: str) -> Path:
    path = folder / "ways.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_the_operators_own_way_stands_among_the_others(
    prepared: Move, as_alice: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.CERTMOVE_WAYS = written(tmp_path, OWN_WAY)
    assert "The form of our company" in as_alice.get(url(prepared)).text
    assert the_way(as_alice, prepared) == TOOL


def test_a_fault_in_the_operators_file_is_named_by_the_page_and_by_check(
    prepared: Move, as_alice: Client, settings: Settings, tmp_path: Path
) -> None:
    path = written(tmp_path, OWN_WAY)
    settings.CERTMOVE_WAYS = path
    assert as_alice.get(url(prepared)).status_code == 200
    path.write_text(OWN_WAY.replace("summary_en", "sumary_en"))
    os.utime(path, (1, 1))
    answer = as_alice.get(url(prepared))
    assert answer.status_code == 503
    assert "Way own_form, field sumary_en: " in said(answer.text)
    (found,) = [message for message in run_checks() if message.id == "certmove.W002"]
    assert "field sumary_en" in found.msg


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_reader_reads_it_in_their_own_language(
    language: str, prepared: Move, as_alice: Client
) -> None:
    User.objects.filter(pk=prepared.owner_id).update(language=language)
    text = said(as_alice.get(url(prepared)).text)
    trap = {"en": "Nothing has been sent yet!", "ja": "まだ何も送信されていません"}
    assert trap[language] in text
    assert all(words not in text for other, words in trap.items() if other != language)


def test_the_example_in_the_handbook_overrides_and_adds(
    prepared: Move, as_alice: Client, settings: Settings, tmp_path: Path
) -> None:
    handbook = Path(project.BASE_DIR, "docs", "operating.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```toml$(\s*\[\[way\]\].*?)^```$", handbook, re.M | re.S)
    settings.CERTMOVE_WAYS = written(tmp_path, example)
    assert [message for message in run_checks() if message.id == "certmove.W002"] == []
    text = said(as_alice.get(url(prepared)).text)
    assert "Ask our certification lead" in text
    assert "You ask AWS in English to merge the accounts." in text


def request_page(client: Client, move: Move) -> str:
    return client.get(reverse("moves:letter", args=[move.pk, "request"])).text


def test_the_request_leads_to_the_form_it_goes_into_and_has_no_address(
    prepared: Move, as_alice: Client
) -> None:
    MergeRequest.objects.filter(pk=prepared.pk).update(case_id="17551100220")
    shown = request_page(as_alice, prepared)
    assert f'<a href="{url(prepared)}">Where this text goes' in shown
    assert "mailto:" not in shown
    assert AWS_ADDRESS not in shown


def test_a_second_case_is_warned_of_unless_aws_has_asked_for_it(
    prepared: Move, as_alice: Client
) -> None:
    warning = "Your case is already open, and a second one"
    assert warning not in request_page(as_alice, prepared)
    step(prepared, "submit")
    assert warning in request_page(as_alice, prepared)
    content = MailContent(kind="wrong_sender", body="Please write from the other account.")
    record_received(prepared, content, by=prepared.owner, at=AT)
    assert warning not in request_page(as_alice, prepared)


def test_a_draft_of_the_operators_is_said_to_be_theirs(
    prepared: Move, as_alice: Client, settings: Settings, tmp_path: Path
) -> None:
    theirs = "Whoever runs certmove has written the text of this draft."
    assert theirs not in request_page(as_alice, prepared)
    settings.CERTMOVE_LETTERS = tmp_path
    text = "Subject: Merge\n\nKeep {{ keep.login }}, give up {{ give_up.login }}.\n"
    (tmp_path / "request.txt").write_text(text, encoding="utf-8")
    assert theirs in request_page(as_alice, prepared)


def test_a_wrong_letter_of_the_operators_is_named_where_it_is_needed(
    prepared: Move, as_alice: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.CERTMOVE_LETTERS = tmp_path
    (tmp_path / "request.txt").write_text("Merge, please.", encoding="utf-8")
    answer = as_alice.get(reverse("moves:letter", args=[prepared.pk, "request"]))
    assert answer.status_code == 503
    assert "request.txt, line 1: Begin with a line" in said(answer.text)
