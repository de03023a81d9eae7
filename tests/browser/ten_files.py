"""Ten files as a person drags them out of the downloads folder; what each is, and its records."""

import json
from dataclasses import dataclass

from playwright.sync_api import FilePayload

from migrations_tracker.core.records import Holder
from migrations_tracker.core.sources.certmove_export import export
from migrations_tracker.samples import pages
from tests.box import files
from tests.core.sources.badges import DOP, badge
from tests.core.sources.badges import page as badges_of
from tests.records import BOOKED

SECURITY = "AWS Certified Security - Specialty"
CERTIFICATE = f"""\
Taro Yamada
{SECURITY}
February 19, 2024
February 19, 2027
852ef7326e02f7ee32e4bcb6907b9a31
https://aws.amazon.com/verification"""
HTML = """\
<!doctype html><html><head><title>AWS Certification</title></head><body><h2>Exam History</h2>
<table><tr><th>Exam code</th><th>Exam name</th><th>Exam date</th><th>Score</th><th>Result</th></tr>
<tr><td>DVA-C02</td><td>AWS Certified Developer - Associate</td><td>June 3, 2024</td><td>790</td>
<td>Pass</td></tr></table></body></html>"""
PARTNER = """\
User Name,Work Email,Certificate Name,Award Date,Expiration Date
Taro Yamada,taro.yamada@example.co.jp,AWS Certified AI Practitioner,11/22/2024,11/22/2027
Hanako Sato,hanako.sato@example.co.jp,AWS Certified Cloud Practitioner,11/23/2024,11/23/2027
"""
SHEET = [
    ["認定名", "取得日", "有効期限"],
    ["AWS 認定データエンジニア – アソシエイト", "2024-05-01", "2027-05-01"],
]
COURSE = """\
Certificate of Completion
AWS Technical Essentials
Taro Yamada
completed on 04 August, 2023
AWS Training and Certification
"""
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"


@dataclass(frozen=True)
class Brought:
    """A file, the English word for what it is, and how many records it brings."""

    name: str
    content: bytes
    kind: str
    records: int

    @property
    def payload(self) -> FilePayload:
        return {"name": self.name, "mimeType": "application/octet-stream", "buffer": self.content}


TEN = (
    Brought("history.txt", pages.EXAM_HISTORY.encode(), "Page of AWS Certification", 4),
    Brought("saved page.html", HTML.encode(), "Page of AWS Certification", 1),
    Brought("security.pdf", files.pdf(CERTIFICATE), "Certificate", 1),
    Brought("partner.csv", PARTNER.encode(), "Export of AWS Partner Central", 1),
    Brought("list.xlsx", files.xlsx({"認定": SHEET}), "Spreadsheet", 1),
    Brought("badges.json", json.dumps(badges_of(badge(DOP))).encode(), "Credly badges", 1),
    Brought(
        "mine.json",
        json.dumps(export(Holder(), (BOOKED,)), default=str).encode(),
        "Export of certmove",
        1,
    ),
    Brought("course.txt", COURSE.encode(), "Not an AWS Certification document", 0),
    Brought("broken.pdf", b"%PDF-1.7\nnothing more", "Can't be read", 0),
    Brought("photo.png", PICTURE, "Can't be read", 0),
)
RECORDS = sum(each.records for each in TEN)
