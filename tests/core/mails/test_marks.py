"""The words that decided are marked where they stand in the newest message, and nowhere else."""

from pathlib import Path

import pytest

from migrations_tracker.box import mail as box
from migrations_tracker.core.mails import pasted, read_mail
from migrations_tracker.core.mails.marks import Piece, marked_pieces

FOLDER = Path(__file__).parents[1] / "examples" / "mails"
EXAMPLES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".eml"))
HOLD = "We can merge it when you are no longer with the company."


def pieces_of(text: str) -> tuple[Piece, ...]:
    reading = read_mail(pasted(text))
    return marked_pieces(text, reading.newest, reading.evidence)


def marked(text: str) -> list[str]:
    return [piece.text for piece in pieces_of(text) if piece.marked]


def letters(texts: list[str] | tuple[str, ...]) -> int:
    return len("".join("".join(texts).split()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_deciding_word_of_every_example_is_marked_and_the_text_stays_whole(
    path: Path,
) -> None:
    text = box.extract(path.read_bytes()).text
    reading = read_mail(pasted(text))
    pieces = marked_pieces(text, reading.newest, reading.evidence)

    assert "".join(piece.text for piece in pieces) == text
    # Evidence may overlap, and a bullet's sign is not marked.
    found = letters([piece.text for piece in pieces if piece.marked])
    assert found >= 0.8 * max(map(letters, ([each] for each in reading.evidence)), default=0)


def test_the_same_words_in_the_quoted_thread_are_not_marked() -> None:
    text = f"{HOLD}\n\nOn Mon, 16 Nov 2026, Taro wrote:\n> {HOLD}\n"
    first, *rest = (piece for piece in pieces_of(text) if HOLD[:20] in piece.text)

    assert first.marked
    assert [piece.marked for piece in rest] == [False]


def test_below_a_quote_the_answer_is_marked_and_not_the_same_words_above() -> None:
    text = "> I have successfully merged all.\n\nI have successfully merged all accounts.\n"
    quote, mark, _rest = pieces_of(text)

    assert quote.text.startswith("> I have successfully merged")
    assert (mark.marked, mark.text) == (True, "I have successfully merged")


def test_words_that_run_over_a_line_end_are_one_mark() -> None:
    text = (
        "I checked both profiles this morning and I have successfully\r\n"
        "merged all accounts into the one you named."
    )

    assert marked(text) == ["I have successfully\r\nmerged"]


def test_full_width_letters_are_found_by_what_they_are() -> None:
    assert (
        marked("Ｉ ｈａｖｅ ｓｕｃｃｅｓｓｆｕｌｌｙ ｍｅｒｇｅｄ ａｌｌ ａｃｃｏｕｎｔｓ．") != []
    )


def test_a_mail_that_is_quoted_as_a_whole_is_marked_behind_its_signs() -> None:
    text = "> Hello Taro,\n> I have successfully merged all accounts.\n"

    assert marked(text) == ["I have successfully merged"]


def test_a_sender_that_decided_is_marked_in_the_header() -> None:
    text = (FOLDER / "unrelated-w008-un-credly.eml").read_bytes()

    assert marked(box.extract(text).text) == ["Credly <no-reply@credly.example>"]


def test_words_that_are_nowhere_are_not_marked() -> None:
    assert marked_pieces("a\nb", "a\nb", ("c", "", " ")) == (Piece("a\nb", marked=False),)
