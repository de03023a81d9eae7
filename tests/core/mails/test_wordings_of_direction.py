"""Which way a sentence says the records go: each wording with both outcomes.

{S} is the account to be given up, {P} the one to be kept. "not ok" holds wordings that say
nothing certain; they may warn, but never reassure.
"""

import pytest

from migrations_tracker.core.mails import Direction, MoveAddresses, pasted, read_mail

P = "taro.personal@example.com"
S = "taro.yamada@example.co.jp"
OWN = MoveAddresses(source=frozenset({S}), destination=frozenset({P}))

KEEPS_THE_RIGHT_ONE = [
    "{S} will be folded into {P}. Please confirm.",
    "Please confirm that {S} is the account you are leaving "
    "behind and {P} the one you want to carry on with.",
    "Your records will live under {P} afterwards. {S} is history then. Do you confirm?",
    "Please confirm: destination = {P}, source = {S}.",
    "Please confirm: from {S} to {P}.",
    "Can you confirm that I may close {S} once its records are on {P}?",
    "Please confirm: the account with {P} survives, the one with {S} does not.",
    "Please confirm: nothing happens to {P}, while {S} is emptied.",
    "Please confirm: we take the certifications off {S} and add them to {P}.",
    "Please confirm: {S} (merge from), {P} (merge to).",
    "Please confirm: primary: {P} / secondary: {S}",
    "Please confirm the plan: remove {S}, leave {P} in place.",
    "Upon your confirmation we will be consolidating {S} under {P}.",
    "The merge is complete. {S} was merged into {P}.",
    "The merge is complete. Your login is {P}.",
    "The merge is complete. You can no longer sign in with {S}; use {P}.",
    "Accounts were merged. Please do not use {S} any more, everything is on {P}.",
    "ご確認ください。残るのは {P} です。{S} は使えなくなります。",
    "{S} から {P} への統合で間違いないでしょうか。",
    "統合元：{S}、統合先：{P} で間違いないでしょうか。",
    "{P} を残し、{S} を削除してよろしいでしょうか。",
    "{P} に {S} を統合します。よろしいですか。",
    "統合が完了しました。今後は {P} をお使いください。{S} は使えません。",
    "Please confirm. The account to be merged is {S} and the "
    "account that receives its records is {P}.",
    "Please confirm that {P} should become your only account, with {S} merged in.",
    "Please confirm. It is not {S} that stays but {P}.",
    "Please confirm: we do not keep {S}; we keep {P}.",
    "Please confirm the final state: one account, login {P}. {S} is gone.",
    "Please confirm the merge. Account being closed: {S}. Account being kept: {P}.",
    "Please confirm: {P} is what remains after the merge and {S} will not.",
    "Is it right that you wish to consolidate on {P}, giving up {S}?",
    "I plan to use {P} as the base and pull {S} into it. Agreed?",
    "Kindly confirm that records of {S} shall be shifted to {P}.",
    "Please confirm. Old profile: {S}. New profile: {P}.",
    "The profile {S} shall be deprecated in favour of {P}. Kindly approve.",
    "After the merge only {P} will work. Please confirm.",
    "After the merge {S} won't work, {P} will. Please confirm that is fine.",
    "Merged! Log in as {P}.",
    "All done, your records have been moved from {S} to {P}.",
    "All done. {P} now holds all seven certifications.",
    "アカウント統合のご確認です。"
    "{S} は廃止となり、以後は {P} のみご利用いただけます。よろしいでしょうか。",
    "消える方：{S} / 残る方：{P} でよろしいですか。",
    "{S} ではなく {P} を残します。よろしいでしょうか。",
    "{S}→{P} の統合でお間違いないでしょうか。",
    "{S} のデータを {P} に引き継ぎます。ご確認ください。",
]
KEEPS_THE_WRONG_ONE = [
    "{P} will be folded into {S}. Please confirm.",
    "Please confirm that {P} is the account you are leaving "
    "behind and {S} the one you want to carry on with.",
    "Your records will live under {S} afterwards. {P} is history then. Do you confirm?",
    "Please confirm: {S} is the winner.",
    "Please confirm: destination = {S}, source = {P}.",
    "Please confirm: from {P} to {S}.",
    "Can you confirm that {P} can be closed?",
    "Can you confirm that I may close {P} once its records are on {S}?",
    "Please confirm: the account with {S} survives, the one with {P} does not.",
    "Please confirm: nothing happens to {S}, while {P} is emptied.",
    "Please confirm: we take the certifications off {P} and add them to {S}.",
    "Please confirm: you asked to keep {S}.",
    "Please confirm: {P} (merge from), {S} (merge to).",
    "Please confirm: primary: {S} / secondary: {P}",
    "Please confirm the plan: remove {P}, leave {S} in place.",
    "Upon your confirmation we will be consolidating {P} under {S}.",
    "The merge is complete. {P} was merged into {S}.",
    "The merge is complete. Your login is {S}.",
    "The merge is complete. You can no longer sign in with {P}.",
    "Accounts were merged. Please do not use {P} any more.",
    "ご確認ください。残るのは {S} です。{P} は使えなくなります。",
    "{P} から {S} への統合で間違いないでしょうか。",
    "統合元：{P}、統合先：{S} で間違いないでしょうか。",
    "{S} を残し、{P} を削除してよろしいでしょうか。",
    "{S} に {P} を統合します。よろしいですか。",
    "統合が完了しました。今後は {S} をお使いください。{P} は使えません。",
    "Please confirm. We will transfer everything out of {P}, and {S} receives it.",
    "Please confirm. The account to be merged is {P} and the "
    "account that receives its records is {S}.",
    "Please confirm that {S} should become your only account.",
    "Please confirm that {S} should become your only account, with {P} merged in.",
    "Please confirm: {P} gets merged, {S} keeps going.",
    "Please confirm: we do not keep {P}.",
    "Please confirm the final state: one account, login {S}.",
    "Please confirm the merge. Account being closed: {P}. Account being kept: {S}.",
    "Please confirm: {S} will inherit everything.",
    "Please confirm: {S} is what remains after the merge.",
    "Is it right that you wish to consolidate on {S}?",
    "I plan to use {S} as the base and pull {P} into it. Agreed?",
    "Kindly confirm that records of {P} shall be shifted to {S}.",
    "Please confirm. Old profile: {P}. New profile: {S}.",
    "The profile {P} shall be deprecated in favour of {S}. Kindly approve.",
    "After the merge only {S} will work. Please confirm.",
    "After the merge {P} won't work. Please confirm that is fine.",
    "Merged! Log in as {S}.",
    "All done, your records have been moved from {P} to {S}.",
    "All done. {S} now holds all seven certifications.",
    "Merging complete: {P} is retired.",
    "アカウント統合のご確認です。"
    "{P} は廃止となり、以後は {S} のみご利用いただけます。よろしいでしょうか。",
    "消える方：{P} / 残る方：{S} でよろしいですか。",
    "{P} ではなく {S} を残します。よろしいでしょうか。",
    "{P}→{S} の統合でお間違いないでしょうか。",
    "{P} のデータを {S} に引き継ぎます。ご確認ください。",
]
SAYS_NOTHING_CERTAIN = [
    "You wrote that you want to keep {P}, but our system would keep {S}. Please confirm.",
    "We can keep either {P} or {S}. Which one?",
    "Please confirm that {P} and {S} are both yours.",
    "Is {P} your personal address? And {S} the company one?",
    "I have merged nothing yet. Do you want {P} merged into {S} or {S} merged into {P}?",
    "Please confirm. It is not {P} that stays but {S}.",
    "Please confirm. Old profile: {P}. Keep: {P}.",
    "Merging complete. I wrote to both {P} and {S}.",
    "All done. This mail goes to {P}; a copy was sent to {S}.",
]


def direction(words: str) -> Direction | None:
    text = words.replace("{P}", P).replace("{S}", S)
    return read_mail(pasted(f"Hello Taro,\n\n{text}\n\nRegards,\nAnn"), OWN).direction


@pytest.mark.parametrize("words", KEEPS_THE_RIGHT_ONE)
def test_the_right_account_is_kept(words: str) -> None:
    assert direction(words) is Direction.OK


@pytest.mark.parametrize("words", KEEPS_THE_WRONG_ONE)
def test_a_swapped_pair_is_seen_however_it_is_worded(words: str) -> None:
    assert direction(words) is Direction.SWAPPED


@pytest.mark.parametrize("words", SAYS_NOTHING_CERTAIN)
def test_what_is_not_certain_is_never_called_right(words: str) -> None:
    assert direction(words) is not Direction.OK
