"""Drafts: the texts of an article, as they were imported, and the passages set aside in the current one."""

import sqlalchemy as sa

from db.tables import Draft as DraftTable
from db.tables import Passage as PassageTable
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.lookup import Head, find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import NotOnDesk
from factcheck.model import Draft, DraftBlock, DraftRow, LintMark, Passage


class Drafts(Noun):
    """Drafts, read."""

    def get(self, article: str, number: int | None = None) -> Draft:
        """A draft of an article with its text and blocks; the current one where no number is given.

        Raises:
            NotOnDesk: no such article or draft.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            row = _find(connection, head, number)
            return Draft(
                number=row.number,
                text=row.text,
                blocks=tuple(DraftBlock(*block) for block in row.blocks),
                digest=row.digest,
                source_name=row.source_name,
                format=row.format,
                encoding=row.encoding,
                original_digest=row.original_digest,
                imported_by=row.imported_by,
                imported_at=row.imported_at,
                words=row.words,
            )

    def rows(self, article: str) -> tuple[DraftRow, ...]:
        """The drafts of an article, the first one first."""
        with self._read() as connection:
            head = find_article(connection, article)
            query = (
                sa.select(
                    DraftTable.number,
                    DraftTable.digest,
                    DraftTable.source_name,
                    DraftTable.format,
                    DraftTable.imported_by,
                    DraftTable.imported_at,
                    DraftTable.words,
                )
                .where(DraftTable.article_id == head.id, DraftTable.number > 0)
                .order_by(DraftTable.number)
            )
            rows = connection.execute(query)
            return tuple(DraftRow(*row, current=row.number == head.draft) for row in rows)

    def original(self, article: str, number: int | None = None) -> bytes:
        """The file that a draft was read from, byte for byte; empty where none was kept.

        Raises:
            NotOnDesk: no such article or draft.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            query = sa.select(DraftTable.original).where(
                DraftTable.article_id == head.id, DraftTable.number == (number or head.draft)
            )
            original = connection.scalar(query)
            if original is None:
                raise _unknown(head, number)
            return bytes(original)

    def passages(self, article: str) -> tuple[Passage, ...]:
        """The passages of the current draft that were set aside, in order."""
        with self._read() as connection:
            head = find_article(connection, article)
            text = connection.scalar(sa.select(DraftTable.text).where(DraftTable.id == head.draft_id)) or ""
            query = sa.select(PassageTable.__table__).where(PassageTable.draft_id == head.draft_id)
            return tuple(
                Passage(
                    id=row.id, start=row.start, end=row.end, text=text[row.start : row.end], reason=row.reason
                )
                for row in connection.execute(query.order_by(PassageTable.start))
            )

    def lint_marks(self, article: str) -> tuple[LintMark, ...]:
        """The places of the current draft that do not agree with one another or with the calendar."""
        with self._read() as connection:
            head = find_article(connection, article)
            marks = connection.scalar(sa.select(DraftTable.lint).where(DraftTable.id == head.draft_id))
            return tuple(LintMark.out_of(mark) for mark in marks or ())


def draft_id_of(connection: sa.Connection, head: Head, number: int) -> int:
    """The id of a draft by its number.

    Raises:
        NotOnDesk: the article has no such draft.
    """
    query = sa.select(DraftTable.id).where(DraftTable.article_id == head.id, DraftTable.number == number)
    found = connection.scalar(query)
    if found is None or number < 1:
        raise _unknown(head, number)
    return found


def _find(connection: sa.Connection, head: Head, number: int | None) -> Row:
    columns = [column for column in DraftTable.__table__.c if column.name != "original"]
    row = connection.execute(
        sa.select(*columns).where(
            DraftTable.article_id == head.id, DraftTable.number == (number or head.draft)
        )
    ).first()
    if row is None or row.number < 1:
        raise _unknown(head, number)
    return row


def _unknown(head: Head, number: int | None) -> NotOnDesk:
    return NotOnDesk(f"{head.name} has no draft {number}: the current one is {head.draft}.")
