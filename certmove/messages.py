"""Where a sentence waits between the page that makes it and the page that shows it."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class MessagesCookie(CookieStorage):
    """Django's signed cookie, under the name that the profile gives to cookies."""

    cookie_name = settings.PROFILE.cookie("messages")


class MessageStorage(FallbackStorage):
    """In the cookie; what does not fit into it, in the session."""

    storage_classes = (MessagesCookie, SessionStorage)
