"""One address decides hosts, origins and cookies."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from certmove.profile import is_loopback, profile_of


def test_http_on_the_loopback_address_serves_one_person() -> None:
    profile = profile_of("http://127.0.0.1:8000")
    assert not profile.https
    assert profile.hosts == ["127.0.0.1", "localhost", "[::1]"]
    assert profile.cookie("sessionid") == "sessionid"


def test_https_serves_its_host_alone() -> None:
    profile = profile_of("https://certmove.example.com/")
    assert profile.https
    assert profile.hosts == ["certmove.example.com"]
    assert profile.origins == ["https://certmove.example.com"]
    assert profile.cookie("sessionid") == "__Host-sessionid"


def test_a_port_belongs_to_the_origin_and_not_to_the_host() -> None:
    profile = profile_of("https://certmove.example.com:8443")
    assert profile.hosts == ["certmove.example.com"]
    assert profile.origins == ["https://certmove.example.com:8443"]


def test_an_address_of_ipv6_keeps_its_brackets() -> None:
    assert profile_of("https://[2001:db8::7]").hosts == ["[2001:db8::7]"]


def test_plain_http_beyond_the_loopback_address_is_refused_with_the_reason() -> None:
    with pytest.raises(ImproperlyConfigured, match="plain http is for the loopback address"):
        profile_of("http://192.0.2.7:8000")


@pytest.mark.parametrize(
    "url",
    [
        "certmove.example.com",
        "ftp://a.example",
        "https://",
        "https://a.example/sub",
        "https://[::1",
    ],
)
def test_what_is_no_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"https://certmove\.example\.com"):
        profile_of(url)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("localhost.example.com", False),
        ("", False),
    ],
)
def test_only_this_machine_is_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://certmove.example.com", True),
        ("https://certmove.intra.example.co.jp", False),  # cautious where it cannot be told
        ("https://example.com", False),
        ("https://example.co.jp", False),
        ("http://127.0.0.1:8000", False),
    ],
)
def test_hsts_covers_only_subdomains_that_are_certmoves_own(url: str, own: bool) -> None:
    assert profile_of(url).subdomains_are_its_own is own
