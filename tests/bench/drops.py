"""Ten files dropped at once cost one child process, not ten."""

import subprocess
from collections.abc import Iterator
from unittest.mock import patch

from migrations_tracker.box.parent import Job, extract
from migrations_tracker.core.sources.file_kinds import FileKind
from tests.bench.certificates import TEXT
from tests.bench.measuring import Figure
from tests.box.files import pdf

FILES = 10


def figures() -> Iterator[Figure]:
    jobs = [Job(FileKind.PDF, pdf(TEXT)) for _ in range(FILES)]
    with patch.object(subprocess, "Popen", wraps=subprocess.Popen) as started:
        answers = extract(jobs)
    assert all(answer.refused is None for answer in answers)
    yield Figure(what=f"child processes for {FILES} files", ratio=started.call_count, goal=1)
