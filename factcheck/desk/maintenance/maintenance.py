"""Care of the desk: backups, and the doctor who compares everything with everything."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from db.faults import ALTERED, MISSHAPEN
from db.maintenance import backup, check
from db.tables import Article, Claim, Draft
from factcheck.desk.cuts.coverage import Region, covered
from factcheck.desk.history.rebuild import compared, differences
from factcheck.desk.progress.progress import progress_of
from factcheck.desk.transaction.transaction import Noun, translated
from factcheck.errors import StoreFault
from factcheck.model import Health


class Maintenance(Noun):
    """Backups and the doctor."""

    def backup(self, path: Path | None = None) -> Path:
        """Write a verified copy of the database; where it is.

        Args:
            path: a new file, or a directory; None for the directory of backups, where old ones are thinned.

        Raises:
            StoreFault: the database is damaged, or the copy could not be written.
        """
        with translated():
            return backup.backup(self._store, path, now=self._clock())

    def restore(self, path: Path) -> Path | None:
        """Put a backup in the place of everything on the desk, for all who have it open.

        What was there is backed up first; where to, or None when it was too damaged for that.

        Raises:
            StoreFault: path is no sound backup, or the database cannot be written.
        """
        with translated():
            return backup.restore(self._store, path, now=self._clock())

    def rebuild(self) -> list[str]:
        """How the state and the history differ, a sentence each; nothing when they agree."""
        with self._read() as connection:
            return differences(connection)

    def doctor(self) -> Health:
        """Examine the desk: the file, the history's chain, words and spans, counts, and the replay."""
        with translated():
            report = check.check(self._store)
        problems = list(report.problems)
        facts = dict(report.facts)
        for examined in (differences, partial(_miscounted, today=self.today)):
            problems += self._examined(examined)
        with suppress(StoreFault, *MISSHAPEN), self._read() as connection:
            facts |= compared(connection)
        return Health(problems=tuple(dict.fromkeys(problems)), facts=facts)

    def damage_behind(self, fault: Exception) -> str:
        """Return what is damaged, in a sentence, where that explains a fault; empty where nothing does."""
        if not isinstance(fault, MISSHAPEN):
            return ""
        problems = self.doctor().problems
        if ALTERED in problems:
            return ALTERED
        return problems[0] if problems and self.rebuild() else ""

    def _examined(self, examine: Callable[[sa.Connection], Iterable[str]]) -> list[str]:
        """What one examination finds; that it cannot be carried through is a finding too."""
        try:
            with self._read() as connection:
                return list(examine(connection))
        except StoreFault as fault:
            return [str(fault)]
        except MISSHAPEN:
            return [ALTERED]


def _miscounted(connection: sa.Connection, today: date) -> Iterator[str]:
    """Articles whose counts do not add up, or whose coverage is not what their draft holds."""
    highest = sa.select(sa.func.max(Claim.number)).where(Claim.article_id == Article.id).scalar_subquery()
    drafts = connection.execute(
        sa.select(
            Article.id,
            Article.slug,
            Article.next_number,
            Draft.id.label("draft_id"),
            Draft.covered,
            highest.label("highest"),
        )
        .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
        .order_by(Article.id)
    ).all()
    progress = progress_of(connection, sa.true(), today)
    for row in drafts:
        length = connection.scalar(sa.select(sa.func.length(Draft.text)).where(Draft.id == row.draft_id))
        counted = covered(connection, Region(row.draft_id, 0, length or 0))
        if row.highest is not None and row.next_number <= row.highest:
            yield f"The next claim of {row.slug} would get the number {row.next_number}, which is taken."
        if counted != row.covered:
            yield f"{row.slug} counts {row.covered} covered words; its draft holds {counted}."
        if progress[row.id].claims != sum(progress[row.id].by_finding.values()):
            yield f"The claims of {row.slug} by finding do not add up."
