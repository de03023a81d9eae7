import pytest

from migrations_tracker.core.reading import SourceKind
from tests.core.documents.readings import read, reading_of

PAPERS = {
    "course": "Certificate of Completion\n\nTaro Yamada\n\nAWS Cloud Practitioner Essentials\n"
    "Completed on May 8, 2024",
    "course name first": "AWS Training and Certification\nTaro Yamada\nhas successfully completed\n"
    "Architecting on AWS\nMay 8, 2024",
    "udemy": "CERTIFICATE OF COMPLETION\nUltimate AWS Certified Solutions Architect Associate\n"
    "Instructors Somebody\nTaro Yamada\nDate May 8, 2024\nLength 27 total hours",
    "accreditation": "AWS Partner: Accreditation (Technical)\nTaro Yamada\nMay 8, 2024",
    "azure": "Microsoft Certified: Azure Developer Associate\nTaro Yamada\nDate of achievement: "
    "May 8, 2024\nCertification number: Q178-4076",
    "google": "Google Cloud Certified\nProfessional Cloud Architect\nTaro Yamada\nMay 8, 2024",
    "japanese course": "修了証\n山田 太郎 殿\nAWS 認定クラウドプラクティショナー対策コース",
    "exam guide": "AWS Certified Developer - Associate (DVA-C02) Exam Guide\nIntroduction\n"
    "The exam is intended for individuals who perform a developer role.",
    "japanese guide": "AWS 認定 Developer - Associate (DVA-C02) 試験ガイド\nはじめに",
    "sample questions": "AWS Certified Cloud Practitioner\n(CLF-C02) Sample Exam Questions\n1) A",
    "portuguese course": "Certificado de conclusão\nTaro Yamada\nAWS Technical Essentials",
    "french course": "Attestation de formation\nTaro Yamada\nAWS Technical Essentials",
    "korean course": "수료증\n야마다 타로\nAWS 공인 솔루션스 아키텍트 과정",
    "attendance": "Certificate of Attendance\nTaro Yamada\nAWS re:Invent 2024",
    "instructor": "This is to certify that\nTaro Yamada\nis an AWS Authorized Instructor",
    "learner's transcript": "AWS Skill Builder\nLearner transcript\nTitle\tStatus\tDate\n"
    "AWS Technical Essentials\tCompleted\t2024-05-08",
    "transcript of another vendor": "Microsoft Learn\nTranscript\nTaro Yamada\nPassed exams\n"
    "AZ-204 Developing Solutions\tMay 8, 2024\tPassed",
    "japanese certificate of another vendor": "認定証\n山田 太郎 殿\n"
    "Oracle Certified Java Programmer\n認定日 2024年5月8日\n有効期限 2027年5月8日",
    "cloud quest": "AWS Cloud Quest: Solutions Architect\nTaro Yamada\n10/5/2023",
}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_of_another_kind_is_named_and_gives_no_record(paper: str) -> None:
    reading = reading_of(PAPERS[paper])
    assert reading.kind is SourceKind.NOT_CERTIFICATION
    assert not reading.records
    assert reading.ignored[0].name
    assert reading.understood


def test_the_paper_is_named_by_what_it_is_for() -> None:
    (ignored,) = reading_of(PAPERS["cloud quest"]).ignored
    assert ignored.name == "AWS Cloud Quest: Solutions Architect"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear Taro,\nyour accounts were merged.\nRegards",
        "Exam history\nAWS Certified Developer - Associate\nExam guide\nSample questions",
        "AWS Certified Developer - Associate",
        "Benefit\tCode\tExpires\nFree Practice Exam\tABCD\t2027-08-04",
        "AWS Cloud Quest: Cloud Practitioner\nAWS Certified Developer - Associate\nMay 8, 2024",
        "Hello Taro,\nthe team has successfully completed the merge.\nBest regards,",
        "件名: 統合\nhas successfully completed",
        "Name,Email,Certificate\nTaro,taro@example.com,AWS Certified Developer - Associate",
    ],
)
def test_other_texts_are_left_to_other_readers(text: str) -> None:
    assert read(text) is None


def test_a_list_with_another_vendors_rows_beside_ours_is_no_foreign_paper() -> None:
    rows = "Certifications\nOracle Certified Java Programmer\t2024-05-08\nDVA-C02\t2024-06-09"
    assert read(rows) is None
