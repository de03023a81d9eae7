"""Rows whose cells were copied with nothing between them.

Some programs on telephones drop the tabs of a table: "SAA-C03AWS Certified Solutions
Architect - Associate2024/08/04合格812ダウンロード". A line is taken apart only where an
exam's name has its day glued to it, and only where the parts can be told in one way.
"""

import re

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_ROW = re.compile(
    r"(?P<code>[A-Za-z]{2}[A-Za-z0-9]-C\d{2})?(?P<name>(?:AWS|Amazon)[ 認][^\d\t]{5,90}[^\d\s/.-])"
    r"(?P<day>\d{4}([-/.])\d{2}\4\d{2}|\d{4}年\d{1,2}月\d{1,2}日"
    rf"|{_MONTH} \d{{1,2}}, \d{{4}})"
    r"(?P<rest>(?:1000|[1-9]\d{2})?(?!\d)(?:[^\d\t].{0,80})?)"
)
_SEAM = re.compile(r"(?<=[^\d\s.,/-])(?=\d)|(?<=\d)(?=[^\d\s.,/-])|(?<=[a-z])(?=[A-Z])")


def parted(text: str) -> str:
    """``text`` with tabs where the cells of a glued row meet; any other text as it is."""
    row = _ROW.fullmatch(text) if "AWS" in text or "Amazon" in text else None
    if row is None:
        return text
    rest = _SEAM.split(row["rest"]) if row["rest"] else []
    return "\t".join([*filter(None, (row["code"], row["name"])), row["day"], *rest])
