"""What kind of file system a file is on: SQLite keeps its promises only where one computer writes."""

import os
from pathlib import Path

SHARED = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "fuse.sshfs", "fuse.rclone"})
"""File systems that several computers may write to at once."""

_TABLE = Path("/proc/self/mountinfo")


def shared(path: Path, table: Path = _TABLE) -> str:
    """The kind of network file system that *path* is on; "" for a local one, or where that is not known.

    Args:
        path: an existing file.
        table: the kernel's list of mounts.
    """
    device = path.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    try:
        lines = table.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        mount, _, kind = line.partition(" - ")
        if mount.split(" ")[2:3] == [number]:
            name = kind.partition(" ")[0]
            return name if name in SHARED else ""
    return ""
