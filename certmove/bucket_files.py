"""Files in a bucket that speaks S3's language: there whole, or not at all.

A put is atomic, and read back after it was answered (Amazon S3 since December 2020, MinIO, Ceph).
What goes wrong on the way is an OSError, as with a folder: a page says so, and nothing is lost.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from storages.backends.s3 import S3Storage

from certmove.storage_trouble import FilesGone

#: Somebody waits for a page meanwhile: three tries of at most so many seconds each.
CONNECT_SECONDS, READ_SECONDS, TRIES = 3, 10, 3
_NO_SUCH_FILE = {"404", "NoSuchKey"}


class BucketStorage(S3Storage):  # type: ignore[misc] # the package has no types
    """Raises FileNotFoundError for what is not there, FilesGone where the bucket fails."""

    def __init__(self, **options: Any) -> None:
        told = {
            "client_config": Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                retries={"mode": "standard", "total_max_attempts": TRIES},
            ),
            # In one piece, by the thread that asks: files are small.
            "transfer_config": TransferConfig(use_threads=False, multipart_threshold=2**26),
        }
        super().__init__(**told, **options)

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _told():
            content = self.bucket.Object(self._normalize_name(name)).get()["Body"].read()
        return File(BytesIO(content), name)

    def _save(self, name: str, content: Any) -> str:
        with _told():
            saved: str = super()._save(name, content)
        return saved

    def delete(self, name: str) -> None:
        with _told():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with _told():
            return bool(super().exists(name))

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with _told():
            folders, files = super().listdir(name)
        return folders, files


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _NO_SUCH_FILE:
            raise FileNotFoundError(str(error)) from error
        raise FilesGone(_sentence(error)) from error
    except (BotoCoreError, Boto3Error, OSError) as error:
        raise FilesGone(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    return f"The bucket that CERTMOVE_FILES names does not work: {error}"
