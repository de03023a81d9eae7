"""What the people of the made-up company brought: records, pages and mails of realistic size."""

import random
from datetime import date, time, timedelta

from migrations_tracker.core.records import (
    Benefit,
    BenefitStatus,
    Certification,
    CertificationStatus,
    ExamAttempt,
    ExamRegistration,
    ExamResult,
    Record,
    RegistrationStatus,
)

CERTIFICATIONS = (
    ("CLF", "AWS Certified Cloud Practitioner"),
    ("AIF", "AWS Certified AI Practitioner"),
    ("SAA", "AWS Certified Solutions Architect - Associate"),
    ("DVA", "AWS Certified Developer - Associate"),
    ("SOA", "AWS Certified CloudOps Engineer - Associate"),
    ("DEA", "AWS Certified Data Engineer - Associate"),
    ("MLA", "AWS Certified Machine Learning Engineer - Associate"),
    ("SAP", "AWS Certified Solutions Architect - Professional"),
    ("DOP", "AWS Certified DevOps Engineer - Professional"),
    ("ANS", "AWS Certified Advanced Networking - Specialty"),
    ("SCS", "AWS Certified Security - Specialty"),
    ("MLS", "AWS Certified Machine Learning - Specialty"),
)
FIRST_DAY = date(2018, 3, 1)


def records_of_somebody(chance: random.Random) -> list[Record]:
    """48 records: 12 certifications, 24 exams, 10 benefits, 2 booked exams."""
    return [
        *(_certification(code, name, chance) for code, name in CERTIFICATIONS),
        *(_exam(number, chance) for number in range(24)),
        *(_benefit(number, chance) for number in range(10)),
        *(_registration(number, chance) for number in range(2)),
    ]


def _certification(code: str, name: str, chance: random.Random) -> Certification:
    earned = FIRST_DAY + timedelta(days=chance.randrange(2800))
    return Certification(
        certification=code,
        name=name,
        earned_on=earned,
        expires_on=earned + timedelta(days=1096),
        status=CertificationStatus.ACTIVE,
        validation_number=f"{chance.getrandbits(128):032x}",
    )


def _exam(number: int, chance: random.Random) -> ExamAttempt:
    code, name = chance.choice(CERTIFICATIONS)
    score = chance.randrange(600, 1000)
    return ExamAttempt(
        certification=code,
        name=name,
        exam_code=f"{code}-C02",
        taken_on=FIRST_DAY + timedelta(days=110 * number + chance.randrange(100)),
        result=ExamResult.PASS if score >= 720 else ExamResult.FAIL,
        score=score,
    )


def _benefit(number: int, chance: random.Random) -> Benefit:
    return Benefit(
        name="50% discount on your next exam",
        code=f"{chance.getrandbits(48):010X}"[:10],
        status=BenefitStatus.AVAILABLE,
        expires_on=date(2027, 1, 1) + timedelta(days=60 * number),
        earned_for=chance.choice(CERTIFICATIONS)[0],
    )


def _registration(number: int, chance: random.Random) -> ExamRegistration:
    code, name = chance.choice(CERTIFICATIONS)
    return ExamRegistration(
        certification=code,
        name=name,
        exam_code=f"{code}-C02",
        date=date(2027, 1, 10) + timedelta(days=30 * number),
        time=time(9, 30),
        time_zone="JST",
        status=RegistrationStatus.SCHEDULED,
    )


def page_of(records: list[Record]) -> str:
    """The four pages of the portal as somebody copies them: between 5 and 6 KB."""
    kinds = (Certification, ExamAttempt, Benefit, ExamRegistration)
    parts = [[_lines(each) for each in records if isinstance(each, kind)] for kind in kinds]
    return "\n\n".join(
        "\n".join([heading, *lines])
        for heading, lines in zip(
            (
                "Certification Status",
                "Exam History\nExam code\tExam name\tExam date\tScore\tResult",
                "Certification Benefits\nBenefit\tEarned for\tStatus\tCode\tExpiration date",
                "Exam Registration\nUpcoming appointments",
            ),
            parts,
            strict=True,
        )
    )


def _lines(record: Record) -> str:
    if isinstance(record, Certification):
        return (
            f"{record.name}\nActive\nEarned: {_day(record.earned_on)}\n"
            f"Expires: {_day(record.expires_on)}\nValidation number: {record.validation_number}\n"
        )
    if isinstance(record, ExamAttempt):
        result = str(record.result).title()
        cells = (record.exam_code, record.name, _day(record.taken_on), record.score, result)
    elif isinstance(record, Benefit):
        name = dict(CERTIFICATIONS)[record.earned_for or ""]
        cells = (record.name, name, "Available", record.code, _day(record.expires_on))
    else:
        when = f"{_day(record.date)} 9:30 AM {record.time_zone}"
        cells = (record.exam_code, record.name, when, "Pearson VUE - OnVUE", "Reschedule | Cancel")
    return "\t".join(str(cell) for cell in cells)


def _day(day: date | None) -> str:
    assert day is not None
    return f"{day:%B} {day.day}, {day.year}"


SENTENCES = (
    "Hello {name}, and thank you for writing to the certification team about your two accounts.",
    "I have read your message and looked at both accounts under the addresses that you gave me.",
    "The account under your work address belongs to a partner organisation at the moment.",
    "We can only move its records when you have left the organisation or when it agrees.",
    "Please tell me which of the two you want to go on with, and from which day you can do so.",
    "Account #1 is the one with the login {keep}, which also gets the training notifications.",
    "Account #2 is the one with the login {give}, which holds twelve certifications.",
    "Once they are merged, nobody here can separate them again, so please look twice.",
    "All exam results, digital badges and vouchers go along; a booked exam should be sat first.",
    "If any of this is wrong, answer this mail within ten business days and keep the case number.",
    "Our colleagues of the partner team have been asked whether anything speaks against it.",
    "You do not need to open a second case; it would only make the first one wait longer.",
    "The new account shows everything within two days after I have told you that it is done.",
    "Should a certificate be missing then, send me its validation number and the day of the exam.",
    "I also checked the spelling of your name, since both accounts must show the same one.",
)


def mail_to(name: str, chance: random.Random, *, size: int = 2048) -> str:
    """A mail of ``size`` letters in plain sentences, none of them AWS's own."""
    words = {"name": name, "keep": "taro.private@example.com", "give": "taro@example.co.jp"}
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        lines += [each.format(**words) for each in chance.sample(SENTENCES, len(SENTENCES))]
        lines.append(f"Reference {chance.getrandbits(40):x}")
    return "\n".join(lines)[:size]
