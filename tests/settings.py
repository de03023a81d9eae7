"""The real settings, with a data folder that goes away and passwords that cost nothing.

What a developer's .env says does not count; DATABASE_URL of the environment does.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_data = tempfile.mkdtemp(prefix="certmove-tests-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["CERTMOVE_ENV_FILE"] = os.devnull
os.environ["CERTMOVE_DATA"] = _data
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop; tests wait anyway
for _name in (
    "CERTMOVE_URL",
    "CERTMOVE_PROXIES",
    "CERTMOVE_OPEN_SIGNUP",
    "EMAIL_URL",
    "HOST",
    "CERTMOVE_CATALOGUE",
    "CERTMOVE_WAYS",
    "CERTMOVE_LETTERS",
    "CERTMOVE_REQUIRE_MFA",
    "CERTMOVE_MOST_READINGS",
    "CERTMOVE_MOST_MAILS",
    "CERTMOVE_MOST_EXPORTS",
):
    os.environ.pop(_name, None)

from certmove.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT = Path(_data) / "static"
STATIC_ROOT.mkdir()
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
