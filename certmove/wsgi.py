"""What the web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from certmove.sentry import start_sentry

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certmove.settings")
start_sentry(settings.CERTMOVE_SENTRY_DSN)
application = get_wsgi_application()
