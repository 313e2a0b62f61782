"""Which old backups may go: everything of two days stays, then one a day, one a week, one a month."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

RECENT = timedelta(days=2)

RULES: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (12, lambda moment: moment.date()),
    (10, lambda moment: moment.isocalendar()[:2]),
    (9, lambda moment: (moment.year, moment.month)),
)
"""How many periods that hold a backup keep their newest one, and what a period is: a day, a week, a month."""


def superfluous(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """The backups, of those *taken*, that no rule keeps; never the newest one.

    Args:
        taken: when each backup was made, with time zones.
        now: the present moment.
    """
    newest_first = sorted(set(taken), reverse=True)
    kept = {moment for moment in newest_first if now - moment < RECENT}
    for number, period in RULES:
        newest: dict[Hashable, datetime] = {}
        for moment in newest_first:
            newest.setdefault(period(moment), moment)
        kept.update(list(newest.values())[:number])
    return set(newest_first) - kept
