"""Records what this version writes, for later versions to restore: `make record-release`.

A sample company with something in every table, in a folder that goes away; the backup of it goes to
tests/released/certmove-VERSION.zip, its keys behind a passphrase that anybody may know.
"""

import os
import sys
import tempfile
from pathlib import Path

from certmove import VERSION

FOLDER = Path(__file__).parent
PASSPHRASE = "these are sample data"
FILE = FOLDER / f"certmove-{VERSION}.zip"


def record() -> None:
    """Make the sample company and write its backup over an earlier one of this version."""
    # Only here, as the settings read the environment that is set below.
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    django.setup()
    call_command("prepare", verbosity=0)
    from migrations_tracker.backups.making import back_up  # noqa: PLC0415
    from tests.released.contents import fill  # noqa: PLC0415

    now = timezone.now()
    fill(now)
    FILE.unlink(missing_ok=True)
    made = back_up(FILE, at=now, passphrase=PASSPHRASE)
    sys.stdout.write(f"{FILE}: {sum(made.tables.values())} rows, {made.files} files\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="certmove-record-") as folder:
        os.environ |= {"CERTMOVE_ENV_FILE": os.devnull, "CERTMOVE_DATA": folder}
        for name in ("DATABASE_URL", "CERTMOVE_ENC_KEYS", "CERTMOVE_URL"):
            os.environ.pop(name, None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "certmove.settings"
        record()
