"""Settings from the environment, each refused with what to write where it can't be meant."""

import zoneinfo
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

YES = {"yes", "true", "on", "1"}
NO = {"no", "false", "off", "0"}


#: Known to other parts than the settings: tests and scripts.
_ELSEWHERE = {"CERTMOVE_CHROMIUM", "CERTMOVE_BACKUP_PASSPHRASE"}
_HIGHEST_PORT = 65_535


class Environment(environ.Env):  # type: ignore[misc]
    """Remembers which names were asked for: any other name that begins alike is a mistake."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get_value(self, var: str, *args: Any, **options: Any) -> Any:
        self.asked.add(var)
        return super().get_value(var, *args, **options)

    def doubts(self) -> list[str]:
        """A sentence for each name CERTMOVE_... that is set and that nothing asks for."""
        known = self.asked | _ELSEWHERE
        names = sorted(n for n in self.ENVIRON if n.startswith("CERTMOVE_") and n not in known)
        return [_doubt(name, known) for name in names]


def _doubt(name: str, known: set[str]) -> str:
    meant = get_close_matches(name, known, n=1, cutoff=0.8)
    advice = f"Is {meant[0]} meant?" if meant else ".env.example names them all."
    return f"{name} is set, but certmove has no such setting. {advice}"


def switch(env: environ.Env, name: str, *, default: bool) -> bool:
    """Yes or no; ``default`` where nothing is set. Raises ImproperlyConfigured for another word."""
    word = env.str(name, default="").strip().lower()
    if word and word not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {word!r}. Write yes or no.")
    return word in YES if word else default


def number(env: environ.Env, name: str, *, default: int) -> int:
    """A whole number, none below zero; ``default`` where nothing is set.

    Raises ImproperlyConfigured for anything else.
    """
    word = env.str(name, default="").strip()
    if word and not (word.isascii() and word.isdigit()):
        raise ImproperlyConfigured(f"{name} is {word!r}. Write a whole number.")
    return int(word) if word else default


def port(env: environ.Env, name: str, *, default: int) -> int:
    """A port to listen on. Raises ImproperlyConfigured for what can be none."""
    found = number(env, name, default=default)
    if not 1 <= found <= _HIGHEST_PORT:
        raise ImproperlyConfigured(f"{name} is {found}. Write a port from 1 to {_HIGHEST_PORT}.")
    return found


def time_zone(env: environ.Env, name: str, *, default: str) -> str:
    """A time zone by its name. Raises ImproperlyConfigured for one that does not exist."""
    found: str = env.str(name, default="").strip() or default
    if found not in zoneinfo.available_timezones():
        raise ImproperlyConfigured(
            f"{name} is {found!r}. Write a time zone as area and city, such as Asia/Tokyo."
        )
    return found


#: https://django-environ.readthedocs.io/en/latest/types.html, those that make sense here.
_MAIL_SCHEMES = {"smtp", "smtps", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "dummymail"}


def mail_server(env: environ.Env, name: str, *, default: str) -> dict[str, Any]:
    """Django's settings for outgoing mail. Raises ImproperlyConfigured, never with the password."""
    url = env.str(name, default="") or default
    try:
        parts = urlsplit(url)
        scheme, known = parts.scheme, parts.scheme in _MAIL_SCHEMES and parts.port != 0
    except ValueError:  # a port that is no number
        scheme, known = "", False
    if not known or (scheme.startswith("smtp") and not parts.hostname):
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as in smtp+tls://user:password@mail.example.com:587, "
            "with % and two digits in place of special characters in the password; "
            "consolemail:// prints the mails."
        )
    return dict(env.email_url_config(url))


def own_file(env: environ.Env, name: str, base: Path) -> Path | None:
    """A file of the operator's own; None where none is named. Raises ImproperlyConfigured."""
    word: str = env.str(name, default="").strip()
    if not word:
        return None
    file = base / word
    if not file.is_file():
        raise ImproperlyConfigured(f"{name} is {word!r}, but there is no file {file}.")
    return file


def addresses(env: environ.Env, name: str) -> list[str]:
    """Mail addresses by comma; [] where nothing is set. Raises ImproperlyConfigured."""
    found = [each.strip() for each in env.str(name, default="").split(",") if each.strip()]
    for each in found:
        try:
            validate_email(each)
        except ValidationError as error:
            raise ImproperlyConfigured(
                f"{name} holds {each!r}, which is no mail address. Write addresses by comma."
            ) from error
    return found
