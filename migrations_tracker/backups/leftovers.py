"""What a killed backup or restore left lying about: copies of everybody's data."""

import shutil
import time
from pathlib import Path

#: How the names of drafts begin, wherever they are.
DRAFT = ".certmove-draft-"
_DAY_SECONDS = 24 * 60 * 60


def clear_leftovers(folder: Path) -> None:
    """Delete the drafts in ``folder`` that nobody can be working on any more."""
    for path in folder.glob(f"{DRAFT}*"):
        if path.stat().st_mtime < time.time() - _DAY_SECONDS:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
