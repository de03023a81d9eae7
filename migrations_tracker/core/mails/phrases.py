"""Tables of words and phrases, as a reader can check them, made into regexes."""

import re

SEPARATOR = re.compile(r",\s+|\s*\n\s*")
OPEN_END = re.compile(r"(?<=\w)\*")


def one_of(table: str) -> str:
    """A regex group for the phrases of ``table``, parted by commas or line ends.

    ``*`` behind a word stands for any ending: "retain*" is retain, retains, retained. Longer
    phrases are tried first, so that "no longer" never hides "no longer needed".
    """
    phrases = {phrase for phrase in SEPARATOR.split(table.strip()) if phrase}
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    patterns = [OPEN_END.sub(lambda _: r"\w*", phrase) for phrase in ordered]
    return f"(?:{'|'.join(patterns)})"
