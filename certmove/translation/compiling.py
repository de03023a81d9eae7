"""From .po, which people edit, to .mo, which gettext reads."""

import os
from pathlib import Path

import polib


def compile_catalogues(locale: Path) -> list[Path]:
    """Compile each .po under ``locale`` whose .mo is missing or older; return what was written."""
    stale = [po for po in sorted(locale.glob("*/LC_MESSAGES/*.po")) if _is_stale(po)]
    return [_compile(po) for po in stale]


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns


def _compile(po: Path) -> Path:
    """Write the .mo in one step, so that no other process ever reads half of it."""
    draft = po.with_suffix(f".{os.getpid()}.draft")
    polib.pofile(str(po)).save_as_mofile(str(draft))
    return draft.replace(po.with_suffix(".mo"))
