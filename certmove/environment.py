"""Switches and numbers from the environment, where django-environ would take any word for no."""

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

YES = {"yes", "true", "on", "1"}
NO = {"no", "false", "off", "0"}


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
