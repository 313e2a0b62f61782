"""Versions of claims as they were seen, so that nobody's change is overwritten unseen."""

from collections.abc import Callable, Mapping

from factcheck.desk import Desk
from factcheck.model import Change


class Guard:
    """Knows which version of a claim our own last write made.

    Keys come faster than commits: when a claim is decided twice in a row, the second decision was seen
    on a row that the first has outdated. That is no conflict; another person's write between them is.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._own: dict[int, int] = {}

    def guarded(
        self, verb: Callable[[dict[int, int]], Change], seen: Mapping[int, int]
    ) -> Callable[[], Change]:
        """The verb as work for the writer's thread, with the versions that it may meet."""

        def work() -> Change:
            change = verb(self._expected(seen))
            self._remember(change)
            return change

        return work

    def _expected(self, seen: Mapping[int, int]) -> dict[int, int]:
        return {number: max(version, self._own.get(number, 0)) for number, version in seen.items()}

    def _remember(self, change: Change) -> None:
        """Note the versions that our change made, unless somebody wrote since and they may be theirs."""
        rows = self._desk.claim_rows(change.article, change.claims)
        last = self._desk.history(change.article, limit=1)
        if last and last[0].op == change.op:
            self._own.update((row.number, row.version) for row in rows)
