"""Reads requirements.lock: every package that runs with certmove, pinned and hashed."""

import re
from dataclasses import dataclass
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements.lock"
#: The same, and what the extras add that an operator may install.
EXTRAS_LOCK = LOCK.with_name("requirements-extras.lock")

_PACKAGE = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)(\[[^]]*\])?==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"#\s+(?:via\s+)?([a-z0-9][a-z0-9._-]*)( \(.*\))?$")


@dataclass(frozen=True, slots=True)
class Package:
    """``hashes`` are the SHA-256 of its files; ``wanted_by`` the packages that brought it in.

    The latter is empty where certmove itself asks for it.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    wanted_by: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its package URL, by which vulnerability lists name it."""
        return f"pkg:pypi/{self.name}@{self.version}"


def packages_of(text: str) -> list[Package]:
    """The packages of a lock file in their order. Raises ValueError where a line is not known."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            blocks.append([])
        if blocks:
            blocks[-1].append(line)
    return [_package("\n".join(block)) for block in blocks]


def _package(block: str) -> Package:
    found = _PACKAGE.match(block)
    if not found:
        raise ValueError(f"This is no line of a lock file: {block.splitlines()[0]!r}")
    lines = [line.strip() for line in block.splitlines()]
    via = [match[1] for line in lines if (match := _VIA.match(line)) and match[1] != "via"]
    return Package(found["name"], found["version"], tuple(_HASH.findall(block)), tuple(via))
