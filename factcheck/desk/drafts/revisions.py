"""The next draft of an article: what becomes of its claims, worked out first and applied when confirmed."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from db.tables import Article as ArticleTable
from db.tables import Claim, ClaimSpan, Passage
from db.tables import Draft as DraftTable
from db.vocabulary import BlockKind, Outcome
from factcheck.desk.cuts.coverage import Region, covered, pieces
from factcheck.desk.drafts.carry_claims import carry
from factcheck.desk.drafts.draft_rows import draft_values
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head, find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Conflict, NotOnDesk
from factcheck.model import (
    Article,
    Block,
    BlockDiff,
    Change,
    HouseLists,
    LintMark,
    OldClaim,
    OldDraft,
    OldPassage,
    Revision,
    Span,
    Split,
)

_NO_LISTS = HouseLists()
_SAID = {
    Outcome.KEPT: "kept",
    Outcome.MOVED: "moved",
    Outcome.RECHECK: "to recheck",
    Outcome.SPLIT: "split",
    Outcome.MERGED: "merged",
    Outcome.LOST: "lost",
    Outcome.NEW: "new",
}


class Revisions(Noun):
    """The verbs that bring in the next draft of an article."""

    def plan(
        self,
        article: str,
        new: Article,
        split: Split,
        *,
        house: HouseLists = _NO_LISTS,
        wording_keeps_mark: bool | None = None,
    ) -> Revision:
        """What would become of the claims if a draft took the place of the current one; nothing is changed.

        Args:
            article: slug or the beginning of one.
            new: the next draft, as read.
            split: its claims and passages.
            house: the desk's own words, as the split was made with them.
            wording_keeps_mark: in place of the house's rule.
        """
        # The whole of revising is as heavy as the rest of the desk: loaded when a draft comes in.
        from factcheck.revise import plan

        with self._read() as connection:
            old = old_draft(connection, find_article(connection, article))
        lenient = self.rules.wording_keeps_mark if wording_keeps_mark is None else wording_keeps_mark
        return plan(old, new, split, house=house, wording_keeps_mark=lenient)

    def apply(
        self,
        article: str,
        new: Article,
        revision: Revision,
        *,
        lint: Sequence[LintMark] = (),
        op: str | None = None,
    ) -> Change:
        """Put the next draft on the desk, and its claims where a revision says: one act, one undo.

        Claims whose words or setting changed keep their finding, sources and notes beside them, to be
        rechecked. A claim that is lost, or that a person was to place and did not, has no place in the new
        draft; it is kept. A draft that changes nothing adds nothing: the change's verb is then `already`.

        Args:
            article: slug or the beginning of one.
            new: the next draft, as read.
            revision: as planned for it, and corrected.
            lint: places of the new draft that do not agree.
            op: operation id.

        Raises:
            Conflict: claims were cut, or wording was proposed or accepted, since it was planned.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            old = old_draft(ledger.connection, head)
            _as_planned(head, old, new, revision)
            if new.digest == old.digest and revision.changes_nothing:
                said = f"The text is that of draft {head.draft} of {head.name}: nothing was changed."
                return Deed(said, head, verb="already")
            number, draft_id = _lay_draft(ledger, head, new, revision, lint)
            carry(ledger, head, draft_id, revision, lint)
            counted = covered(ledger.connection, Region(draft_id, 0, len(new.text)))
            ledger.update(DraftTable, draft_id, {"covered": counted})
            return Deed(
                f"Draft {number} of {head.name}: {told(revision)}",
                head,
                number,
                whole=True,
                warnings=new.remarks,
                words="",
            )

        return self._act("revise", act, op)

    def diff(self, article: str, first: int, second: int) -> tuple[BlockDiff, ...]:
        """Two drafts of an article side by side, paragraph by paragraph.

        Args:
            article: slug or the beginning of one.
            first: number of the draft to begin with.
            second: number of the one to compare it with.

        Raises:
            NotOnDesk: no such article or draft.
        """
        from factcheck.revise import compare

        with self._read() as connection:
            head = find_article(connection, article)
            one, two = _draft(connection, head, first), _draft(connection, head, second)
        return compare(one.text, _blocks(one), two.text, _blocks(two))


def told(revision: Revision) -> str:
    """The counts of a revision in a sentence, those that are not zero."""
    counts = [f"{count:,} {_SAID[outcome]}" for outcome, count in revision.counts.items() if count]
    return ", ".join(counts) or "no claims"


def old_draft(connection: sa.Connection, head: Head) -> OldDraft:
    """The current draft of an article with its claims, as a revision needs them."""
    row = _draft(connection, head, head.draft)
    columns = (Claim.number, Claim.finding, Claim.speaker, Claim.proposed_text, Claim.fix)
    query = (
        sa.select(*columns, ClaimSpan.start, ClaimSpan.end, ClaimSpan.parts)
        .join(ClaimSpan, ClaimSpan.claim_id == Claim.id)
        .where(ClaimSpan.draft_id == head.draft_id, Claim.article_id == head.id, Claim.retired.is_(False))
        .order_by(ClaimSpan.start, ClaimSpan.end.desc(), Claim.number)
    )
    passages = sa.select(Passage.start, Passage.end, Passage.reason).where(Passage.draft_id == head.draft_id)
    return OldDraft(
        number=head.draft,
        text=row.text,
        blocks=_blocks(row),
        claims=[_old_claim(claim) for claim in connection.execute(query)],
        passages=[OldPassage(*passage) for passage in connection.execute(passages.order_by(Passage.start))],
        digest=row.digest,
        format=row.format,
    )


def _old_claim(row: Row) -> OldClaim:
    speaker: dict[str, Any] = row.speaker or {}
    return OldClaim(
        number=row.number,
        start=row.start,
        end=row.end,
        parts=tuple(pieces(row)),
        finding=row.finding,
        speaker=speaker.get("name") or speaker.get("mention") or "",
        proposed=row.proposed_text,
        fix=row.fix,
    )


def _draft(connection: sa.Connection, head: Head, number: int) -> Row:
    columns = (DraftTable.text, DraftTable.blocks, DraftTable.digest, DraftTable.format)
    query = sa.select(*columns).where(DraftTable.article_id == head.id, DraftTable.number == number)
    row = connection.execute(query).first() if number > 0 else None
    if row is None:
        raise NotOnDesk(f"{head.name} has no draft {number}: the current one is {head.draft}.")
    return row


def _blocks(row: Row) -> list[Block]:
    return [
        Block(kind=BlockKind(kind), start=start, end=end, level=level)
        for kind, start, end, level in row.blocks
    ]


def _as_planned(head: Head, old: OldDraft, new: Article, revision: Revision) -> None:
    """See that a revision was worked out for what is on the desk now, and for this draft.

    Raises:
        Conflict: it was not.
    """
    planned = [(claim.number, claim.was, claim.fix) for claim in revision.claims]
    standing = [(claim.number, Span(claim.start, claim.end), claim.fix) for claim in old.claims]
    same_draft = (revision.draft, revision.digest, revision.new_digest) == (
        head.draft,
        old.digest,
        new.digest,
    )
    if not same_draft or planned != standing:
        raise Conflict(
            f"The claims of {head.name} were changed since this was worked out: look at the new draft again;"
            " nothing was changed."
        )


def _lay_draft(
    ledger: Ledger, head: Head, new: Article, revision: Revision, lint: Sequence[LintMark]
) -> tuple[int, int]:
    """Put a draft under an article and make it the current one; its number and id.

    The row comes in under a number below zero, where nothing counts it. The history holds its getting a real
    number: so undo hides the draft, text and all, and redo shows it again.
    """
    numbers = sa.select(sa.func.max(DraftTable.number), sa.func.min(DraftTable.number))
    most, least = ledger.connection.execute(numbers.where(DraftTable.article_id == head.id)).one()
    values = draft_values(ledger, head.id, min(0, least) - 1, new, lint)
    values["words"] = revision.words
    (draft_id,) = ledger.lay_down(DraftTable, [values])
    ledger.lay_down(
        Passage,
        [
            {"draft_id": draft_id, "start": aside.start, "end": aside.end, "reason": aside.reason}
            for aside in revision.set_aside
        ],
    )
    ledger.update(DraftTable, draft_id, {"number": most + 1})
    ledger.update(ArticleTable, head.id, {"current_draft": most + 1})
    return most + 1, draft_id
