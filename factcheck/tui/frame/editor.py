"""A text written in the person's own editor while the interface steps aside."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import SuspendNotSupported

from factcheck.tui.frame.host import DeskApp


def written_in_editor(app: DeskApp, text: str) -> str:
    """Open `$VISUAL` or `$EDITOR` on a text, and return what was saved, outer spaces dropped.

    Returns:
        The text; empty when nothing was written or no editor could be started, which the status line says.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not editor.strip():
        app.say("No editor is named: set EDITOR, or use the note (c).", "warning")
        return ""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder) / "note.txt"
        path.touch(mode=0o600)  # a note may be confidential
        path.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                # The command is the person's own setting, split as a shell would and run without one.
                subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603
        except SuspendNotSupported:
            app.say("This terminal cannot hand over to an editor; use the note (c).", "warning")
            return ""
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            app.say(f"The editor “{editor}” did not work: {error}", "error")
            return ""
        return path.read_text(encoding="utf-8", errors="replace").strip()
