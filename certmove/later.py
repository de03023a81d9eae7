"""Views that are imported when they are first asked for.

All of certmove takes a second to import, and the first page that anybody sees needs a tenth of it.
The server loads the rest by itself, a moment after it has begun to answer: ``load_the_rest``.
"""

import logging
import threading
from typing import Any

from django.http import HttpResponseBase
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)
#: Long enough for whoever waits for the first page.
MOMENT = 2.0
_views: list["Later"] = []


class Later:
    """The view ``path`` (package.module.function), imported by its first request.

    ``login_required`` is what LoginRequiredMiddleware goes by, which never sees the view itself:
    False for one that is ``login_not_required``. It is compared with the view when that is there.
    """

    def __init__(self, path: str, *, login_required: bool = True) -> None:
        self.path = path
        self.login_required = login_required
        self.__module__, _, self.__name__ = path.rpartition(".")
        self.__qualname__ = self.__name__  # by these Django tells views apart
        _views.append(self)

    def __call__(self, *args: Any, **named: Any) -> HttpResponseBase:
        answer: HttpResponseBase = self.view()(*args, **named)
        return answer

    def view(self) -> Any:
        view = import_string(self.path)
        if getattr(view, "login_required", True) != self.login_required:
            raise TypeError(f"{self.path} and its address differ in who may ask for it.")
        return view


def load_views() -> None:
    """Import every view that an address names."""
    for each in _views:
        each.view()


def load_the_rest() -> None:
    """Import them in a thread of their own, a moment from now."""
    timer = threading.Timer(MOMENT, _load)
    timer.daemon = True
    timer.start()


def _load() -> None:
    try:
        load_views()
    except Exception:  # whatever it is, the page that needs the view will say so, too
        logger.exception("Not every page could be loaded.")
