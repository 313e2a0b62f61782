"""The sources tab: each source with the claims that it supports, and the call sheet of what to ask whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.vocabulary import FINDINGS, Method, SourceState, word_for
from factcheck.model import CallSheetEntry, Change, Citation, ClaimRow, Source, SourceFields
from factcheck.model.base import json_object, values_of
from factcheck.text import plural, web_link
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.contact import ContactDialog, Contacted
from factcheck.tui.dialogs.pick import PickDialog
from factcheck.tui.dialogs.source_form import SourceForm
from factcheck.tui.frame.saving import Attempt, Save
from factcheck.tui.panes.card_entries import day_and_time
from factcheck.tui.panes.listing import Line
from factcheck.tui.tabs.list_tab import Entry, ListTab, heading, line
from factcheck.tui.words.glyphs import mark, words_of


class SourcesTab(ListTab):
    """Sources of the article, most recently used first."""

    place = Place.SOURCES
    title = "Sources"
    BINDINGS = bindings(place)
    EMPTY = "No source yet: s on a claim attaches one."

    def __init__(self, article: str) -> None:
        super().__init__(article)
        self._calling = False

    def count(self) -> int | None:
        """Sources that the article cites."""
        return len(self.app.desk.sources.find(article=self.article))

    def lines(self) -> Sequence[Line[Entry]]:
        """The sources, or the call sheet."""
        rows = {row.number: row for row in self.app.desk.queue.rows(self.article)}
        self.listed.empty = "Nobody is left to ask." if self._calling else self.EMPTY
        return list(self._call_lines(rows) if self._calling else self._source_lines(rows))

    def _source_lines(self, rows: dict[int, ClaimRow]) -> Iterator[Line[Entry]]:
        desk = self.app.desk
        for source in desk.sources.find(article=self.article):
            cited = [
                (number, one)
                for slug, number, one in desk.citations.of_source(source.id)
                if slug == self.article
            ]
            count = f"  {plural(len(cited), 'claim')}"
            yield line(("source", source.id), Entry(None, source), *_named(source), count)
            for number, citation in cited:
                if (row := rows.get(number)) is not None:
                    said = [word_for("stance", citation.stance), word_for("tier", citation.tier)]
                    how = ", ".join([*said, citation.where] if citation.where else said)
                    yield line(
                        ("cited", citation.id), Entry(number, citation), f"   {_claim(row)} ",
                        (f"{how}  ", "$text-accent"), row.text,
                    )  # fmt: skip
            for contact in desk.contacts.of_source(source.id):
                text = f"   ☎ {day_and_time(contact.at)} {contact.by}, {contact.method}: {contact.outcome}"
                yield line(("contact", contact.id), Entry(None, source), (text, "$text-muted"))

    def _call_lines(self, rows: dict[int, ClaimRow]) -> Iterator[Line[Entry]]:
        entries: Sequence[CallSheetEntry] = self.app.desk.contacts.call_sheet(self.article)
        if entries:
            yield heading("Call sheet: one call, all open claims")
        for entry in entries:
            source = entry.source
            contact = f"  {source.contact}" if source.contact else ""
            yield line(
                ("call", source.id),
                Entry(None, source),
                *_named(source),
                f"{contact}  {len(entry.claims):,} open",
            )
            for number in entry.claims:
                if (row := rows.get(number)) is not None:
                    yield line(
                        ("ask", source.id, number), Entry(number, source), f"   {_claim(row)} {row.text}"
                    )

    @property
    def _source(self) -> Source | None:
        thing = self.entry.thing if self.entry is not None else None
        if isinstance(thing, Citation):
            return thing.source
        return thing if isinstance(thing, Source) else None

    def action_call_sheet(self) -> None:
        """The call sheet, or all sources."""
        self._calling = not self._calling
        self.load()

    def action_uncite(self) -> None:
        """Take the citation under the cursor off its claim."""
        citation = self.entry.thing if self.entry is not None else None
        if not isinstance(citation, Citation):
            self.app.say("Put the cursor on the claim whose citation you want to remove.")
            return
        desk, number = self.app.desk, self.entry.claim if self.entry is not None else None
        note = None if number is None else lambda _, text: desk.notes.add(self.article, number, text)
        self.app.attempt(
            Attempt(
                lambda seen: desk.citations.remove(citation.id, expected=seen[citation.id]),
                {citation.id: citation.version},
                f"remove the citation of “{citation.source.label}”",
                f"claim {number}",
                about=("citation", citation.id),
                names={citation.id: f"Claim {number}, citation of “{citation.source.label}”"},
                note=note,
            )
        )

    async def action_edit(self) -> None:
        """Change the source under the cursor."""
        if (source := self._source) is not None:
            form = SourceForm("Source", fields_of(source))
            await self.app.ask(form, lambda fields: self._edited(source, fields))

    def _edited(self, source: Source, fields: SourceFields | None) -> Save | None:
        if fields is None:
            return None
        was, now = json_object(fields_of(source)), json_object(fields)
        said = [f"{words_of(name)}: {value or '–'}" for name, value in now.items() if value != was[name]]
        if not said:
            return None
        desk = self.app.desk
        return self.app.attempt(
            Attempt(
                lambda seen: desk.sources.edit(source.id, fields, expected=seen[source.id]),
                {source.id: source.version},
                "\n".join(said),
                f"source “{source.label}”",
                about=("source", source.id),
                names={source.id: source.label},
                note=lambda _, text: self._remark(source.id, text),
            )
        )

    def _remark(self, source_id: int, text: str) -> Change:
        """Add to the remark of a source."""
        desk = self.app.desk
        source = desk.sources.get(source_id)
        remark = f"{source.note}\n{text}" if source.note else text
        fields = replace(fields_of(source), note=remark)
        return desk.sources.edit(source_id, fields, expected=source.version)

    async def action_contact(self) -> None:
        """Record a contact with the source under the cursor."""
        if (source := self._source) is not None:
            dialog = ContactDialog(f"Contact with {source.person or source.label}")
            await self.app.ask(dialog, lambda contact: self._contacted(source.id, contact))

    def _contacted(self, source: int, contact: Contacted | None) -> Save | None:
        if contact is None:
            return None
        desk = self.app.desk
        return self.app.write(
            lambda: desk.contacts.log(source, Method(contact.method), contact.outcome),
            what=f"contact, {words_of(contact.method)}: {contact.outcome}",
        )

    async def action_address(self) -> None:
        """Open the source's address, after showing it."""
        source = self._source
        addresses = [one for one in (source.url, source.archived_url) if web_link(one)] if source else []
        if not addresses:
            self.app.say("This source has no address that can be opened.", "warning")
            return
        pick = PickDialog("Open in the browser", [(address, address) for address in addresses])
        await self.app.ask(pick, lambda address: self.app.open_url(address) if address else None)


def fields_of(source: Source) -> SourceFields:
    """What a person may change of a source."""
    return SourceFields(**values_of(source, SourceFields))


def _named(source: Source) -> Iterator[str | tuple[str, str]]:
    """Sign, name and kind of a source."""
    yield (source.label, "bold")
    yield f" · {word_for('kind', source.kind)}"
    if not source.is_open:
        yield (f" · {words_of(source.basis)}", "$text-warning")
    if source.state is not SourceState.CURRENT:
        yield (f" · {source.state}", "bold $text-error")


def _claim(row: ClaimRow) -> str:
    """Number and finding of a claim."""
    return f"{row.number:>4} {mark(row.finding)} {FINDINGS[row.finding].label:<13}"
