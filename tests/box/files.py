"""Files for the box, written byte by byte or by the libraries that read them back."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter


def pdf(*pages: str, title: str | None = None) -> bytes:
    """A PDF of one page for each text, one line below the other, in any script."""
    letters = sorted(set("".join(pages)) - {"\n"})
    codes = {letter: f"{code:04X}" for code, letter in enumerate(letters, 1)}
    streams = [_stream(_content(text, codes).encode()) for text in pages]
    return pdf_of_streams(streams, title, _to_unicode(codes))


def _content(text: str, codes: dict[str, str]) -> str:
    lines = ["".join(codes[letter] for letter in line) for line in text.split("\n")]
    shown = "\n".join(f"<{line}> Tj T*" for line in lines)
    return f"BT /F1 12 Tf 14 TL 72 720 Td\n{shown}\nET"


def _to_unicode(codes: dict[str, str]) -> bytes:
    """The table from which a viewer copies text, as Aspose and PDFsharp write it too."""
    pairs = "\n".join(
        f"<{code}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()
    )
    space = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap"
    body = f"{head}\n{space}\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap\nend\nend"
    return _stream(body.encode())


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def pdf_of_streams(
    streams: Sequence[bytes], title: str | None = None, to_unicode: bytes = b""
) -> bytes:
    """A PDF whose pages have these content streams."""
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(streams)))
    told = (title or "").encode("utf-16-be").hex()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H "
        b"/DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
        f"<< /Title <FEFF{told}> >>".encode(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        to_unicode or _to_unicode({}),
    ]
    for i, stream in enumerate(streams):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 792 612] /Contents {8 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects += [page.encode(), stream]
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def bomb_pdf(megabytes: int = 400) -> bytes:
    """A small PDF whose only page inflates to ``megabytes``."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    header = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return pdf_of_streams([header + packed + b"\nendstream"])


def encrypted_pdf(text: str, password: str, owner: str = "owner") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(text))))
    writer.encrypt(user_password=password, owner_password=owner, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def xlsx(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook with these sheets, as Excel would save it."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def bomb_xlsx(megabytes: int = 200) -> bytes:
    """A workbook of some kilobytes whose sheet unpacks to ``megabytes``."""
    source = zipfile.ZipFile(io.BytesIO(xlsx({"A": [["x"]]})))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != "xl/worksheets/sheet1.xml":
                target.writestr(name, source.read(name))
        with target.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b"<worksheet><sheetData>")
            for _ in range(megabytes):
                sheet.write(b"<row><c><v>1</v></c></row>" * 38_000)
    return out.getvalue()


def zip_of(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in files.items():
            target.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()
