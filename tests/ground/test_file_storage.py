"""One setting says where files are kept."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from certmove.file_storage import storage_at

FOLDER = Path("/srv/certmove/var/evidence")


def options(place: str) -> dict[str, Any]:
    found: dict[str, Any] = storage_at(place, FOLDER)["OPTIONS"]
    return found


def test_files_are_in_the_data_folder_unless_another_is_named() -> None:
    assert options("")["location"] == FOLDER
    assert options("/mnt/shared")["location"] == Path("/mnt/shared")


def test_a_bucket_is_named_like_an_address() -> None:
    place = "s3://certmove-files/evidence?endpoint=https://s3.example.com&region=eu-central-1"
    assert storage_at(place, FOLDER)["BACKEND"] == "certmove.bucket_files.BucketStorage"
    assert options(place) == {
        "bucket_name": "certmove-files",
        "location": "evidence",
        "default_acl": None,
        "file_overwrite": True,
        "endpoint_url": "https://s3.example.com",
        "region_name": "eu-central-1",
    }


@pytest.mark.parametrize("place", ["ftp://x/y", "s3:///prefix", "s3://bucket?secret=x"])
def test_another_address_is_refused_with_what_to_write(place: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="s3://bucket/prefix"):
        storage_at(place, FOLDER)
