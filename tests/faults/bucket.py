"""A bucket of one's own: moto's server, which nobody here wrote, asked over HTTP."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

import boto3
from botocore.config import Config

from tests.faults.door import Door
from tests.load.server import free_port

NAME = "certmove-files"
#: Who may use the bucket: moto lets anybody in, but botocore signs with something.
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


@dataclass
class Bucket:
    """``door`` stands before it; ``client`` reaches it past the door."""

    door: Door
    client: Any

    @property
    def settings(self) -> dict[str, str]:
        return CREDENTIALS | {"CERTMOVE_FILES": self.named(NAME)}

    def named(self, name: str) -> str:
        endpoint = f"http://127.0.0.1:{self.door.port}"
        return f"s3://{name}/evidence?endpoint={endpoint}&region=eu-central-1"

    def content(self) -> dict[str, bytes]:
        """Every object, by its key."""
        listed = self.client.list_objects_v2(Bucket=NAME).get("Contents", [])
        return {
            each["Key"]: self.client.get_object(Bucket=NAME, Key=each["Key"])["Body"].read()
            for each in listed
        }

    def empty(self) -> None:
        for key in self.content():
            self.client.delete_object(Bucket=NAME, Key=key)


@contextmanager
def a_bucket() -> Iterator[Bucket]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    door = Door("127.0.0.1", port)
    door.start()
    try:
        _wait_for(port)
        client = boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{port}",
            region_name="eu-central-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"total_max_attempts": 1}),
        )
        client.create_bucket(
            Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
        )
        yield Bucket(door, client)
        client.close()
    finally:
        door.close()
        process.kill()
        process.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/moto-api/")
            connection.getresponse().read()
            return
        except ConnectionError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise RuntimeError("The bucket's server did not answer.")
