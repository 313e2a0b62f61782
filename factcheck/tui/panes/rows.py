"""The claims of an article as rows in memory: kept fresh one by one, and filtered without the desk; pure."""

from collections.abc import Iterable, Sequence

from factcheck.model import ClaimFilter, ClaimRow


class Rows:
    """All present claims of an article in reading order."""

    def __init__(self, rows: Sequence[ClaimRow] = ()) -> None:
        self._rows = list(rows)
        self._places = {row.number: place for place, row in enumerate(self._rows)}

    def __len__(self) -> int:
        return len(self._rows)

    def all(self) -> list[ClaimRow]:
        """Every claim."""
        return self._rows

    def near(self, number: int, reach: int) -> list[int]:
        """Numbers of the claims round one, `reach` to each side; just its own when it is unknown."""
        place = self._places.get(number)
        if place is None:
            return [number]
        return [row.number for row in self._rows[max(0, place - reach) : place + reach + 1]]

    def same_cut(self, numbers: Sequence[int], fresh: Sequence[ClaimRow]) -> bool:
        """Whether fresh rows of these claims stand for the same claims at the same words as before."""
        if len(fresh) != len(set(numbers)):
            return False
        for row in fresh:
            place = self._places.get(row.number)
            if place is None:
                return False
            known = self._rows[place]
            if (known.start, known.end, known.lost, known.parent) != (
                row.start,
                row.end,
                row.lost,
                row.parent,
            ):
                return False
        return True

    def replace(self, fresh: Iterable[ClaimRow]) -> None:
        """Take over new values of known claims."""
        for row in fresh:
            if (place := self._places.get(row.number)) is not None:
                self._rows[place] = row

    def admitted(self, wanted: ClaimFilter) -> list[ClaimRow] | None:
        """The rows that a filter lets through, in its order; none when only the desk can tell.

        The words that the filter looks for are left to `Desk.holding`.
        """
        if wanted.lost or wanted.retired:
            return None
        plain = wanted == ClaimFilter(by_priority=wanted.by_priority, search=wanted.search)
        rows = self._rows if plain else [row for row in self._rows if wanted.admits(row)]
        return sorted(rows, key=_urgency) if wanted.by_priority else rows


def _urgency(row: ClaimRow) -> tuple[int, int, int, int]:
    return (-row.priority, row.start, -row.end, row.number)
