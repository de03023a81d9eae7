"""The real settings with one more address: the floor page. Nothing else differs but the limits,
which stop one person from doing what fifty do here."""

from certmove.settings import *  # noqa: F403

ROOT_URLCONF = "tests.load.urls"
RATE_LIMITS = dict.fromkeys(RATE_LIMITS, (10_000, 5))  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
LOGGING["root"]["level"] = "WARNING"  # noqa: F405
