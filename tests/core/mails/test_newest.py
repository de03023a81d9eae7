"""The newest message apart from quotes, forwards, signatures and surveys."""

import pytest

from migrations_tracker.core.mails.footer import without_footer
from migrations_tracker.core.mails.newest import newest_message

ANSWER = "Your accounts have been merged."


@pytest.mark.parametrize(
    "quoted",
    [
        "> older words",
        "\uff1e older words",
        "On Tue, Nov 17, 2026 at 12:12 PM Taro <t@example.com> wrote:\nolder words",
        "On Tue, Nov 17, 2026 at 12:12 PM Taro Yamada\n<t@example.com> wrote:\nolder words",
        "Taro Yamada <t@example.com> wrote:\n> older words",
        "-----Original Message-----\nFrom: Taro\nSent: Monday\nolder words",
        "----- 元のメッセージ -----\nolder words",
        "From: Taro\nSent: Monday\nTo: AWS\nSubject: x\n\nolder words",
        "________________________________\nFrom: Taro\nSent: Monday\n\nolder words",
        "*From:* Taro\n*Date:* Monday\n*Subject:* x\n\nolder words",
        "差出人: 山田\n送信日時: 2026年11月17日 12:12\n宛先: AWS\n件名: x\n\nolder words",
        "2026年11月17日(火) 12:12 山田太郎 <t@example.com>:\nolder words",
        "2026/11/17 12:12、AWS <t@example.com>のメール:\nolder words",
        "お客様からのお問い合わせ内容：\nolder words",
    ],
)
def test_what_is_quoted_below_is_cut_off(quoted: str) -> None:
    assert newest_message(f"{ANSWER}\n\n{quoted}\n").text.strip() == ANSWER


def test_answers_between_quotes_are_kept() -> None:
    body = "> Is it done?\n\nNo.\n\n> When?\n\nTomorrow."

    assert newest_message(body).text.split() == ["No.", "Tomorrow."]


@pytest.mark.parametrize(
    "mark",
    ["---------- Forwarded message ---------", "Begin forwarded message:", "転送されたメッセージ:"],
)
@pytest.mark.parametrize("note", ["", "FYI\n\n"])
def test_a_forwarded_mail_is_the_message(mark: str, note: str) -> None:
    body = f"{note}{mark}\nFrom: AWS <a@amazon.com>\nSubject: [CASE 1]\n\n{ANSWER}"
    found = newest_message(body)

    assert found.text.strip() == ANSWER
    assert found.fields["subject"] == "[CASE 1]"


def test_a_text_that_is_quoted_throughout_is_taken_out_of_its_quotes() -> None:
    assert newest_message(f"> Hello,\n> {ANSWER}").text == f"Hello,\n{ANSWER}"


def test_bullets_drawn_as_quotes_are_kept() -> None:
    assert "candidate ID" in newest_message("Please send:\n\n> candidate ID\n> name").text


def test_two_addresses_under_from_and_to_are_no_quote() -> None:
    body = "I would merge\n\nFROM: a@example.com\nTO: b@example.com\n\nOK?"

    assert newest_message(body).text == body


@pytest.mark.parametrize(
    "footer",
    [
        "We value your feedback. Please rate my response: ★★★★★",
        "How did we do? Take our survey.",
        "アンケートにご協力ください。",
        "If you are not the intended recipient, delete this mail.",
        "-- \nJohn\nhas been resolved",
    ],
)
def test_footers_are_no_part_of_the_message(footer: str) -> None:
    assert without_footer(f"{ANSWER}\n\n{footer}")[0].strip() == ANSWER


def test_a_survey_in_the_same_paragraph_leaves_the_news_standing() -> None:
    assert without_footer(f"{ANSWER} Please rate us.") == (ANSWER, True)


def test_a_matter_of_satisfaction_is_news_and_no_survey() -> None:
    news = (
        "It is a matter of satisfaction to tell you that the accounts were merged. "
        "Please keep this communication for your record."
    )
    assert without_footer(news) == (news, False)
    assert without_footer(f"{ANSWER}\n\nYour satisfaction matters to us.") == (ANSWER, True)
