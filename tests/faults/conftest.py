"""Installations of their own: the suite's database is never harmed."""

import os
from pathlib import Path

import pytest

from tests.faults.installation import copy_of, prepared


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, prepared installation; each test harms a copy."""
    base = tmp_path_factory.getbasetemp()
    return prepared(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture
def data(original: Path, tmp_path: Path) -> Path:
    return copy_of(original, tmp_path / "var")
