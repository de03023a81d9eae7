"""Switches and numbers from the environment, where django-environ would take any word for no."""

import environ
from django.core.exceptions import ImproperlyConfigured

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
