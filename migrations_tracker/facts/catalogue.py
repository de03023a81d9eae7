"""The catalogue in force: certmove's own, and the operator's file in CERTMOVE_CATALOGUE."""

from migrations_tracker.core.catalogue import Catalogue, CatalogueError, parse_catalogue
from migrations_tracker.facts.files import FactsFile

CATALOGUE = FactsFile(
    shipped="catalogue.toml",
    setting="CERTMOVE_CATALOGUE",
    parse=parse_catalogue,
    refusal=CatalogueError,
)


def current_catalogue() -> Catalogue:
    """Give the catalogue as the files say now.

    Raises CatalogueError where a file cannot be used.
    """
    return CATALOGUE.current()
