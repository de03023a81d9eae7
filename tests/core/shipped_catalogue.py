"""The shipped catalogue, for core tests that need one."""

from functools import cache
from pathlib import Path

from migrations_tracker.core.catalogue import Catalogue, parse_catalogue

CATALOGUE_FILE = Path(__file__).parents[2] / "migrations_tracker" / "data" / "catalogue.toml"


@cache
def shipped_catalogue() -> Catalogue:
    return parse_catalogue(CATALOGUE_FILE.read_text(encoding="utf-8"))
