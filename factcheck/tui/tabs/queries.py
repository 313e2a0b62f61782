"""The queries tab: questions to the writer, open ones first, with their answers."""

from collections.abc import Callable, Iterator, Sequence

from factcheck.errors import FactcheckError
from factcheck.model import Change, Query
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.writing import TextDialog, Written
from factcheck.tui.frame.saving import Attempt, Save
from factcheck.tui.panes.card_entries import day_and_time
from factcheck.tui.panes.listing import Line
from factcheck.tui.tabs.list_tab import Entry, ListTab, heading, line


class QueriesTab(ListTab):
    """Queries of the article."""

    place = Place.QUERIES
    title = "Queries"
    BINDINGS = bindings(place)
    EMPTY = "No query yet: Q on a claim asks the writer."

    def count(self) -> int | None:
        """Open queries."""
        return sum(query.is_open for query in self.app.desk.queries.of(self.article))

    def lines(self) -> Sequence[Line[Entry]]:
        """Open ones, then answered ones."""
        queries = self.app.desk.queries.of(self.article)
        return [*self._group("Open", True, queries), *self._group("Answered", False, queries)]

    def _group(self, title: str, is_open: bool, queries: Sequence[Query]) -> Iterator[Line[Entry]]:
        chosen = [query for query in queries if query.is_open is is_open]
        if chosen:
            yield heading(f"{title} ({len(chosen):,})")
        for query in chosen:
            claim = f"claim {query.claim}" if query.claim is not None else "the piece"
            entry = Entry(query.claim, query)
            yield line(
                query.id, entry, (f"{claim:<11}", "$text-accent"), f" {query.text}  ",
                (f"{query.by}, {day_and_time(query.at)}", "$text-muted"),
            )  # fmt: skip
            if query.answer:
                by = f"  {query.answered_by}, {day_and_time(query.answered_at)}"
                yield line((query.id, "answer"), entry, f"{'':<11} → {query.answer}", (by, "$text-muted"))

    async def action_answer(self) -> None:
        """Write down the answer to the query under the cursor."""
        query = self.entry.thing if self.entry else None
        if not isinstance(query, Query):
            return
        place = f"{self.article}/query-{query.id}/answer"
        dialog = TextDialog("Answer", place, text=query.answer, context=query.text, version=query.version)
        await self.app.ask(dialog, lambda written: self._answered(query, place, written))

    def _answered(self, query: Query, place: str, written: Written | None) -> Save | None:
        if written is None:
            return None
        desk = self.app.desk

        def over(error: FactcheckError | None) -> None:
            if error is None:  # saved, or given up for another's
                self.app.keep(lambda: desk.typing.forget(place))

        save = self._attempt(
            query,
            lambda seen: desk.queries.answer(query.id, written.text, expected=seen[query.id]),
            f"answer: {written.text}",
        )
        save.when_over(over)
        return save

    def _attempt(self, query: Query, verb: Callable[[dict[int, int]], Change], what: str) -> Save:
        """Write on a query that the person saw; a conflict is shown side by side."""
        desk, number = self.app.desk, query.claim
        note = None if number is None else lambda _, text: desk.notes.add(self.article, number, text)
        return self.app.attempt(
            Attempt(
                verb,
                {query.id: query.version},
                what,
                "the piece" if number is None else f"claim {number}",
                about=("query", query.id),
                names={query.id: f"Query: {query.text}"},
                note=note,
            )
        )

    def action_reopen_query(self) -> None:
        """Make the query under the cursor open again."""
        query = self.entry.thing if self.entry else None
        if isinstance(query, Query) and not query.is_open:
            desk = self.app.desk
            self._attempt(
                query,
                lambda seen: desk.queries.reopen(query.id, expected=seen[query.id]),
                f"reopen the query: {query.text}",
            )

    def action_remove_query(self) -> None:
        """Remove the query under the cursor."""
        query = self.entry.thing if self.entry else None
        if isinstance(query, Query):
            desk = self.app.desk
            self._attempt(
                query,
                lambda seen: desk.queries.remove(query.id, expected=seen[query.id]),
                f"remove the query: {query.text}",
            )
