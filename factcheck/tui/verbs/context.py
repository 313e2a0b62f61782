"""What the verbs of the claims tab may ask of it: which claim, which ones, and where to go on."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from factcheck.model import Change, Claim, ClaimFilter, ClaimRow
from factcheck.tui.frame.saving import Save
from factcheck.tui.panes.tab import Tab


class ClaimWork(Tab):
    """The claims tab as its verbs see it; each family of verbs is a mixin over this class."""

    filter: ClaimFilter
    """Which claims the queue shows."""

    @property
    def current(self) -> ClaimRow | None:
        """The claim under the cursor."""
        raise NotImplementedError

    @property
    def shown_claim(self) -> Claim | None:
        """The current claim with everything that the desk holds about it, as the card shows it."""
        raise NotImplementedError

    @property
    def targets(self) -> tuple[int, ...]:
        """Numbers of the marked claims; without marks, of the current one; empty on an empty queue."""
        raise NotImplementedError

    @property
    def selected_words(self) -> str:
        """The words selected in the draft; empty when none are."""
        raise NotImplementedError

    def act_on(
        self,
        numbers: Sequence[int],
        verb: Callable[[dict[int, int]], Change],
        what: str,
        *,
        about: Hashable = "",
        seen: Mapping[int, Any] | None = None,
        names: Mapping[int, str] | None = None,
        secret: bool = False,
        done: Callable[[Change], None] | None = None,
        then: Callable[[Change], None] | None = None,
    ) -> Save:
        """Write a verb on claims, guarded against other people's changes.

        Args:
            numbers: the claims that it is about; they show as being saved until it is committed.
            verb: calls the desk, given the version of each claim as it was seen (`expected`). It runs on the
                writer's thread, and once more when a conflict is answered with “mine”.
            what: what it does, in words, with all that was typed: shown beside the other person's change
                in a conflict.
            about: what of the claims it is about; by default it is all that `what` says.
            seen: versions, by claim number, that the person saw when a dialog about them opened; without it,
                those listed now. For what is no claim, what `Met.seen` of it is, by its id.
            names: what the rows of `seen` are, where they are no claims.
            secret: whether a note that keeps it is confidential.
            done: called as soon as it is committed, before anything is drawn.
            then: called once it is drawn, and the dialog that it came from is closed.
        """
        raise NotImplementedError

    def versions(self, numbers: Sequence[int]) -> dict[int, int]:
        """Versions of listed claims as they are seen now, by claim number."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go to the next claim that wants a decision."""
        raise NotImplementedError

    def go_to(self, number: int) -> None:
        """Put the cursor on a claim; a filter that hides it is dropped, and the status line says so."""
        raise NotImplementedError

    def to_pane(self, name: str) -> None:
        """Put the focus into `queue`, `draft` or `card`; where only one fits, it is the one shown."""
        raise NotImplementedError

    def list_claims(self) -> None:
        """Show in the queue what the filter lets through."""
        raise NotImplementedError

    def show_current(self, *, same: bool = False, follow: bool = True) -> None:
        """Draw the claim under the cursor in draft and on card.

        Args:
            same: it may be the same claim again, with other values: scroll and card cursor stay.
            follow: whether the draft scrolls to it.
        """
        raise NotImplementedError

    def show_filter(self, wanted: ClaimFilter) -> None:
        """List the claims of another filter, and keep the cursor where it can be kept."""
        raise NotImplementedError
