"""Verbs of the claims tab that deal with sources: attach, open, copy."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from db.vocabulary import Flag, word_for
from factcheck.model import Change, Citation, CitationFields, Claim, SourceFields
from factcheck.model.base import json_object, values_of
from factcheck.text import plural, safe, web_link
from factcheck.tui.dialogs.citing import Cited, CitingDialog
from factcheck.tui.dialogs.pick import PickDialog
from factcheck.tui.dialogs.source_form import SourceForm
from factcheck.tui.frame.saving import Save
from factcheck.tui.verbs.context import ClaimWork
from factcheck.tui.words.glyphs import words_of

if TYPE_CHECKING:
    from factcheck.export.sheets.redact import Redactor


class Sourcing(ClaimWork):
    """Attaching, opening and copying sources."""

    async def action_source(self) -> None:
        """Attach a source to the marked claims or the current one."""
        numbers = self.targets
        if not numbers:
            return
        desk = self.app.desk
        dialog = CitingDialog(f"Source for {named(numbers)}", desk.sources.find, desk.citations.last_choice)
        await self.app.ask(dialog, lambda cited: self._cite(numbers, cited))

    async def action_new_source(self) -> None:
        """Describe a source that is new to the desk, then attach it."""
        numbers = self.targets
        if not numbers:
            return
        form = SourceForm(f"New source for {named(numbers)}")
        await self.app.ask(form, lambda fields: self._described(numbers, fields))

    def _described(self, numbers: tuple[int, ...], fields: SourceFields | None) -> None:
        if fields is None:
            return
        desk = self.app.desk
        title = f"Source for {named(numbers)}"
        dialog = CitingDialog(title, desk.sources.find, desk.citations.last_choice, fields, fields.label)
        self.app.call_later(self.app.ask, dialog, lambda cited: self._cite(numbers, cited))

    def _cite(self, numbers: tuple[int, ...], cited: Cited | None) -> Save | None:
        if cited is None:
            return None
        desk, article = self.app.desk, self.article

        def verb(_: dict[int, int]) -> Change:
            return desk.citations.add(article, numbers, cited.source, cited.fields)

        said = ", ".join(f"{words_of(name)} {value}" for name, value in _given(cited))
        return self.act_on(
            numbers,
            verb,
            f"cite: {said}",
            about="cite",
            then=lambda _: self.go_on() if cited.go_on else None,
        )

    async def edit_citation(self, citation: Citation) -> None:
        """Change what a citation says: tier, stance, where, its words."""
        desk = self.app.desk
        fields = CitationFields(**values_of(citation, CitationFields))
        title, source = f"Citation on claim {citation.claim}", citation.source
        dialog = CitingDialog(
            title, desk.sources.find, desk.citations.last_choice, source.id, source.label, fields
        )

        def edited(cited: Cited | None) -> Save | None:
            if cited is None:
                return None
            was, now = json_object(fields), json_object(cited.fields)
            said = ", ".join(f"{words_of(name)} {now[name] or '–'}" for name in now if now[name] != was[name])
            return self.act_on(
                (citation.claim,),
                lambda seen: desk.citations.edit(citation.id, cited.fields, expected=seen[citation.id]),
                f"citation: {said}",
                about=("citation", citation.id),
                seen={citation.id: citation.version},
                names={citation.id: f"Claim {citation.claim}, citation of “{source.label}”"},
                then=lambda _: self.go_on() if cited.go_on else None,
            )

        await self.app.ask(dialog, edited)

    async def action_open_source(self) -> None:
        """Open an address that the claim cites, after showing it."""
        claim = self.shown_claim
        if claim is None:
            return
        found = dict.fromkeys(
            address
            for citation in claim.citations
            for address in (citation.source.url, citation.source.archived_url)
            if web_link(address)
        )
        if not found:
            self.app.say("No source of this claim has an address that can be opened.", "warning")
            return
        pick = PickDialog("Open in the browser", [(address, address) for address in found])
        await self.app.ask(pick, self._open)

    def _open(self, address: str | None) -> None:
        if address and web_link(address):
            self.app.open_url(address)
            self.app.say(f"Opened {address}")

    def action_copy(self) -> None:
        """Copy the claim with its citations to the clipboard of the terminal, without what is withheld."""
        claim = self.shown_claim
        if claim is None:
            return
        app, desk, article = self.app, self.app.desk, self.article

        def copied() -> tuple[str, str]:
            from factcheck.export.sheets.build import redactor_for  # with what a sheet is made of: 100 ms

            redactor = redactor_for(desk, article)
            text = as_text(claim, redactor)
            said = (
                f"Copied claim {claim.number} with {plural(len(claim.citations), 'citation')}",
                *redactor.remarks(),
            )
            return text, "; ".join(said)

        def told(both: tuple[str, str]) -> None:
            app.copy_to_clipboard(both[0])
            app.say(both[1])

        app.work(copied, then=told)


def _given(cited: Cited) -> Iterator[tuple[str, object]]:
    """What a person gave of a citation, by field."""
    if isinstance(cited.source, SourceFields):
        yield "source", cited.source.label
    else:
        yield "source", cited.source
    given, unset = json_object(cited.fields), json_object(CitationFields())
    yield from ((name, value) for name, value in given.items() if value != unset[name])


def named(numbers: Sequence[int]) -> str:
    """Claims as a title names them: “claim 12”, “5 claims”."""
    return f"claim {numbers[0]}" if len(numbers) == 1 else f"{len(numbers):,} claims"


def as_text(claim: Claim, redactor: "Redactor") -> str:
    """A claim with its finding and citations as plain text, without what must not leave the desk."""
    flags = ", ".join(flag for flag in claim.flags if flag is not Flag.SENSITIVE)
    lines = [f"[{claim.number}] {redactor.wording(claim.text)}"]
    lines.append(f"Finding: {claim.finding}" + (f" ({flags})" if flags else ""))
    for citation in claim.citations:
        source = citation.source
        told = redactor.citation({name: getattr(citation, name) for name in _TOLD}, source)
        where = f", {citation.where}" if citation.where and told["locator"] == citation.locator else ""
        quoted = f": “{told['quotation']}”" if told["quotation"] else ""
        address = f" {redactor.text(source.url)}" if source.is_open and source.url else ""
        name = redactor.text(source.label) if source.is_open else _NOT_NAMED
        lines.append(f"- {word_for('stance', citation.stance)}: {name}{where}{quoted}{address}")
    return safe("\n".join(lines))


_TOLD = ("locator", "quotation", "note")
_NOT_NAMED = "a source that is not on the record"
