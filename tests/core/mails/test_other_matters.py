"""What tells nothing of which account is kept, though it sounds so: it never reassures.

A case is closed, a voucher moves, a merge is refused, undone, or only one of two proposals.
"""

import pytest

from migrations_tracker.core.mails import Direction, MoveAddresses, pasted, read_mail

P, S = "taro.personal@example.com", "taro.yamada@example.co.jp"
OWN = MoveAddresses(source=frozenset({S}), destination=frozenset({P}))


def directions(sentence: str) -> set[Direction | None]:
    texts = (sentence.format(S=S, P=P), sentence.format(S=P, P=S))
    return {read_mail(pasted(f"Hello Taro,\n\n{text}\n\nAnn"), OWN).direction for text in texts}


OF_SOMETHING_ELSE = [
    "As we have not heard from you about {P} and {S}, we will close this case.",
    "We are closing the case concerning {S}; you can reach us again from {P}.",
    "Your case about merging {S} and {P} will be closed on Friday.",
    "{P} と {S} の件、ご返信がないようでしたので、本ケースはクローズいたします。",
    "We merged your two cases; we'll keep the one from {P} and close the one from {S}.",
    "ケースを統合しました。今後は {P} からのケースでご案内し、{S} からのケースは終了いたします。",
    "Your Credly accounts were merged. Badges issued to {S} can be seen when you sign in with {P}.",
    "Credly アカウントの統合が完了しました。{S} のバッジは {P} でご覧いただけます。",
    "Your Pearson VUE profile {S} was merged into {P}.",
    "Your voucher was moved from {S} to {P}.",
    "Your exam is booked. Sign in with {P} to see the appointment. {S} was taken off it.",
    "受験予約を {S} から {P} に移しました。",
    "Your notification email was changed from {S} to {P}.",
    "The mailbox of {S} will be closed on 30 November, so write to us from {P} until then.",
    "You said that {S} was closed by your employer. Can you still read mails at {P}?",
    "We have sent this to {P} because {S} is no longer reachable.",
    "Mails to {S} bounce. We use {P} now.",
    "We tried to log in as {P} and could not. Please confirm {S}.",
    "{P} is active. {S} is locked.",
    "{P} の認定は有効です。{S} の認定は失効しました。",
    "We found 3 certifications in {P} and 5 in {S}. Please confirm that this is right.",
]
REFUSED = [
    "We cannot merge {S} into {P}.",
    "{S} was not merged into {P}.",
    "It is not the case that {S} will be merged into {P}.",
    "The request to merge {S} into {P} was rejected.",
    "The merge of {S} into {P} failed.",
    "The merge of {S} into {P} could not be completed.",
    "We have cancelled the merge of {S} into {P} as you asked.",
    "We reverted the merge of {S} into {P}.",
    "It's impossible to merge {S} into {P}.",
    "Had you written earlier, {S} could have been merged into {P}.",
    "Last year {S} was merged into {P}, and this year you ask for something else. What is it?",
    "{S} was merged into {P} by mistake, we are looking into it.",
    "{S} を {P} に統合することはできません。",
    "{S} は {P} に統合されておりません。",
    "{S} から {P} への統合に失敗しました。",
    "{S} から {P} への統合は取り消されました。",
]
OPEN = [
    "Do you want {S} merged into {P}? Or the other way round?",
    "Is {P} the account that you wish to keep, or {S}?",
    "We could merge {S} into {P} or {P} into {S}. What do you think?",
    "In your message you wrote that you want to keep {P}. Our records say otherwise.",
    "I assume that you want to keep {P}, but I am not sure. Which one is it?",
    "Someone asked us to merge {S} into {P}. Was it you?",
    "Please do not keep {P} and {S} open at the same time.",
    "You can keep using {P} and {S} side by side. Nothing has to be merged.",
    "When you are ready, sign in with {P} or {S} and pick the one to keep.",
    "We received your request to merge {S} and {P}. We will be back within 24 hours.",
    "先日の「{S} を {P} に統合します」というメールは誤りでした。破棄してください。",
]


@pytest.mark.parametrize("sentence", OF_SOMETHING_ELSE + REFUSED + OPEN)
def test_what_is_not_said_of_the_merge_never_reassures(sentence: str) -> None:
    assert Direction.OK not in directions(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "As {S} is a partner account, it can't be merged into {P} while you work there.",
        "{S} has not yet been merged into {P}; this needs your confirmation.",
        "{S} will be merged into {P}, and this can't be undone. Please confirm.",
        "Merging complete: 5 records moved from {S} to {P}, 0 failed.",
        "I am closing this case for now. Answer, and I'll merge {S} into {P} as discussed.",
        "In this case {S} will be closed and {P} will be kept. Please confirm.",
        "Please confirm; if it is the other way round, tell me. {S} will be merged into {P}.",
        "{S} は現在パートナー企業に紐付いているため、退職後に {P} へ統合いたします。",
    ],
)
def test_a_refusal_for_now_and_a_closed_case_leave_the_direction_told(sentence: str) -> None:
    assert directions(sentence) == {Direction.OK, Direction.SWAPPED}
