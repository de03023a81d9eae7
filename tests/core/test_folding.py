import pytest

from migrations_tracker.core.folding import fold, normalise, without_invisible


@pytest.mark.parametrize(
    "spelling",
    [
        "SAA-C03 アソシエイト",
        "ＳＡＡ－Ｃ０３　アソシエイト",
        "saa–c03 ｱｿｼｴｲﾄ",
        "SAA\u2011C03\u00a0\u200bアソシエイト",
        "\ufeff SAA—C03 \n\t アソシエイト ",
        "SAA\u2212C03 アソシ\u00adエイト",
    ],
)
def test_spellings_of_one_name_fold_to_one_text(spelling: str) -> None:
    assert fold(spelling) == "saa-c03 アソシエイト"


def test_the_lengthening_mark_is_a_letter_and_stays() -> None:
    assert fold("デベロッパー") == "デベロッパー"


def test_normalising_keeps_case_and_lines() -> None:
    assert normalise("Ａws\r\n2024年⽉⽇") == "Aws\r\n2024年月日"


def test_a_radical_that_only_looks_like_a_letter_becomes_the_letter() -> None:
    assert normalise("⽇") == "日"


def test_marks_that_belong_to_a_letter_stay() -> None:
    assert normalise("Nguye\u0302\u0303n") == "Nguyễn"
    assert normalise("テ\u3099ータ") == "データ"


def test_a_run_of_marks_is_cut_after_the_thirtieth() -> None:
    hostile = "a" + "\u0315\u0300" * 100_000
    assert len(normalise(hostile)) <= 31


def test_marks_in_separate_runs_are_not_counted_together() -> None:
    text = ("q" + "\u0315" * 20) * 3
    assert normalise(text) == text


def test_invisible_characters_can_be_taken_out_alone() -> None:
    assert without_invisible("AWS\u200b Certified\u202e") == "AWS Certified"
