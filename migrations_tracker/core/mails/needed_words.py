"""What a text must hold for a pattern to match it: words, beginnings of words, or signs.

Told from the pattern itself, as code search engines do it (Russ Cox, "Regular Expression
Matching with a Trigram Index", 2012): of "\\b(?:merge|join)\\w*\\b.*\\baccounts?" every match
has a word in it that begins with "merge" or "join", and one that is "account" or "accounts".
Each such set is a `Need`: one of its marks is in every text that the pattern matches.
Where that cannot be told, nothing is needed, and the pattern is tried on every text.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from importlib import import_module
from itertools import chain
from typing import Any

_parser: Any = import_module("re._parser")
_codes: Any = import_module("re._constants")

MOST_SPELLINGS = 300
MOST_BRANCHES = 40
MOST_CHOICES = 12
EDGE = "\0"
"""In a spelling: an edge of a word."""
SHORT, LONG = 3, 5
"""So much of a word is looked at where a pattern leaves its end open."""

WORD = re.compile(r"[^\W_]+")
IDEOGRAPH = re.compile(r"[\u30a1-\u30fa\u4e00-\u9fff]")
COMMON_SIGNS = frozenset(" |,.:;-'\"()/\n\t" + EDGE)
COMMON_WORDS = frozenset(
    WORD.findall(
        "a an and are as at be by can do for from have i in is it not of on or that the this to "
        "was we will with you your account accounts address aws case certification certifications "
        "contact email emails exam merge merged merging number please profile profiles records "
        "request sign team thank time training"
    )
)
_REPEATS = (_codes.MAX_REPEAT, _codes.MIN_REPEAT)
_NO_LETTERS = (_codes.CATEGORY_SPACE, _codes.CATEGORY_NOT_WORD)
_EDGES = (
    _codes.AT_BOUNDARY,
    _codes.AT_BEGINNING,
    _codes.AT_BEGINNING_STRING,
    _codes.AT_END,
    _codes.AT_END_STRING,
)


class Kind(Enum):
    """What a mark is: a whole word, the beginning of one, Japanese letters, or one sign."""

    WORD = "word"
    START = "start"
    LETTERS = "letters"
    SIGN = "sign"


Mark = tuple[Kind, str]
Need = frozenset[Mark]
Spellings = frozenset[str]
Tree = Iterable[tuple[Any, Any]]
_Rated = tuple[int, Need]

NOTHING: Spellings = frozenset([""])
APART: Spellings = frozenset([" "])
"""What is no part of a word, whatever it is."""
AT_EDGE: Spellings = frozenset([EDGE])


def needs(pattern: re.Pattern[str]) -> tuple[Need, ...]:
    """The sets of marks of each of which a text must bear one; none where that is unknown.

    Marks are in lower case. They hold for texts without letters that are the same as another
    one only where case does not count: the Kelvin sign, the long s, Turkish i.
    """
    if pattern.flags & re.ASCII:
        return ()
    return _unrated(_needs(_tree_of(pattern), NOTHING, NOTHING))


def needs_of_each_branch(pattern: re.Pattern[str]) -> tuple[tuple[Need, ...], ...]:
    """What each branch of a pattern needs that is a choice, "a.*b|c.*d"; a text needs one.

    Of one choice only where there are several, and of none where there is none.
    """
    tree = [] if pattern.flags & re.ASCII else _tree_of(pattern)
    for place, (code, value) in enumerate(tree):
        if code is _codes.BRANCH and len(value[1]) <= MOST_BRANCHES:
            each = ([*tree[:place], *branch, *tree[place + 1 :]] for branch in value[1])
            return tuple(_unrated(_needs(whole, NOTHING, NOTHING)) for whole in each)
    return ()


def _tree_of(pattern: re.Pattern[str]) -> list[tuple[Any, Any]]:
    return list(_parser.parse(pattern.pattern, pattern.flags))


def _unrated(rated: list[_Rated]) -> tuple[Need, ...]:
    return tuple(need for _, need in rated)


def _needs(tree: list[tuple[Any, Any]], before: Spellings, behind: Spellings) -> list[_Rated]:
    """What a sequence needs, between what stands ``before`` and ``behind`` it."""
    found: list[_Rated] = []
    run = before
    spelled = [_spellings(*each) for each in tree]
    for place, (code, value) in enumerate(tree):
        spellings = spelled[place]
        if code is _codes.ASSERT:
            found += _needs(list(value[1]), NOTHING, NOTHING)
        if spellings is not None and len(run) * len(spellings) <= MOST_SPELLINGS:
            run = _joined(run, spellings)
            continue
        found += _of_run(run)
        following = spelled[place + 1] if place + 1 < len(tree) else behind
        edges = (AT_EDGE if _ends_at_edge(run) else NOTHING, _edge_of(following))
        found += _inside(code, value, *edges) if spellings is None else []
        run = spellings if spellings is not None else _left_by(code, value, edges[0])
    return found + _of_run(_joined(run, behind))


def _inside(code: Any, value: Any, before: Spellings, behind: Spellings) -> list[_Rated]:
    """What a part needs that has too many spellings to name them all."""
    if code is _codes.SUBPATTERN and not (value[1] | value[2]) & re.ASCII:
        return _needs(list(value[3]), before, behind)
    if code in _REPEATS and value[0] > 0:
        alone = value[1] == 1
        return _needs(list(value[2]), before if alone else NOTHING, behind if alone else NOTHING)
    if code is _codes.BRANCH:
        return _of_branches([_needs(list(each), before, behind) for each in value[1]])
    return []


def _left_by(code: Any, value: Any, before: Spellings) -> Spellings:
    """An edge behind a repeat of whole words with a blank behind each, "(?:still |also )*"."""
    whole = code in _REPEATS and _all_end_at_edge(value[2]) and (value[0] > 0 or before == AT_EDGE)
    return AT_EDGE if whole else NOTHING


def _all_end_at_edge(tree: Tree) -> bool:
    """Whether a sequence ends at the edge of a word, however it is spelled, as "\\w+ " does."""
    items = list(tree)
    if not items:
        return False
    code, value = items[-1]
    if code is _codes.SUBPATTERN and not (value[1] | value[2]) & re.ASCII:
        return _all_end_at_edge(value[3])
    last = _spellings(code, value)
    return last is not None and _ends_at_edge(last)


def _of_branches(branches: list[list[_Rated]]) -> list[_Rated]:
    """One of the branches is taken: what is most telling of each, put together."""
    if not all(branches):
        return []
    best = [max(rated, key=lambda each: each[0]) for rated in branches]
    return [(min(rate for rate, _ in best), frozenset(chain.from_iterable(m for _, m in best)))]


def _spellings(code: Any, value: Any) -> Spellings | None:
    """All that a part can be in the text, where that is little; None where it is not."""
    if code is _codes.LITERAL:
        return frozenset([chr(value).lower()])
    if code is _codes.IN:
        return _choices(value)
    if code is _codes.AT:
        return AT_EDGE if value in _EDGES else NOTHING
    if code in (_codes.ASSERT, _codes.ASSERT_NOT):
        return NOTHING
    if code is _codes.SUBPATTERN and not (value[1] | value[2]) & re.ASCII:
        return _of_sequence(value[3])
    if code is _codes.BRANCH:
        return _either(_of_sequence(each) for each in value[1])
    if code in _REPEATS:
        return _repeated(_of_sequence(value[2]), value[0], value[1])
    return None


def _repeated(body: Spellings | None, least: int, most: int) -> Spellings | None:
    """What may be left out, and any number of signs, which is to a word as one sign is."""
    if body is None or (most > 1 and body != APART):
        return None
    return body if least else body | NOTHING


def _of_sequence(tree: Tree) -> Spellings | None:
    spelled: Spellings | None = NOTHING
    for each in tree:
        following = _spellings(*each)
        if spelled is None or following is None:
            return None
        spelled = _few(_joined(spelled, following))
    return spelled


def _either(given: Iterable[Spellings | None]) -> Spellings | None:
    whole: Spellings = frozenset()
    for each in given:
        if each is None:
            return None
        whole |= each
    return _few(whole)


def _choices(choices: Tree) -> Spellings | None:
    """The characters of a class, where it lists a few; one blank for a class of signs."""
    found: set[str] = set()
    for code, value in choices:
        if code is _codes.LITERAL:
            found.add(chr(value).lower())
        elif code is _codes.CATEGORY and value in _NO_LETTERS:
            found.update(APART)
        elif code is _codes.RANGE and value[1] - value[0] < MOST_CHOICES:
            found.update(chr(each).lower() for each in range(value[0], value[1] + 1))
        else:
            return None
    if " " in found and not any(map(WORD.match, found)):
        return APART
    return frozenset(found) if len(found) <= MOST_CHOICES else None


def _few(spellings: Spellings) -> Spellings | None:
    return spellings if len(spellings) <= MOST_SPELLINGS else None


def _joined(run: Spellings, following: Spellings) -> Spellings:
    return frozenset(one + other for one in run for other in following)


def _ends_at_edge(run: Spellings) -> bool:
    return all(each and not WORD.match(each[-1]) for each in run)


def _edge_of(following: Spellings | None) -> Spellings:
    """An edge, where all that may follow begins with one."""
    apart = following is not None and all(each and not WORD.match(each) for each in following)
    return AT_EDGE if apart else NOTHING


def _of_run(run: Spellings) -> list[_Rated]:
    """What a text needs to hold one of these spellings: of each its two most telling marks.

    Of "how did we" these are "how" and "did"; the second counts where each spelling has one.
    """
    ranked = [sorted(set(_marks(spelled)), reverse=True)[:2] for spelled in run]
    return [
        (min(rate for rate, *_ in told), frozenset((Kind(k), t) for _, k, t in told))
        for told in zip(*ranked, strict=False)
    ]


def _marks(spelled: str) -> Iterator[tuple[int, str, str]]:
    """The marks that a text with ``spelled`` in it bears, each behind how telling it is."""
    for word in WORD.finditer(spelled):
        begins, ends = word.start() > 0, word.end() < len(spelled)
        yield from _of_word(word[0], begins=begins, ends=ends)
    for sign in set(spelled) - COMMON_SIGNS:
        if not WORD.match(sign):
            yield 3, Kind.SIGN.value, sign


def _of_word(word: str, *, begins: bool, ends: bool) -> Iterator[tuple[int, str, str]]:
    if not word.isascii():
        for start in range(max(1, len(word) - 1)):
            piece = word[start : start + 2]
            yield len(piece) + 2 * len(IDEOGRAPH.findall(piece)), Kind.LETTERS.value, piece
    elif begins and ends:
        yield (1 if word in COMMON_WORDS else len(word) + 2), Kind.WORD.value, word
    elif begins and len(word) >= SHORT:
        length = LONG if len(word) >= LONG else SHORT
        yield length, Kind.START.value, word[:length]
