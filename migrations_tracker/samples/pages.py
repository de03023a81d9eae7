"""Page texts of invented people, as somebody would paste them."""

EXAM_HISTORY = """\
AWS Certification
Exam History
Exam code\tExam name\tExam date\tScore\tResult
SAP-C02\tAWS Certified Solutions Architect - Professional\tAugust 4, 2025\t812\tPass
SAP-C02\tAWS Certified Solutions Architect - Professional\tJuly 6, 2025\t702\tFail
SAA-C03\tAWS Certified Solutions Architect - Associate\tMarch 25, 2024\t846\tPass
CLF-C02\tAWS Certified Cloud Practitioner\tNovember 20, 2023\t905\tPass
"""

CERTIFICATIONS = """\
AWS Certification
Certification Status
AWS Certified Solutions Architect - Professional
Active
Earned: August 4, 2025
Expires: August 4, 2028
Validation number: d764f5a72befa85f81805972bb1166a4

AWS Certified Solutions Architect - Associate
Active
Earned: March 25, 2024
Expires: August 4, 2028
Validation number: 852ef7326e02f7ee32e4bcb6907b9a31

AWS Certified Cloud Practitioner
Active
Earned: November 20, 2023
Expires: August 4, 2028
Validation number: DVMGG1DQT8F95DV5
"""

BENEFITS = """\
AWS Certification
Certification Benefits
Benefit\tEarned for\tStatus\tCode\tExpiration date
50% discount on your next exam\tAWS Certified Solutions Architect - Professional\tClaimed\t\
7Q2M9XK4B1\tAugust 4, 2028
50% discount on your next exam\tAWS Certified Solutions Architect - Associate\tAvailable\t\t\
March 25, 2027
"""

REGISTRATIONS = """\
AWS Certification
Exam Registration
Upcoming appointments
DOP-C02 AWS Certified DevOps Engineer - Professional\tJanuary 16, 2027 1:00 PM JST\t\
Pearson VUE - OnVUE\tReschedule | Cancel
"""

#: The account to keep already holds one certification of its own.
OWN_CERTIFICATIONS = """\
AWS Certification
Certification Status
AWS Certified AI Practitioner
Active
Earned: February 8, 2026
Expires: February 8, 2029
Validation number: 9b31852ef7326e02f7ee32e4bcb6907a
"""

#: After the merge one voucher is not there, and one expiry has moved later.
CERTIFICATIONS_AFTER = OWN_CERTIFICATIONS + CERTIFICATIONS.split("\n", 2)[2].replace(
    "Earned: August 4, 2025\nExpires: August 4, 2028",
    "Earned: August 4, 2025\nExpires: September 1, 2028",
)
BENEFITS_AFTER = "\n".join(BENEFITS.splitlines()[:4]) + "\n"

BEFORE_SOURCE = (EXAM_HISTORY, CERTIFICATIONS, BENEFITS, REGISTRATIONS)
BEFORE_DESTINATION = (OWN_CERTIFICATIONS,)
AFTER_COMPLETE = (EXAM_HISTORY, CERTIFICATIONS + OWN_CERTIFICATIONS, BENEFITS, REGISTRATIONS)
AFTER_WITH_A_LOSS = (EXAM_HISTORY, CERTIFICATIONS_AFTER, BENEFITS_AFTER, REGISTRATIONS)
