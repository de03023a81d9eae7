"""Where files are kept: a folder, or a bucket that speaks S3's language."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: What may stand behind the ? of an s3:// address, and django-storages' name for it.
S3_OPTIONS = {"endpoint": "endpoint_url", "region": "region_name"}


def storage_at(place: str, folder: Path) -> dict[str, Any]:
    """Django's setting for ``place``: a path, s3://bucket/prefix, or "" for ``folder``.

    Raises ImproperlyConfigured for another kind of address. Who may use the bucket is not in the
    address: AWS's own variables, files and roles say that.
    """
    if "://" not in place:
        return _in_folder(Path(place).expanduser().absolute() if place else folder)
    parts = urlsplit(place)
    asked = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.netloc or set(asked) - set(S3_OPTIONS):
        raise ImproperlyConfigured(
            f"CERTMOVE_FILES is {place!r}. Write a path, or s3://bucket/prefix, with "
            "?endpoint=https://... and &region=... where it is not AWS's own."
        )
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(
            "CERTMOVE_FILES names a bucket, but what speaks with buckets is not installed. "
            "Install it (make extras), or name a folder."
        )
    return _in_bucket(parts.netloc, parts.path.strip("/"), asked)


def _in_folder(folder: Path) -> dict[str, Any]:
    return {
        "BACKEND": "certmove.durable_files.DurableFileStorage",
        "OPTIONS": {
            "location": folder,
            "base_url": None,  # evidence has no address of its own: a view hands it out
            "allow_overwrite": True,  # the same content again, sealed anew
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }


def _in_bucket(bucket: str, prefix: str, asked: dict[str, str]) -> dict[str, Any]:
    return {
        "BACKEND": "certmove.bucket_files.BucketStorage",
        "OPTIONS": {
            "bucket_name": bucket,
            "location": prefix,
            "default_acl": None,  # whatever the bucket says: nothing is made public here
            "file_overwrite": True,  # a file's name is its content's hash: the same one again
            **{S3_OPTIONS[name]: value for name, value in asked.items()},
        },
    }
