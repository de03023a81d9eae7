"""The core reads and decides without Django, clock, files or network."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORE = ROOT / "migrations_tracker" / "core"


def _modules() -> list[str]:
    files = sorted(CORE.rglob("*.py"))
    names = (".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)
    return [name.removesuffix(".__init__") for name in names]


def test_the_whole_core_can_be_imported_without_django() -> None:
    lines = [f"import {name}" for name in _modules()]
    lines += ["import sys", "print('\\n'.join(sys.modules))"]
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = run.stdout.split()
    assert "migrations_tracker.core.records" in loaded
    packages = {name.partition(".")[0] for name in loaded}
    assert not packages & {"django", "environ", "requests", "httpx", "pypdf", "openpyxl"}
