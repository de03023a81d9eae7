"""What is imported late is there all the same, and the first page does not wait for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from certmove import later

ASK = """
import sys, django
django.setup()
from django.test import Client
print(Client(HTTP_HOST="127.0.0.1:8000").get("/healthz").status_code)
import certmove.urls, certmove.server
from django.urls import reverse
reverse("account_login")
print(*(name for name in ("migrations_tracker.core.mails", "migrations_tracker.core.pages", "lxml",
    "migrations_tracker.views.moves") if name in sys.modules))
"""


def test_every_address_leads_to_a_view_that_agrees_on_who_may_ask() -> None:
    later.load_views()


def test_an_address_that_lets_in_whom_its_view_does_not_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(later, "_views", [])
    view = later.Later("migrations_tracker.views.dashboard.dashboard", login_required=False)
    with pytest.raises(TypeError, match="differ in who may ask"):
        view.view()


def test_the_first_page_waits_for_no_reader_of_pages_and_mails(tmp_path: Path) -> None:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("CERTMOVE_", "DATABASE_"))}
    environ = {"CERTMOVE_ENV_FILE": os.devnull, "CERTMOVE_DATA": str(tmp_path / "var")}
    environ["DJANGO_SETTINGS_MODULE"] = "certmove.settings"
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env=clean | environ,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["200"]
