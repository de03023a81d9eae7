"""JSON as people bring it: saved from a browser, several pages pasted below each other."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from migrations_tracker.core.sentence import Sentence, gettext_noop

_START = re.compile(r"\ufeff?\s*(?:\{\s*[\"}]|\[\s*[\[{\]\"])")
_BETWEEN = re.compile(r"[\s,;\ufeff]*")


class BrokenJson(ValueError):
    """Text that begins as JSON and cannot be read as JSON; ``sentence`` says why."""

    def __init__(self, sentence: Sentence, line: int = 0) -> None:
        self.sentence = sentence
        self.line = line
        super().__init__(str(sentence))


def looks_like_json(text: str) -> bool:
    """Tell whether ``text`` begins as a JSON object or a list of objects."""
    return _START.match(text) is not None


def json_documents(text: str) -> list[Any]:
    """Read every JSON document in ``text``, one after the other. Raises BrokenJson."""
    try:
        return _all_documents(text)
    except RecursionError as error:
        raise BrokenJson(Sentence(_TOO_DEEP)) from error
    except json.JSONDecodeError as error:
        raise BrokenJson(Sentence(_BREAKS_OFF, {"line": error.lineno}), error.lineno) from error
    except ValueError as error:  # a number of more digits than Python converts
        raise BrokenJson(Sentence(_HUGE_NUMBER)) from error


def _all_documents(text: str) -> list[Any]:
    decoder, documents, position = json.JSONDecoder(), [], _after_blanks(text, 0)
    while position < len(text):
        document, position = decoder.raw_decode(text, position)
        documents.append(document)
        position = _after_blanks(text, position)
    return documents


def _after_blanks(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def value_at(value: Any, *path: str) -> Any:
    """Walk down ``path`` through objects; None where a step is missing or no object."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *path: str) -> str | None:
    """Give the text at ``path`` without blanks around it; None where there is none."""
    found = value_at(value, *path)
    return found.strip() or None if isinstance(found, str) else None


def first_text(value: Any, *names: str) -> str | None:
    """Give the first of the fields ``names`` that holds a text."""
    return next((text for name in names if (text := text_at(value, name))), None)


def unwrapped(
    value: Any, is_item: Callable[[dict[str, Any]], bool], names: Sequence[str], depth: int = 5
) -> Iterator[dict[str, Any]]:
    """Find the items in lists of pages of lists; ``names`` are the fields that wrap."""
    if isinstance(value, list) and depth:
        for inner in value:
            yield from unwrapped(inner, is_item, names, depth - 1)
    elif isinstance(value, dict) and is_item(value):
        yield value
    elif isinstance(value, dict) and depth:
        wrapped = (value[name] for name in names if isinstance(value.get(name), list | dict))
        yield from unwrapped(next(wrapped, None), is_item, names, depth - 1)


def objects(value: Any) -> list[dict[str, Any]]:
    """Give the objects in a list; an object alone counts as a list of one."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


_TOO_DEEP = gettext_noop(
    "This JSON is nested too deeply to be a list of badges or an export. Save the page again."
)
_BREAKS_OFF = gettext_noop(
    "This JSON breaks off or is damaged at line %(line)s. "
    "Copy or save the whole page again, from the first bracket to the last."
)
_HUGE_NUMBER = gettext_noop(
    "This JSON holds a number that is too long to be read. Save the page again."
)
