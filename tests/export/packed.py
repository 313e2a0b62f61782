"""The bytes of files that are packages of compressed parts, made readable."""

import io
import zipfile


def readable_parts(data):
    """All that a file holds as one text: every part of a package, or the file itself."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return "\n".join(
            name + "\n" + package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )
