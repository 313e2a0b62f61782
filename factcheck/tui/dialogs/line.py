"""One line to type: whom it waits for, a number to go to, words to search."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input

from factcheck.errors import BadInput
from factcheck.text import safe_line
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Complaint


class LineDialog(Dialog[str]):
    """Asks for one line; Enter answers with it, Escape with none."""

    FOOT: ClassVar[str] = "Enter keep · Esc leave without"

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        hint: str = "",
        known: Iterable[str] = (),
        check: Callable[[str], object] | None = None,
    ) -> None:
        """Ask for a line.

        Args:
            title: what it is.
            value: what to begin with.
            hint: what to type, shown while it is empty.
            known: words to complete what is typed with.
            check: raises `BadInput` for a line that cannot be the answer: the dialog then says so and stays,
                with what was typed. An empty line is not checked.
        """
        super().__init__(title)
        self.add_class("-small")
        self._value = value
        self._hint = hint
        self._known = [safe_line(word) for word in known]
        self._check = check

    def compose_body(self) -> Iterable[Widget]:
        """One input."""
        suggester = SuggestFromList(self._known, case_sensitive=False) if self._known else None
        yield Input(
            safe_line(self._value),
            placeholder=safe_line(self._hint),
            suggester=suggester,
            compact=True,
            id="line",
        )
        if self._check is not None:
            yield Complaint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """As the key that keeps."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Answer with the line."""
        line = self.query_one(Input)
        typed = line.value.strip()
        try:
            if typed and self._check is not None:
                self._check(typed)
        except BadInput as error:
            self.query_one(Complaint).about(line, error)
        else:
            self.dismiss(typed)


class TriedDialog(LineDialog):
    """Asks what was tried; the finding is set in any case, and its warning says that the note is missing."""

    FOOT: ClassVar[str] = "Enter keep · Esc set the finding without a note"

    def __init__(self, title: str) -> None:
        super().__init__(title, hint="whom you asked, where you looked")
        self.remove_class("-small")
