#!/usr/bin/env python
"""Django's command line for certmove."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certmove.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        # The sentence says which setting and what to write; where in the code helps nobody.
        sys.exit(f"certmove: {wrong}")
