"""Papers that look like a certificate and are none of AWS's certifications.

Certificates of completion, other vendors' certificates, exam guides and sample
questions. They give no record, and are named so that nobody waits for one.
"""

import re
from collections.abc import Sequence

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import find_dates
from migrations_tracker.core.documents.lines import (
    Document,
    TextLine,
    looks_like_a_mail,
    looks_like_a_page,
)
from migrations_tracker.core.reading import Ignored, Reading, SourceKind
from migrations_tracker.core.recognition import recognise

_HEAD = 12
_MOST_LINES = 30
_LONGEST_NAME = 200

# Said only by such papers.
_SURE_MARKS = re.compile(
    r"certificate of (?:completion|achievement|attendance|participation|training|excellence"
    r"|appreciation|recognition|accomplishment|merit|proficiency|accreditation)"
    r"|has (?:successfully|satisfactorily) (?:completed|passed|met|fulfilled|earned)"
    r"|^successfully completed|^(?:this is to certify|this certifies|we hereby certify)"
    r"|(?:completion|course|training|attendance) certificate|date of achievement"
    r"|(?:learner|learning|training|course) transcript|learning (?:history|record)s?$"
    r"|^(?:学習|受講)(?:履歴|記録)$"
    r"|修了証|受講証|参加証|認定証書|修了しました|受講しました"
    r"|certificado de (?:conclus[aã]o|participa[cç][aã]o|finalizaci[oó]n|participaci[oó]n"
    r"|asistencia|aprovechamiento)|diploma de|concluiu com [eê]xito"
    r"|(?:certificat|attestation) (?:de|d['’]) ?(?:r[eé]ussite|formation|participation|suivi"
    r"|ach[eè]vement)|teilnahmebescheinigung|teilnahmezertifikat|abschlusszertifikat"
    r"|attestato di|certificato di (?:completamento|partecipazione)|sertifikat (?:kelulusan"
    r"|penyelesaian|partisipasi)|수료증|이수증|结业证书|結業證書|完课证书|結業證明",
    re.I,
)
# Other programmes and vendors: a list of badges names them too, beside certifications.
_LIKELY_MARKS = re.compile(
    r"(?:microsoft|google cloud|oracle|cisco|hashicorp|red hat|salesforce|vmware|databricks"
    r"|linux foundation|isc2|scrum) ?certified|certified kubernetes|comptia|certification number ?:"
    r"|accredited|accreditation|cloud quest|course completed|early adopter|training badge",
    re.I,
)
# Vendors whose papers never speak of AWS's certifications, and what such papers are called.
_OTHER_VENDORS = re.compile(
    r"\b(?:microsoft|google cloud|oracle|cisco|hashicorp|red hat|salesforce|vmware|databricks"
    r"|comptia|linux foundation|cncf|isc2|snowflake|ibm|sap se|servicenow|nvidia)\b"
    r"|マイクロソフト|オラクル|シスコ|グーグル|セールスフォース",
    re.I,
)
_PAPERS = re.compile(
    r"certifi|transcript|credential|diploma|badge|認定|認証|資格|合格|修了|certificad|zertifi|인증|认证",
    re.I,
)
_OURS = re.compile(r"(?<![a-z])(?:aws|amazon)(?![a-z])|アマゾン", re.I)
# Heads of papers about an exam; these words also stand in menus and among benefits.
_ABOUT_EXAMS = re.compile(
    r"sample (?:exam )?questions?|exam guide|exam content outline|practice questions?"
    r"|質問例|サンプル問題|試験ガイド|練習問題|guia d[oe] exame|perguntas de exemplo"
    r"|gu[ií]a d(?:el|e) examen|preguntas de (?:ejemplo|muestra)|guide de l['’]examen"
    r"|exemples de questions|prüfungsleitfaden|beispielfragen|guida all['’]esame"
    r"|panduan ujian|contoh (?:soal|pertanyaan)|시험 ?안내서|시험 ?가이드|샘플 ?문제|예제 ?문제"
    r"|考试指南|考試指南|样题|範例題目|範例問題|示例问题",
    re.I,
)
_PRACTICE = re.compile(
    r"practice (?:exam|test|assessment|questions?|question set)s?\b|模擬試験|練習問題"
    r"|examen de práctica|exame (?:de prática|simulado)|examen blanc|übungsprüfung|모의 ?시험"
    r"|模拟考试|模擬考試",
    re.I,
)
_PER_CENT = re.compile(
    r"(?:results?|score|scored|correct|結果|スコア|得点|正答率|正解率).{0,20}?\d{1,3}(?:\.\d+)? ?%"
    r"|\d{1,3}(?:\.\d+)? ?% (?:correct|score)",
    re.I,
)
_NAMES_IT = re.compile(
    r"aws|amazon|azure|microsoft|google|oracle|cisco|certified|quest|course|認定|試験", re.I
)


def read_other_document(document: Document, catalogue: Catalogue) -> Reading | None:
    """Recognise a paper of another kind; None where nothing says what it is."""
    head = document.lines[:_HEAD]
    if looks_like_a_mail(document.lines):
        return None
    foreign = _is_of_another_vendor(document.lines, catalogue)
    if looks_like_a_page(document.lines) and not foreign:
        return None
    known = _has(_SURE_MARKS, head) or _is_about_exam(head) or _is_practice(document)
    if not known and not foreign and not _is_likely(document, catalogue):
        return None
    ignored = Ignored(name=_name_of(document, head), reason="not_a_certification")
    return Reading(
        kind=SourceKind.NOT_CERTIFICATION,
        ignored=(ignored,),
        furniture=tuple(line.number for line in document.lines),
    )


def _has(marks: re.Pattern[str], lines: Sequence[TextLine]) -> bool:
    return any(marks.search(line.flat) for line in lines)


def _is_likely(document: Document, catalogue: Catalogue) -> bool:
    """Tell one such paper from a list in which certifications stand as well."""
    lines = document.lines
    if len(lines) > _MOST_LINES or not _has(_LIKELY_MARKS, lines[:_HEAD]):
        return False
    return not any(
        "\t" in line.text or recognise(line.flat, catalogue).certification for line in lines
    )


def _is_of_another_vendor(lines: Sequence[TextLine], catalogue: Catalogue) -> bool:
    """Tell a paper that names another vendor and certificates, and nothing of AWS's anywhere."""
    head = [*lines[:_HEAD], *lines[-2:]]
    if len(lines) > _MOST_LINES or not (_has(_OTHER_VENDORS, head) and _has(_PAPERS, head)):
        return False
    return not (_has(_OURS, lines) or any(recognise(li.flat, catalogue).candidates for li in lines))


def _is_about_exam(head: Sequence[TextLine]) -> bool:
    undated = not any(find_dates(line.text) or "\t" in line.text for line in head)
    return undated and _has(_ABOUT_EXAMS, head[:6])


def _is_practice(document: Document) -> bool:
    """Tell a practice exam's result: in per cent, as AWS gives no certification's."""
    lines = document.lines
    short = len(lines) <= _MOST_LINES and not any("\t" in line.text for line in lines)
    return short and _has(_PRACTICE, lines[:6]) and _has(_PER_CENT, lines)


def _name_of(document: Document, head: Sequence[TextLine]) -> str:
    """Name the paper by the line that says what it is for, else by its title or file."""
    titles = (line.flat for line in head if _NAMES_IT.search(line.flat) and len(line.flat) <= 100)
    names = (*titles, *document.clues, *(line.flat for line in head))
    return next(iter(names), "")[:_LONGEST_NAME]
