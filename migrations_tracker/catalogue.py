"""The catalogue in force: the one that comes with certmove, and the operator's own file.

The operator's file stands in the setting CERTMOVE_CATALOGUE (a path). It is read
again when it changes, so that a new exam code needs no restart.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from migrations_tracker.core.catalogue import Catalogue, CatalogueError, parse_catalogue
from migrations_tracker.core.sentence import Sentence, gettext_noop

CATALOGUE_FILE = Path(__file__).parent / "data" / "catalogue.toml"


def current_catalogue() -> Catalogue:
    """Give the catalogue as the files say now.

    Raises CatalogueError where a file cannot be used.
    """
    files = [CATALOGUE_FILE, *_operators_files()]
    return _catalogue_of(tuple((file, _changed_at(file)) for file in files))


def _operators_files() -> list[Path]:
    path = getattr(settings, "CERTMOVE_CATALOGUE", None)
    return [Path(path)] if path else []


def _changed_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError as error:
        raise _unreadable(file, error) from error


@lru_cache(maxsize=2)
def _catalogue_of(files: tuple[tuple[Path, int], ...]) -> Catalogue:
    return parse_catalogue(*(_text_of(file) for file, _ in files))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> CatalogueError:
    remedy = gettext_noop(
        "%(file)s cannot be read (%(error)s). Correct the path in CERTMOVE_CATALOGUE, "
        "or save the file as UTF-8."
    )
    return CatalogueError("-", "-", Sentence(remedy, {"file": str(file), "error": str(error)}))
