"""Score reports in every language of the portal, in the orders in which extractors give them."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.reading import ProblemKind, SourceKind
from migrations_tracker.core.records import ExamResult
from tests.core.documents.readings import attempt, read, reading_of


class Words(NamedTuple):
    """A language's title, six labels, its words for pass and fail, its way to write dates."""

    title: str
    labels: tuple[str, str, str, str, str, str]
    passed: str
    failed: str
    printed: str
    day: date
    sentence: str = "%s (%s) 100 1000 720."


LANGUAGES = {
    "en": Words(
        "Notice of Exam Results",
        ("Candidate", "Exam Date", "Candidate ID", "Registration Number", "Candidate Score",
         "Pass/Fail"),
        "PASS", "FAIL", "5/8/2024", date(2024, 5, 8),
        "The %s (%s) has a scaled score between 100 and 1,000.",
    ),
    "ja": Words(
        "試験結果のお知らせ",
        ("受験者氏名", "受験日", "受験者 ID", "登録番号", "受験者スコア", "結果"),
        "合格", "不合格", "2024-05-08", date(2024, 5, 8),
        "%s (%s)の試験結果は、100 から 1000 の間の値で示されます。",
    ),
    "pt": Words(
        "Aviso de resultado do exame",
        ("Candidato", "Data do exame", "ID do candidato", "Número de registro",
         "Pontuação do candidato", "Aprovado/Reprovado"),
        "APROVADO", "REPROVADO", "08/05/2024", date(2024, 5, 8),
        "O %s (%s) tem uma pontuação em escala entre 100 e 1.000.",
    ),
    "es": Words(
        "Aviso de resultados del examen",
        ("Candidato", "Fecha del examen", "ID del candidato", "Número de registro",
         "Puntuación del candidato", "Aprobado/No aprobado"),
        "APROBADO", "NO APROBADO", "08/05/2024", date(2024, 5, 8),
        "El %s (%s) tiene una puntuación entre 100 y 1000.",
    ),
    "fr": Words(
        "Avis de résultats d'examen",
        ("Candidat", "Date de l'examen", "ID du candidat", "Numéro d'inscription",
         "Score du candidat", "Réussite/Échec"),
        "RÉUSSITE", "ÉCHEC", "08/05/2024", date(2024, 5, 8),
    ),
    "de": Words(
        "Mitteilung der Prüfungsergebnisse",
        ("Kandidat", "Prüfungsdatum", "Kandidaten-ID", "Registrierungsnummer",
         "Punktzahl des Kandidaten", "Bestanden/Nicht bestanden"),
        "BESTANDEN", "NICHT BESTANDEN", "08.05.2024", date(2024, 5, 8),
    ),
    "it": Words(
        "Avviso sui risultati dell'esame",
        ("Candidato", "Data dell'esame", "ID candidato", "Numero di registrazione",
         "Punteggio del candidato", "Superato/Non superato"),
        "SUPERATO", "NON SUPERATO", "08/05/2024", date(2024, 5, 8),
    ),
    "id": Words(
        "Pemberitahuan Hasil Ujian",
        ("Kandidat", "Tanggal Ujian", "ID Kandidat", "Nomor Registrasi", "Skor Kandidat",
         "Lulus/Gagal"),
        "LULUS", "GAGAL", "08/05/2024", date(2024, 5, 8),
    ),
    "ko": Words(
        "시험 결과 통지",
        ("응시자", "시험 날짜", "응시자 ID", "등록 번호", "응시자 점수", "합격/불합격"),
        "합격", "불합격", "2024. 5. 8", date(2024, 5, 8),
    ),
    "zh-TW": Words(
        "考試結果通知",
        ("應試者", "考試日期", "應試者 ID", "註冊號碼", "應試者分數", "通過/未通過"),
        "通過", "未通過", "2024/05/08", date(2024, 5, 8),
    ),
    "zh-CN": Words(
        "考试结果通知",
        ("考生", "考试日期", "考生 ID", "注册编号", "考生分数", "通过/未通过"),
        "通过", "未通过", "2024年5月8日", date(2024, 5, 8),
    ),
}  # fmt: skip

EXAM, CODE = "AWS Certified Solutions Architect - Associate", "SAA-C03"
Layout = Callable[[tuple[str, ...], tuple[str, ...]], list[str]]


def side_by_side(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    cells = [f"{label}: {value}" for label, value in zip(labels, values, strict=True)]
    return [f"{left}{' ' * 14}{right}" for left, right in zip(cells[::2], cells[1::2], strict=True)]


def one_blank_apart(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    return [" ".join(line.split()) for line in side_by_side(labels, values)]


def one_a_line(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    return [f"{label}:  {value}\n" for label, value in zip(labels, values, strict=True)]


def full_width_colons(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    return [f"{label}：\u3000{value}" for label, value in zip(labels, values, strict=True)]


def value_below(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    return [f"{label}:\n{value}" for label, value in zip(labels, values, strict=True)]


def values_after_all_labels(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    return [*(f"{label}:" for label in labels), "", *values]


def wide_gap_instead_of_colon(labels: tuple[str, ...], values: tuple[str, ...]) -> list[str]:
    return [f"{label}      {value}" for label, value in zip(labels, values, strict=True)]


LAYOUTS = [
    side_by_side,
    one_blank_apart,
    one_a_line,
    full_width_colons,
    value_below,
    values_after_all_labels,
    wide_gap_instead_of_colon,
]


def report(words: Words, layout: Layout, result: str, **changes: str) -> str:
    values = (
        changes.get("name", "Taro Yamada"),
        changes.get("date", words.printed),
        changes.get("candidate_id", "AWS01234567"),
        changes.get("registration", "454127809"),
        changes.get("score", "812"),
        result,
    )
    exam = changes.get("exam", EXAM)
    sentence = words.sentence % (exam, changes.get("code", CODE))
    return "\n".join([exam, words.title, *layout(words.labels, values), "", sentence])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_read_in_every_order(language: str, layout: Layout) -> None:
    words = LANGUAGES[language]
    for printed, result in ((words.passed, ExamResult.PASS), (words.failed, ExamResult.FAIL)):
        reading = reading_of(report(words, layout, printed))
        (found,) = reading.exams
        assert reading.kind is SourceKind.SCORE_REPORT
        assert (found.certification, found.exam_code, found.name) == ("SAA", CODE, EXAM)
        assert found.result is result
        assert found.score == 812
        assert found.registration_number == "454127809"
        assert reading.holder.candidate_id == "AWS01234567"
        assert reading.holder.name == "Taro Yamada"
        assert found.taken_on == words.day
        assert reading.understood


ENGLISH = LANGUAGES["en"]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Mar 09, 2022", date(2022, 3, 9)),
        ("2020-03-26", date(2020, 3, 26)),
        ("September 17, 2019", date(2019, 9, 17)),
        ("12/31/2024", date(2024, 12, 31)),
        ("2/9/2024", date(2024, 2, 9)),
        ("2025/10/21", date(2025, 10, 21)),
    ],
)
def test_english_dates_put_the_month_first(printed: str, day: date) -> None:
    assert attempt(report(ENGLISH, one_a_line, "PASS", date=printed)).taken_on == day


def test_in_japanese_a_date_that_can_be_swapped_is_asked_about() -> None:
    text = report(LANGUAGES["ja"], one_a_line, "合格", date="05/08/2024")
    reading = reading_of(text)
    assert [one.problem for one in reading.problems] == [ProblemKind.AMBIGUOUS_DATE]
    assert reading.exams[0].taken_on is None
    settled = reading_of(text, order=DateOrder.MONTH_FIRST)
    assert settled.exams[0].taken_on == date(2024, 5, 8)


@pytest.mark.parametrize(
    "exam",
    [
        "AWS Certified Data Analytics - Specialty (retiring April 8th, 2024)",
        "AWS Certified Data Analytics - Specialty (Retired)",
        "AWS Certified Data Analytics - Specialty (Retiring)",
        "AWS Certified Data Analytics -\nSpecialty (retiring April 8th, 2024)",
    ],
)
def test_the_day_an_exam_retires_is_not_the_day_it_was_sat(exam: str) -> None:
    text = report(ENGLISH, side_by_side, "PASS", exam=exam, code="DAS-C01", date="2/9/2024")
    reading = reading_of(text)
    assert reading.exams[0].taken_on == date(2024, 2, 9)
    assert (reading.exams[0].certification, reading.exams[0].exam_code) == ("DAS", "DAS-C01")
    assert reading.understood


@pytest.mark.parametrize(
    "head",
    [
        "Candidate: Prakash kumar sundaresan      Exam Date: 2/9/2024\nVelusamyr\n"
        "Candidate ID: AWS54948579     Registration Number: 281657307",
        "Candidate: Prakash kumar sundaresan \nVelusamyr\nExam Date: 2/9/2024\n"
        "Candidate ID: AWS54948579 Registration Number: 281657307",
        "Candidate: Prakash kumar \nsundaresan\nVelusamyr\n\nCandidate ID: AWS54948579\n\n"
        "Exam Date:  2/9/2024\n\nRegistration Number: 281657307",
    ],
)
def test_a_long_name_goes_on_in_the_next_line(head: str) -> None:
    text = f"{EXAM}\nNotice of Exam Results\n{head}\nCandidate Score: 786 Pass/Fail: PASS"
    assert reading_of(text).holder.name == "Prakash kumar sundaresan Velusamyr"


@pytest.mark.parametrize(
    "name", ["Lo Wing Fung", "山田 太郎", "O'Brien, Aoife", "J. R. Smith", "XI"]
)
def test_names_come_as_printed(name: str) -> None:
    for layout in (side_by_side, one_blank_apart, value_below, full_width_colons):
        assert reading_of(report(ENGLISH, layout, "PASS", name=name)).holder.name == name


@pytest.mark.parametrize("number", ["1417861", "141786170"])
def test_registration_numbers_have_seven_or_nine_digits(number: str) -> None:
    found = attempt(report(ENGLISH, side_by_side, "PASS", registration=number))
    assert found.registration_number == number


@pytest.mark.parametrize(
    ("printed", "score"),
    [("1000", 1000), ("1,000", 1000), ("1.000", 1000), ("100", 100), ("812/1000", 812)],
)
def test_scores_from_100_to_1000_are_taken(printed: str, score: int) -> None:
    assert attempt(report(ENGLISH, one_a_line, "PASS", score=printed)).score == score


@pytest.mark.parametrize("printed", ["99", "1001", "0"])
def test_other_scores_are_a_problem(printed: str) -> None:
    reading = reading_of(report(ENGLISH, one_a_line, "FAIL", score=printed))
    assert reading.exams[0].score is None
    assert [one.problem for one in reading.problems] == [ProblemKind.SCORE_OUT_OF_RANGE]


def test_a_result_nobody_knows_is_a_problem_with_its_line() -> None:
    reading = reading_of(report(ENGLISH, one_blank_apart, "UNDER REVIEW"))
    assert reading.exams[0].result is None
    (problem,) = reading.problems
    assert (problem.problem, problem.line) == (ProblemKind.UNKNOWN_RESULT, 5)


def test_an_impossible_date_is_a_problem() -> None:
    reading = reading_of(report(ENGLISH, one_blank_apart, "PASS", date="2/30/2024"))
    assert [one.problem for one in reading.problems] == [ProblemKind.IMPOSSIBLE_DATE]


def test_a_missing_date_is_a_problem() -> None:
    text = report(ENGLISH, one_a_line, "PASS").replace("Exam Date:  5/8/2024", "")
    assert [one.problem for one in reading_of(text).problems] == [ProblemKind.MISSING_DATE]


def test_a_code_that_breaks_over_the_line_is_put_together() -> None:
    text = report(ENGLISH, one_a_line, "PASS").replace("(SAA-C03)", "(SAA-\nC03)")
    assert attempt(text).exam_code == "SAA-C03"


def test_a_code_of_another_exam_than_the_titles_is_asked_about() -> None:
    reading = reading_of(report(ENGLISH, one_a_line, "PASS", code="DVA-C02"))
    (record,) = reading.exams
    assert (record.certification, record.exam_code) == (None, "DVA-C02")
    assert [one.problem for one in reading.problems] == [ProblemKind.CODE_AND_NAME_DISAGREE]


def test_without_a_title_the_code_names_the_exam() -> None:
    text = report(ENGLISH, one_a_line, "PASS").split("\n", 1)[1]
    found = attempt(text)
    assert (found.certification, found.exam_code) == ("SAA", "SAA-C03")


def test_an_exam_the_catalogue_lacks_is_kept_under_its_name() -> None:
    exam = "AWS Certified Quantum Computing - Specialty"
    reading = reading_of(report(ENGLISH, one_a_line, "PASS", exam=exam, code="QPC-C01"))
    (record,) = reading.exams
    assert (record.certification, record.name, record.score) == (None, exam, 812)
    assert [one.problem for one in reading.problems] == [ProblemKind.UNKNOWN_CERTIFICATION]


def test_a_localised_title_names_the_exam_as_well() -> None:
    exam = "AWS 認定ソリューションアーキテクト – プロフェッショナル"
    text = report(LANGUAGES["ja"], side_by_side, "合格", exam=exam, code="SAP-C02")
    found = attempt(text)
    assert (found.certification, found.name) == ("SAP", exam)


def test_the_labels_own_words_are_no_result() -> None:
    text = report(LANGUAGES["pt"], one_blank_apart, "REPROVADO")
    assert attempt(text).result is ExamResult.FAIL


@pytest.mark.parametrize(
    "text",
    [
        "Exam history\nCandidate ID: AWS01234567\nExam date: 5/8/2024\nScore: 812\nResult: PASS\n"
        "Registration number: 454127809\nCandidate: Taro",
        "Candidate: Taro\nScore: 5",
        "Your score report is ready. Notice of Exam Results will follow.",
    ],
)
def test_pages_and_mails_are_no_score_report(text: str) -> None:
    reading = read(text)
    assert reading is None or reading.kind is not SourceKind.SCORE_REPORT


@pytest.mark.parametrize(
    "head",
    [
        "Uchazeč: Jan Novák      Datum zkoušky: 2024-05-08\nID uchazeče: AWS01234567      "
        "Číslo: 454127809\nSkóre: 812      Výsledek: PASS",
        "考生大名：Jan Novák\n赴考之日：2024/05/08\n考生之碼：AWS01234567\n報到：454127809\n"
        "評分：812\n評定：通過",
    ],
)
def test_labels_nobody_has_seen_are_told_by_their_values(head: str) -> None:
    text = f"{EXAM}\n{head}\n{EXAM} ({CODE}) 100 - 1000: 720."
    reading = reading_of(text)
    (found,) = reading.exams
    assert reading.holder.name == "Jan Novák"
    assert reading.holder.candidate_id == "AWS01234567"
    assert (found.exam_code, found.score, found.result) == (CODE, 812, ExamResult.PASS)
    assert (found.taken_on, found.registration_number) == (date(2024, 5, 8), "454127809")
