"""What score reports call their fields and results, in the languages of AWS's portal.

Seen in English, Japanese, Portuguese and Traditional Chinese; the other languages are
translations that the portal may use.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from migrations_tracker.core.dates import DateOrder
from migrations_tracker.core.folding import fold
from migrations_tracker.core.records import ExamResult


class Label(StrEnum):
    CANDIDATE = "candidate"
    CANDIDATE_ID = "candidate_id"
    EXAM_DATE = "exam_date"
    REGISTRATION = "registration"
    SCORE = "score"
    RESULT = "result"


# Several spellings of one label are parted by "|".
_LABELS: Mapping[str, Mapping[Label, str]] = {
    "en": {
        Label.CANDIDATE: "candidate|candidate name|name of candidate|name",
        Label.CANDIDATE_ID: "candidate id|candidate id number|candidate number",
        Label.EXAM_DATE: "exam date|date of exam|test date|examination date",
        Label.REGISTRATION: "registration number|registration no.|registration id",
        Label.SCORE: "candidate score|score|scaled score|your score",
        Label.RESULT: "pass/fail|result|exam result|pass / fail",
    },
    "ja": {
        Label.CANDIDATE: "受験者氏名|受験者名|受験者|氏名|候補者|候補者名|候補者氏名",
        Label.CANDIDATE_ID: "受験者 id|候補者 id|候補 id|受験者番号|受験者 id 番号",
        Label.EXAM_DATE: "受験日|試験日|受験日時|試験実施日|実施日",
        Label.REGISTRATION: "登録番号|登録 id|受付番号|予約番号",
        Label.SCORE: "受験者スコア|候補者スコア|受験者のスコア|候補者のスコア|スコア|得点",
        Label.RESULT: "結果|合否|合否結果|合格/不合格|試験結果|合格・不合格",
    },
    "pt": {
        Label.CANDIDATE: "candidato|candidata|nome do candidato|nome",
        Label.CANDIDATE_ID: "id do candidato|identificação do candidato|id de candidato",
        Label.EXAM_DATE: "data do exame|data da prova",
        Label.REGISTRATION: "número de registro|número do registro|número de inscrição",
        Label.SCORE: "pontuação do candidato|pontuação",
        Label.RESULT: "aprovado/reprovado|resultado|resultado do exame|aprovação/reprovação",
    },
    "es": {
        Label.CANDIDATE: "candidato|candidata|nombre del candidato|nombre",
        Label.CANDIDATE_ID: "id del candidato|id. del candidato|identificación del candidato"
        "|id de candidato|identificador del candidato",
        Label.EXAM_DATE: "fecha del examen|fecha de examen",
        Label.REGISTRATION: "número de registro|número de inscripción|n.º de registro",
        Label.SCORE: "puntuación del candidato|puntaje del candidato|calificación del candidato"
        "|puntuación|puntaje|calificación",
        Label.RESULT: "aprobado/reprobado|aprobado/no aprobado|aprobado/suspenso|resultado"
        "|apto/no apto|aprobado/desaprobado|aprobado o no aprobado",
    },
    "fr": {
        Label.CANDIDATE: "candidat|candidate|nom du candidat|nom",
        Label.CANDIDATE_ID: "id du candidat|identifiant du candidat|id candidat"
        "|numéro du candidat|id de candidat|identifiant candidat",
        Label.EXAM_DATE: "date de l'examen|date d'examen",
        Label.REGISTRATION: "numéro d'inscription|numéro d'enregistrement|n° d'inscription"
        "|no d'inscription",
        Label.SCORE: "score du candidat|note du candidat|résultat du candidat|note",
        Label.RESULT: "réussite/échec|réussi/échoué|résultat|reçu/non reçu|admis/refusé"
        "|admis/ajourné|reçu/refusé|succès/échec|réussi/échec|reçu/échoué",
    },
    "de": {
        Label.CANDIDATE: "kandidat|kandidatin|kandidat/in|name des kandidaten|teilnehmer|name"
        "|prüfungskandidat|name der kandidatin",
        Label.CANDIDATE_ID: "kandidaten-id|kandidaten id|id des kandidaten|kandidatennummer"
        "|kandidat-id|teilnehmer-id",
        Label.EXAM_DATE: "prüfungsdatum|datum der prüfung|examensdatum|prüfungstermin",
        Label.REGISTRATION: "registrierungsnummer|anmeldenummer|anmeldungsnummer",
        Label.SCORE: "punktzahl des kandidaten|kandidatenpunktzahl|punktzahl"
        "|ergebnis des kandidaten|punktestand des kandidaten|erreichte punktzahl",
        Label.RESULT: "bestanden/nicht bestanden|ergebnis|prüfungsergebnis",
    },
    "it": {
        Label.CANDIDATE: "candidato|candidata|nome del candidato|nome",
        Label.CANDIDATE_ID: "id candidato|id del candidato|identificativo candidato",
        Label.EXAM_DATE: "data dell'esame|data esame|data d'esame",
        Label.REGISTRATION: "numero di registrazione|numero di iscrizione|numero registrazione",
        Label.SCORE: "punteggio del candidato|punteggio candidato|punteggio",
        Label.RESULT: "superato/non superato|promosso/bocciato|esito|risultato"
        "|promosso/non promosso|idoneo/non idoneo|superato/fallito",
    },
    "id": {
        Label.CANDIDATE: "kandidat|peserta|nama kandidat|nama peserta|nama|peserta ujian",
        Label.CANDIDATE_ID: "id kandidat|id peserta|nomor kandidat|id peserta ujian",
        Label.EXAM_DATE: "tanggal ujian|tanggal tes",
        Label.REGISTRATION: "nomor registrasi|nomor pendaftaran|no. registrasi",
        Label.SCORE: "skor kandidat|nilai kandidat|skor peserta|nilai peserta|skor|nilai",
        Label.RESULT: "lulus/gagal|lulus/tidak lulus|hasil|hasil ujian",
    },
    "ko": {
        Label.CANDIDATE: "응시자|응시자 이름|응시자 성명|응시자명|수험자|후보자|지원자|성명|이름"
        "|수험자 이름|수험자 성명|후보자 이름",
        Label.CANDIDATE_ID: "응시자 id|수험자 id|후보자 id|지원자 id|응시자 번호|수험 번호",
        Label.EXAM_DATE: "시험 날짜|시험일|시험 일자|응시일|응시 날짜|시험 일시|응시 일자",
        Label.REGISTRATION: "등록 번호|접수 번호|예약 번호",
        Label.SCORE: "응시자 점수|수험자 점수|후보자 점수|지원자 점수|점수",
        Label.RESULT: "합격/불합격|결과|시험 결과|합격 여부|합격 / 불합격|통과/실패",
    },
    "zh": {
        Label.CANDIDATE: "應試者|應試者姓名|應考人|應考者|考生|考生姓名|候選人|候選人姓名|姓名"
        "|应试者|应考人|候选人|候选人姓名|应试者姓名|應考人姓名|應考者姓名|受測者|報考人",
        Label.CANDIDATE_ID: "應試者 id|應考人 id|應考者 id|考生 id|候選人 id|考生編號|考生编号"
        "|候选人 id|应试者 id|考生識別碼|應試者識別碼|受測者 id|報考人 id|考生号"
        "|候選人識別碼"
        "|候选人编号",
        Label.EXAM_DATE: "考試日期|考试日期|測驗日期|测验日期|考試日|應試日期|应试日期",
        Label.REGISTRATION: "註冊編號|註冊號碼|註冊號|登記號碼|登記編號|报名号|注册编号|注册号"
        "|注册号码|報名編號|報名號碼|登记号|登錄編號|登錄號碼|報名號|登记编号",
        Label.SCORE: "考生分數|考生成績|考生得分|應試者分數|應考人分數|候選人分數|分數|得分"
        "|考生分数"
        "|考生成绩|分数|成绩|成績|候选人分数|应试者分数|應試者成績|應考者分數|候選人成績"
        "|受測者分數"
        "|候選人得分|候选人得分|候选人成绩|應試者得分|應考人成績",
        Label.RESULT: "通過/未通過|通过/未通过|合格/不合格|結果|结果|考試結果|考试结果|通過/失敗"
        "|通过/失败|及格/不及格|通過/不通過|通过/不通过|合格與否|是否通過|是否通过|成績結果",
    },
}

# "5/8/2024" in English is May (since 2024); languages that put the year first leave it open.
_ORDERS = dict.fromkeys(("pt", "es", "fr", "de", "it", "id"), DateOrder.DAY_FIRST)
_ORDERS["en"] = DateOrder.MONTH_FIRST

_RESULTS = {
    ExamResult.FAIL: """
        fail|failed|did not pass|not passed|no pass|不合格|不合格です|reprovado|reprovada
        reprobado|reprobada|no aprobado|no aprobada|suspenso|suspendido|no apto|desaprobado
        échec|échoué|échouée|non réussi|refusé|refusée|ajourné|non reçu|non admis|non-réussite
        nicht bestanden|durchgefallen|non superato|bocciato|bocciata|non promosso|non idoneo
        fallito|tidak lulus|gagal|불합격|실패|미통과|未通過|未通过|不及格|失敗|失败|不通過"
        "|不通过|落第
        não aprovado|não aprovada|não passou""",
    ExamResult.PASS: """
        pass|passed|合格|合格です|aprovado|aprovada|aprobado|aprobada|apto|réussi|réussie|réussite
        reçu|reçue|admis|admise|succès|bestanden|superato|promosso|promossa|idoneo|lulus|합격|통과
        通過|通过|及格|已通過|已通过|成功""",
    ExamResult.PENDING: """
        pending|保留|保留中|pendente|pendiente|en attente|ausstehend|in attesa|tertunda|보류|待定
        擱置""",
    ExamResult.NO_SHOW: "no show|noshow|no-show|欠席|未受験",
}

_WORDS = {
    fold(word): result
    for result, words in _RESULTS.items()
    for line in words.split("\n")
    for word in line.strip().split("|")
    if word
}


def result_of(text: str) -> ExamResult | None:
    """Read a result word, in any language; None for anything else."""
    return _WORDS.get(fold(text).strip(" .!。"))


def order_of(language: str | None) -> DateOrder | None:
    """Tell how a language writes "5/8/2024"; None where it is not settled."""
    return _ORDERS.get(language or "")


def _spaced(label: str) -> str:
    """Make a label's blanks optional or many, around a stroke too, its apostrophe any one."""
    parts = re.split(r"\s+|\s*(/)\s*", fold(label))
    return r"\s*".join(re.escape(part) for part in parts if part).replace("'", "['’‘]")


def _meanings() -> dict[str, tuple[Label, tuple[str, ...]]]:
    """Give each label without its blanks its meaning and the languages that use it."""
    meanings: dict[str, tuple[Label, tuple[str, ...]]] = {}
    for language, labels in _LABELS.items():
        for label, spellings in labels.items():
            for spelling in spellings.split("|"):
                key = _key(spelling)
                languages = meanings[key][1] if key in meanings else ()
                meanings[key] = (label, (*languages, language))
    return meanings


def _key(text: str) -> str:
    return "".join(fold(text).split())


MEANINGS = _meanings()
_EVERY = "|".join(
    sorted(
        {
            _spaced(spelling)
            for labels in _LABELS.values()
            for spellings in labels.values()
            for spelling in spellings.split("|")
        },
        key=len,
        reverse=True,
    )
)
# A label stands at the beginning or behind a blank; a colon, a wide gap or the end follows.
LABEL = re.compile(rf"(?:^|(?<=\s))({_EVERY})(?:\s*:|(?=\s{{2,}})|\s*$)", re.I)


def meaning_of(label: str) -> tuple[Label, tuple[str, ...]]:
    """Give a matched label's meaning and the languages that use it."""
    return MEANINGS[_key(label)]
