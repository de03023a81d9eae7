"""Ten thousand names that differ, as people and systems write them, over their folding alone."""

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from unicodedata import normalize

from migrations_tracker.core.folding import fold
from migrations_tracker.core.recognition import names, recognise
from tests.bench.measuring import Figure, compared
from tests.core.shipped_catalogue import shipped_catalogue

EXAMPLES = Path(__file__).parents[1] / "core" / "examples" / "names"
FORMS = (
    "{}",
    "{} (Valid)",
    "Taro Yamada: {}",
    "  {}  ",
    "{}、有効期限 2027/08/04",
    "{}\u3000(2024年3月25日)",
    "1. {}",
    "{} | Credly",
    "{}, earned on August 4, 2024",
    "{} 合格",
)
COUNT = 10_000


def figures() -> Iterator[Figure]:
    catalogue, texts = shipped_catalogue(), distinct_names()

    def recognised() -> None:
        forget_answers()
        for text in texts:
            recognise(text, catalogue)

    def folded() -> None:
        for text in texts:
            fold(text)

    def normalised() -> None:
        for text in texts:
            normalize("NFKC", text)

    over_folding = f"{len(texts)} names, over their folding"
    yield compared(over_folding, recognised, folded, goal=10, rounds=3)
    yield compared(
        f"{len(texts)} names, over NFKC alone", recognised, normalised, goal=None, rounds=3
    )


def forget_answers() -> None:
    """Every turn starts anew; only the vocabulary is prepared."""
    for remembered in vars(names).values():
        if hasattr(remembered, "cache_clear") and remembered is not names._grammar:
            remembered.cache_clear()


def distinct_names() -> list[str]:
    """Collected spellings in the places where they stand: lists, sentences, table cells."""
    collected = [
        line.split("\t")[0] for file in sorted(EXAMPLES.glob("*.tsv")) for line in lines(file)
    ]
    written = (form.format(name) for form, name in product(FORMS, dict.fromkeys(collected)))
    found = list(islice(dict.fromkeys(written), COUNT))
    assert len(found) == COUNT, len(found)
    return found


def lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
