"""Tells benefits by what they are, in English and in Japanese.

The portal names a voucher in the reader's language, so the same benefit may be
written down in Japanese before and in English after. Names seen on public blogs
of 2021 to 2025; a name that is not known is compared as it is spelled.
"""

from migrations_tracker.core.folding import fold

#: What a benefit is, and the words of which one set must stand in its name.
_KNOWN: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("practice-exam", (("practice", "exam"), ("practice", "test"), ("模擬",))),
    ("half-price-exam", (("50%",), ("50 %",), ("半額",))),
    ("free-exam", (("100%",), ("free", "exam"), ("無料", "試験"))),
    ("digital-badge", (("digital", "badge"), ("デジタル", "バッジ"))),
    ("sme-program", (("sme",), ("subject matter expert",))),
    ("logo", (("logo",), ("ロゴ",))),
    ("store", (("merchandise",), ("certified store",), ("グッズ",), ("ストア",))),
    ("event", (("event", "recognition"), ("lounge",), ("イベント",))),
)


def benefit_identity(name: str) -> str:
    """One word for the kind of benefit ``name`` tells, or the folded name itself."""
    folded = fold(name)
    for identity, spellings in _KNOWN:
        if any(all(word in folded for word in words) for words in spellings):
            return identity
    return folded
