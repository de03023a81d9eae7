"""What is stated apart from what is supposed; and what counts as done."""

import pytest

from migrations_tracker.core.mails.completion import said_done
from migrations_tracker.core.mails.statements import Statement, statements

DONE = """I have successfully merged all accounts.
Both profiles were combined yesterday.
The consolidation is complete.
The merge went through.
Your records have now been transferred to the personal account.
We've completed the merge.
I finished to unify your accounts.
Now that the accounts have been merged, please sign in.
Accounts merged.
You now have a single account.
アカウントの統合が完了いたしました。
2つのアカウントを統合いたしました。
統合作業は無事に終了しました。"""
NOT_DONE = """Once merged, an account can't be separated again.
Your accounts have not been merged.
The accounts haven't yet been merged.
Your accounts will be merged tomorrow.
When the accounts have been merged I will write to you.
Have the accounts been merged?
None of the accounts have been merged.
The accounts are being merged.
I will be finished merging your accounts tomorrow.
We have not finished merging the accounts.
Your accounts are merged next week.
I have pulled up both of your accounts.
The accounts to be merged are listed below.
I could not get the accounts merged.
Please tell me if the accounts have been merged.
Partner accounts are merged only after the learner has left.
Your request has been transferred to our certification team.
Your account is linked to an AWS Partner organization.
Say yes and it is done.
The account would have been merged.
統合が完了次第ご連絡いたします。
統合のご依頼を受け付けました。
統合が完了しましたらお知らせします。
まだ統合されていません。
統合いたしかねます。
統合される前にご確認ください。
統合は完了しましたか。"""


@pytest.mark.parametrize("sentence", DONE.split("\n"))
def test_a_finished_merge_is_told(sentence: str) -> None:
    assert said_done(Statement(sentence))


@pytest.mark.parametrize("sentence", NOT_DONE.split("\n"))
def test_what_is_denied_planned_or_supposed_is_not_done(sentence: str) -> None:
    assert said_done(Statement(sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "stated", "supposed"),
    [
        ("Once merged, it stays.", " it stays.", "once merged,"),
        ("It stays when merged", "it stays ", "when merged"),
        ("Before anything can be done I must see it", "i must see it", "before anything"),
        ("Since it was merged, it stays", "since it was merged, it stays", ""),
    ],
)
def test_conditions_are_set_apart(sentence: str, stated: str, supposed: str) -> None:
    statement = Statement(sentence)

    assert statement.stated == stated
    assert statement.supposed.startswith(supposed)
    assert bool(statement.supposed) == bool(supposed)


def test_wrapped_lines_are_one_sentence_and_list_items_are_several() -> None:
    text = (
        "I am pleased to inform you that the two accounts\nhave been merged. Thank you.\n\n"
        "Please send:\n* one\n* two"
    )

    assert [each.text for each in statements(text)] == [
        "I am pleased to inform you that the two accounts have been merged.",
        "Thank you.",
        "Please send:",
        "* one",
        "* two",
    ]
    assert statements(text)[-1].introduced == "Please send:"


def test_japanese_lines_are_joined_without_a_space() -> None:
    text = "お問い合わせいただいたアカウントの統合につきまし\nて、完了いたしました。"

    assert [each.text for each in statements(text)] == [text.replace("\n", "")]


def test_a_japanese_list_is_introduced_by_the_sentence_above_it() -> None:
    found = statements("以下をご教示いただけますでしょうか。\n\n・候補ID\n・氏名\n\n以上です。")

    assert [each.introduced for each in found[1:]] == [found[0].text, found[0].text, ""]


def test_a_number_behind_no_does_not_begin_a_sentence() -> None:
    assert [each.text for each in statements("No. 1 stays. No. 2 goes.")] == [
        "No. 1 stays.",
        "No. 2 goes.",
    ]


def test_what_was_received_introduces_no_list_that_asks() -> None:
    found = statements("Please wait, we received the request below.\n\n- Full name Taro Yamada")

    assert found[-1].introduced == ""
