"""The files of mails (.eml), as evidence: encrypted, and handed out as they came."""

import hashlib
from pathlib import PurePosixPath

from migrations_tracker.encryption import Tampered, decrypt, encrypt
from migrations_tracker.models import Mail, MailFile

#: Each byte as one character of the same number: what is encrypted is text.
BYTES = "latin-1"


def keep_mail_file(mail: Mail, name: str, content: bytes) -> MailFile:
    """Keep the file that ``mail`` was read from; call it inside the act's transaction."""
    base = PurePosixPath(name.replace("\\", "/")).name
    return MailFile.objects.create(
        mail=mail,
        name=" ".join(base.replace("\x00", "").split())[:255] or "mail.eml",
        sealed_content=encrypt(content.decode(BYTES), aad=place_of_mail(mail)),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
    )


def mail_file_content(file: MailFile) -> bytes:
    """The bytes as they came. Raises KeyLost or Tampered, never guesses."""
    content = decrypt(file.sealed_content, aad=place_of_mail(file.mail)).encode(BYTES)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise Tampered(f"The file of mail {file.mail.number} is not what was stored.")
    return content


def place_of_mail(mail: Mail) -> str:
    """What a mail's file is bound to when it is encrypted: its move and number."""
    return f"mail:{mail.move_id}:{mail.number}"
