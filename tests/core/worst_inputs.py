"""Every pattern of the core on the inputs that cost it most; run as a process of its own.

A text is read line by line and lines are cut at 2,000 characters, so a pattern is searched in
a quarter of one, where all that grows faster than the square of the line takes minutes already;
what is held against a whole text at once gets 100 kB.
What a pattern would have to chew longest is made from the pattern itself: each of its repeats
over and over, behind what leads there and before what does not fit.
"""

import pkgutil
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from migrations_tracker import core
from migrations_tracker.box.child import allow_cpu_seconds
from migrations_tracker.core.mails.screening import Screened

LINE, WHOLE = 500, 100_000
#: Only ever held against the beginning of a line, which is cut: what it costs to search for
#: them, or in longer texts, nobody pays.
AT_LINE_STARTS = frozenset({"migrations_tracker.core.mails.accounts.LABELLED 0"})
PLAIN = (" ", "1", "a", "あ", "-", "a ")
MISFIT = "\x00"
_parser: Any = import_module("re._parser")
_constants: Any = import_module("re._constants")
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "a"}

Tree = Iterable[tuple[Any, Any]]


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every compiled pattern that stands in a module of the core, in whatever it is kept."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            for place, pattern in enumerate(_patterns_in(value)):
                found[f"{module.name}.{name} {place}"] = pattern
    return {name: found[name] for name in {found[name]: name for name in found}.values()}


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Screened):
        yield value.regex
    elif isinstance(value, dict) and depth < 5:
        yield from _patterns_in([*value, *value.values()], depth + 1)
    elif isinstance(value, tuple | list | set | frozenset) and depth < 5:
        for each in value:
            yield from _patterns_in(each, depth + 1)


def worst_inputs(pattern: re.Pattern[Any], size: int) -> Iterator[Any]:
    """Texts of ``size`` characters: what the pattern repeats, its pieces, and plain ones."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    whole = _sample(tree)
    longest = sorted(set(_literals(tree)), key=len)[-3:]
    pieces = {*PLAIN, whole, whole[:-1], *longest} - {""}
    texts = {_filled(piece, size) for piece in pieces}
    for before, repeated in set(_repeats(tree, "")):
        texts.add(_filled(repeated, size, before)[: size - 1] + MISFIT)
        texts.add(_filled(before + repeated * 20, size))
    for text in sorted(texts):
        yield text.encode() if isinstance(pattern.pattern, bytes) else text


def _filled(piece: str, size: int, before: str = "") -> str:
    return (before + piece * (size // len(piece) + 1))[:size]


def _sample(tree: Tree) -> str:
    """A text that fits the pattern, or nearly so."""
    return "".join(_sample_of(kind, value) for kind, value in tree)


def _sample_of(kind: Any, value: Any) -> str:
    if kind is _constants.LITERAL:
        return chr(value)
    if kind is _constants.IN:
        return _one_of(value)
    if kind in _REPEATS:
        return str(_sample(value[2]) * max(value[0], 1))
    parts = list(_inner(kind, value))
    return _sample(parts[0]) if parts else "a" if kind is _constants.ANY else ""


def _one_of(choices: Tree) -> str:
    for kind, value in choices:
        if kind is _constants.LITERAL:
            return chr(value)
        if kind is _constants.RANGE:
            return chr(value[0])
        if kind is _constants.CATEGORY:
            return _CATEGORIES.get(str(value).rpartition("_")[2], "a")
    return "a"


def _inner(kind: Any, value: Any) -> Iterator[Tree]:
    """The patterns within a part of a pattern."""
    if kind in _REPEATS:
        yield value[2]
    elif kind is _constants.SUBPATTERN:
        yield value[3]
    elif kind is _constants.BRANCH:
        yield from value[1]


def _repeats(tree: Tree, before: str) -> Iterator[tuple[str, str]]:
    """Each repeat: a text that leads to it, and what it repeats."""
    for kind, value in tree:
        if kind in _REPEATS and value[1] > 3 and (repeated := _sample(value[2])):
            yield before, repeated
        for inner in _inner(kind, value):
            yield from _repeats(inner, before)
        before += _sample_of(kind, value)


def _literals(tree: Tree) -> Iterator[str]:
    run = ""
    for kind, value in tree:
        if kind is _constants.LITERAL:
            run += chr(value)
            continue
        yield run
        run = ""
        for inner in _inner(kind, value):
            yield from _literals(inner)
    yield run


def try_all(tried: dict[str, re.Pattern[Any]], cpu_seconds: int) -> None:
    """Name each pattern before it is tried: where the process ends, the last one is guilty."""
    for name, pattern in tried.items():
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        anchored = name in AT_LINE_STARTS
        for text in () if anchored else worst_inputs(pattern, LINE):
            allow_cpu_seconds(cpu_seconds)
            deque(pattern.finditer(text), maxlen=0)
        for text in worst_inputs(pattern, LINE if anchored else WHOLE):
            allow_cpu_seconds(cpu_seconds)
            pattern.fullmatch(text)  # gives up later than match does


if __name__ == "__main__":
    given = {text: re.compile(text) for text in sys.argv[2:]}
    try_all(given or patterns(), int(sys.argv[1]))
