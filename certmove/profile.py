"""What follows from the one address at which an installation is reached."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


@dataclass(frozen=True, slots=True)
class Profile:
    """Hosts, CSRF origins and cookie names that fit ``url``.

    ``https`` is the company's profile; without it certmove serves one person on
    the loopback address, where browsers refuse Secure cookies.
    """

    url: str
    https: bool
    hosts: list[str]
    origins: list[str]

    def cookie(self, name: str) -> str:
        """``name`` as the browser is to see it.

        ``__Host-`` makes a browser refuse a cookie that another host or plain http has set.
        """
        return f"__Host-{name}" if self.https else name

    @property
    def subdomains_are_its_own(self) -> bool:
        """Whether what lies below the host can only be certmove's, so that HSTS may cover it.

        True for certmove.example.com; False where the host may be a company's whole domain, as
        example.com or, since no list of such endings is at hand, anything like example.co.jp.
        """
        labels = self.hosts[0].split(".") if self.https else []
        return len(labels) >= 3 and len(labels[-2]) > 3


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``; a name other than localhost counts as not."""
    bare = host.strip("[]")
    if bare == "localhost":
        return True
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return False


def own_url(host: str, port: int) -> str:
    """The address that is printed and answered where CERTMOVE_URL is not set.

    Raises ImproperlyConfigured for a ``host`` that others reach: they need an https address.
    """
    bare = host.strip("[]")
    if is_loopback(host):
        return f"http://[{bare}]:{port}" if ":" in bare else f"http://{bare}:{port}"
    if is_everywhere(host):
        return f"http://127.0.0.1:{port}"
    raise ImproperlyConfigured(
        f"HOST is {host!r}, which others can reach, and CERTMOVE_URL is not set. Plain http "
        "is for the loopback address alone: set CERTMOVE_URL to the https address that people "
        "use, or leave HOST out."
    )


def is_everywhere(host: str) -> bool:
    """Whether ``host`` means every address of the machine."""
    return host.strip("[]") in ("0.0.0.0", "::")  # noqa: S104


def profile_of(url: str) -> Profile:
    """The profile that ``url`` decides.

    Raises ImproperlyConfigured for anything but https://host or http:// on the loopback address.
    """
    try:
        parts = urlsplit(url)
        scheme, host, _port = parts.scheme, parts.hostname or "", parts.port
    except ValueError:
        scheme = host = ""
    if scheme not in ("http", "https") or not host or parts.path not in ("", "/"):
        raise ImproperlyConfigured(
            f"CERTMOVE_URL is {url!r}. Write scheme, host and, if need be, port alone, "
            "as in https://certmove.example.com."
        )
    origin = f"{scheme}://{parts.netloc}"
    if scheme == "https":
        return Profile(origin, True, [f"[{host}]" if ":" in host else host], [origin])
    if not is_loopback(host):
        raise ImproperlyConfigured(
            f"CERTMOVE_URL is {url!r}: plain http is for the loopback address alone, as passwords "
            "would cross the network unprotected. Use an https address."
        )
    shown = f"[{host}]" if ":" in host else host
    return Profile(origin, False, list(dict.fromkeys([*LOOPBACK_HOSTS, shown])), [origin])
