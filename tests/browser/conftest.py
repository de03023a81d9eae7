"""A real Chromium, and what every page shown in it has to keep to."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

HERE = Path(__file__).parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """So that a test says page.goto("/")."""
    return str(live_server.url)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = os.environ.get("CERTMOVE_CHROMIUM") or subprocess.check_output(
        [HERE / "get-browser.sh"], text=True
    )
    return {**browser_type_launch_args, "executable_path": chromium.strip(), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Asia/Tokyo"}


@pytest.fixture(autouse=True)
def _quiet_console(page: Page, base_url: str) -> Iterator[None]:
    """No page breaks its own policy, throws, or asks another host for anything."""
    page.set_default_timeout(20_000)
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield
    # A page that is missing on purpose is logged by Chromium, too.
    assert [text for text in heard if "Failed to load resource" not in text] == []
    own = (base_url, "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(own)] == []


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands: each rule and where it is broken."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
