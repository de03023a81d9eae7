"""certmove's own settings, with two pages more that break."""

from certmove.settings import *  # noqa: F403

ROOT_URLCONF = "tests.faults.breaking_urls"
