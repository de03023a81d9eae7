"""The text of a mail that came as a file, or as its pasted source: the box takes it apart."""

from migrations_tracker.box.parent import Job, extract
from migrations_tracker.core.mails.message import is_source
from migrations_tracker.core.sentence import Sentence
from migrations_tracker.core.sources.encodings import storable
from migrations_tracker.core.sources.file_kinds import FileKind
from migrations_tracker.reading.entrance import read_files


def text_of_file(name: str, content: bytes) -> tuple[str, tuple[Sentence, ...]]:
    """The text that a person is shown, or "" and the sentences that say why there is none.

    By its header a mail is told first: what is attached to it may look like another file.
    """
    if is_source(content):
        (found,) = extract([Job(FileKind.MAIL, content)])
        return storable(found.text), (found.refused,) if found.refused else ()
    (read,) = read_files([(name, content)])
    problems = read.reading.problems if not read.text.strip() else ()
    return read.text, tuple(problem.message for problem in problems)
