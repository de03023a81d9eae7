"""A mail's wording as a whole speaks for a kind, also where no sentence says it plainly."""

import pytest

from migrations_tracker.core.mails import MailKind, pasted, read_mail
from migrations_tracker.core.mails.likeness import runs_of, wording_of
from migrations_tracker.core.mails.statements import statements


def likeliest(text: str) -> MailKind:
    return wording_of(None, statements(text)).likeliest({})[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("As we have not heard back from you, this case is going to be archived.", "closing"),
        ("Your request has landed in our queue and a colleague will pick it up soon.", "ack"),
        ("We regret that our policy does not permit us to combine these two profiles.", "rejected"),
    ],
)
def test_words_that_no_rule_knows_speak_for_a_kind(text: str, kind: str) -> None:
    assert likeliest(text) == kind


def test_addresses_and_numbers_count_as_such_and_not_for_what_they_are() -> None:
    one = runs_of(None, statements("Case 17551100220 of taro@example.com is open."))
    other = runs_of(None, statements("Case 99 of hanako.sato@example.co.jp is open."))
    assert one == other


def test_a_mail_without_a_known_word_speaks_for_no_kind() -> None:
    told = wording_of(None, statements("Zxqv brmpf.")).speaks_for
    assert set(told.values()) == {0.0}
    assert wording_of(None, statements("Zxqv brmpf.")).telling(MailKind.DONE) is None


def test_the_statement_that_tells_most_is_shown() -> None:
    said = statements("Hello Taro. The merge of your two accounts is complete. Have a good day.")
    assert (
        wording_of(None, said).telling(MailKind.DONE)
        == "The merge of your two accounts is complete."
    )


def test_where_rules_and_wording_disagree_a_person_decides() -> None:
    reading = read_mail(
        pasted(
            "Since nobody answered our two earlier mails we will now archive the request. "
            "Should you still want it, open another one. Please send us your candidate ID then."
        )
    )
    assert not reading.sure
    assert reading.suggested_move is None
