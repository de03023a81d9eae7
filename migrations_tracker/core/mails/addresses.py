"""E-mail addresses in running text, whatever mail programs wrap around them."""

import re
from unicodedata import normalize

ADDRESS = re.compile(
    r"(?<![\w.+%-])[\w+%-](?:[\w.+%'-]{0,62}[\w+%-])?@[A-Za-z0-9-]{1,63}(?:\."
    r"[A-Za-z0-9-]{1,63}){1,6}",
    re.ASCII,
)
MAILTO = re.compile(r"[<\[(]\s*mailto:[^>\])\s]{1,200}\s*[>\])]", re.I)
MAILTO_BARE = re.compile(r"\bmailto:", re.I)
WRAPPED = re.compile(r"[<\[\"'`]([^\s<>@]{1,64}@[^\s<>@]{1,200})[>\]\"'`]")
CIRCLED = re.compile(r"([\u2460-\u2473])(?=[A-Za-z0-9])")
DESK = re.compile(
    r"@(?:[\w-]+\.)*(?:amazon|aws|amazonaws|amazonses|credly|certmetrics|pearson|pearsonvue|"
    r"psiexams)\.|"
    r"^(?:no-?reply|do-?not-?reply|support|help|feedback|certifications?|training|postmaster|"
    r"mailer-daemon)@"
)


def numbers_apart(text: str) -> str:
    """A space behind each circled number: NFKC would make "1a@b" of "①a@b"."""
    return text if text.isascii() else CIRCLED.sub(r"\1 ", text)


def without_wrapping(line: str) -> str:
    """NFKC, and "x@y<mailto:x@y>", "<x@y>", "[x@y](mailto:x@y)", "**" reduced to the address."""
    plain = normalize("NFKC", numbers_apart(line)).replace("*", " ")
    if ":" in plain:
        plain = MAILTO_BARE.sub("", MAILTO.sub("", plain))
    return WRAPPED.sub(r"\1", plain) if "@" in plain else plain


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of ``text`` in lower case, each once, without those of AWS and its desks."""
    plain = without_wrapping(text)
    if "@" not in plain:
        return ()
    found = (address.lower() for address in ADDRESS.findall(plain))
    return tuple(dict.fromkeys(address for address in found if not DESK.search(address)))
