"""Records that many tests speak of; the people and numbers are made up."""

from datetime import date, time

from migrations_tracker.core.records import (
    Benefit,
    BenefitStatus,
    Certification,
    CertificationStatus,
    ExamAttempt,
    ExamRegistration,
    ExamResult,
    RegistrationStatus,
)

SAP = Certification(
    certification="SAP",
    name="AWS Certified Solutions Architect - Professional",
    earned_on=date(2024, 8, 4),
    expires_on=date(2027, 8, 4),
    status=CertificationStatus.ACTIVE,
    validation_number="6B4ZLPBKTXN24N6F",
)
SITTING = ExamAttempt(
    certification="SAP",
    name="AWS Certified Solutions Architect - Professional",
    exam_code="SAP-C02",
    taken_on=date(2024, 8, 4),
    result=ExamResult.PASS,
    score=812,
)
VOUCHER = Benefit(
    name="50% discount on your next exam",
    code="7Q2M9XK4B1",
    status=BenefitStatus.AVAILABLE,
    expires_on=date(2027, 8, 4),
    earned_for="SAP",
)
BOOKED = ExamRegistration(
    certification="DOP",
    name="AWS Certified DevOps Engineer - Professional",
    exam_code="DOP-C02",
    date=date(2026, 12, 5),
    time=time(9, 30),
    time_zone="JST",
    status=RegistrationStatus.SCHEDULED,
)
ONE_OF_EACH = (SAP, SITTING, VOUCHER, BOOKED)
