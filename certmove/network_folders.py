"""Folders of another machine, on which SQLite's locks can't be relied upon."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

# As Linux names them: https://www.sqlite.org/faq.html#q5 tells what becomes of a database there.
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs", "fuse.glusterfs"}
_MOUNTS = Path("/proc/self/mountinfo")


def refuse_a_network_folder(folder: Path) -> None:
    """Raise ImproperlyConfigured where ``folder`` lies on another machine.

    Where the system does not tell its mounts as Linux does, nothing is known and nothing refused.
    """
    if not _MOUNTS.exists():
        return
    kind = kind_of(folder.resolve(), _MOUNTS.read_text(encoding="utf-8", errors="replace"))
    if kind in _NETWORK:
        raise ImproperlyConfigured(
            f"The database folder {folder} is on a network drive ({kind}), where SQLite can lose "
            "what it stored. Name a folder of this machine in CERTMOVE_DATA, or use PostgreSQL: "
            "set DATABASE_URL."
        )


def kind_of(folder: Path, mounts: str) -> str:
    """The kind of file system that holds ``folder``, by the text of /proc/self/mountinfo."""
    found = {"/": ""}
    for line in mounts.splitlines():
        place, kind = _mount_of(line)
        if place and (folder == Path(place) or Path(place) in folder.parents):
            found[place] = kind  # of two at one place, the later lies on top
    return found[max(found, key=len)]


def _mount_of(line: str) -> tuple[str, str]:
    """Place and kind: ``36 35 98:0 / /mnt rw,noatime - ext3 /dev/root rw``."""
    before, _, after = line.partition(" - ")
    fields = before.split()
    place = fields[4] if len(fields) > 4 else ""
    return place.replace("\\040", " "), (after.split() or [""])[0]
