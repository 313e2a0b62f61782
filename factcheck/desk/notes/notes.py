"""Notes on claims."""

import sqlalchemy as sa

from db.tables import Article, Claim, Note
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import required
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head, find_article, find_beside, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.model import Change


class Notes(Noun):
    """The verbs about notes."""

    def add(
        self, article: str, number: int, text: str, confidential: bool = False, *, op: str | None = None
    ) -> Change:
        """Write a note on a claim.

        Args:
            article: slug or the beginning of one.
            number: of the claim.
            text: the note.
            confidential: keep it out of every export unless asked for.
            op: operation id.

        Raises:
            Refused: text is empty.
        """
        words = required(text, "note")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            (row,) = find_claims(ledger.connection, head, number)
            values = {"claim_id": row.id, "text": words, "by": ledger.person, "at": ledger.at}
            created = ledger.insert(Note, values | {"confidential": confidential})
            return Deed(f"Claim {number}: note added", head, created, words=row.text)

        return self._act("note", act, op)

    def edit(
        self,
        note_id: int,
        text: str,
        *,
        expected: int | None = None,
        confidential: bool | None = None,
        op: str | None = None,
    ) -> Change:
        """Change a note.

        Raises:
            NotOnDesk: there is no such note.
            Refused: text is empty.
            Conflict: it is not as it was seen.
        """
        words = required(text, "note")

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, note_id, expected)
            secret = row.confidential if confidential is None else confidential
            ledger.update(Note, note_id, {"text": words, "confidential": secret})
            return Deed(f"Claim {row.number}: note changed", head)

        return self._act("edit_note", act, op)

    def remove(self, note_id: int, *, expected: int | None = None, op: str | None = None) -> Change:
        """Take a note away.

        Raises:
            NotOnDesk: there is no such note.
            Conflict: it is not as it was seen.
        """

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, note_id, expected)
            ledger.delete_many(Note, [note_id])
            return Deed(f"Claim {row.number}: note removed", head)

        return self._act("remove_note", act, op)


def _find(ledger: Ledger, note_id: int, expected: int | None) -> tuple[Row, Head]:
    query = (
        sa.select(Note.confidential, Note.version, Claim.number, Article.slug)
        .join(Claim, Claim.id == Note.claim_id)
        .join(Article, Article.id == Claim.article_id)
        .where(Note.id == note_id, Article.present)
    )
    return find_beside(ledger, "note", note_id, query, expected)
