"""Verbs of the claims tab that ask something first: texts, people, fixes, and which claims to list."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual import on

from db.vocabulary import FixState
from factcheck.model import Change, Citation, Claim, Note, Query
from factcheck.tui.card import ClaimCard
from factcheck.tui.dialogs.edit import EditDialog, Edited
from factcheck.tui.dialogs.filter import FilterDialog
from factcheck.tui.dialogs.line import LineDialog
from factcheck.tui.dialogs.pick import PickDialog
from factcheck.tui.dialogs.writing import WritingDialog, Written
from factcheck.tui.editor import written_in_editor
from factcheck.tui.facts import Item
from factcheck.tui.sourcing import Sourcing, named

_CONFIDENTIAL = "confidential: never exported unless asked for"
_FIXES: dict[str, str] = {
    "accept": "Accept the proposed wording",
    "applied": "The draft holds it now: applied",
    "stet": "Stet: the editor keeps the words as they are…",
    "cut": "Cut: the words go…",
    "clear": "Take the fix back",
}


class Asking(Sourcing):
    """The asking verbs of the claims tab."""

    # Texts

    async def _write(
        self,
        title: str,
        field: str,
        keep: Callable[[int, str, bool, dict[int, int]], Change],
        *,
        begin: Callable[[Claim], str] = lambda _: "",
        box: str = "",
        ticked: bool = False,
    ) -> None:
        """Ask for a text about the current claim, and hand it to a verb."""
        claim = self.shown_claim
        if claim is None:
            return
        desk, number, place = self.app.desk, claim.number, f"{self.article}/{claim.number}/{field}"
        dialog = WritingDialog(
            f"{title}, claim {number}",
            place,
            text=begin(claim),
            context=claim.text,
            box=box,
            ticked=ticked,
            version=claim.version,
        )

        def written(answer: Written | None) -> None:
            if answer is None:
                return

            def verb(expected: dict[int, int]) -> Change:
                return keep(number, answer.text, answer.ticked, expected)

            def kept(_: Change) -> None:
                self.app.keep(lambda: desk.forget_typed(place))

            self.act_on((number,), verb, f"{title.lower()}: {answer.text}", kept, {number: claim.version})
            if answer.go_on:
                self.go_on()

        await self.app.ask(dialog, written)

    async def action_note(self) -> None:
        """Write a note on the current claim."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Note",
            "note",
            lambda number, text, secret, _: desk.note(article, number, text, confidential=secret),
            box=_CONFIDENTIAL,
        )

    async def _edit_note(self, note: Note) -> None:
        """Change a note on the current claim."""
        desk, tries = self.app.desk, [note.version]
        await self._write(
            "Change note",
            f"note-{note.id}",
            lambda _, text, secret, __: desk.edit_note(
                note.id, text, confidential=secret, expected=tries.pop() if tries else None
            ),
            begin=lambda _: note.text,
            box=_CONFIDENTIAL,
            ticked=note.confidential,
        )

    async def action_query(self) -> None:
        """Ask the writer about the current claim."""
        desk, article = self.app.desk, self.article
        await self._write("Query", "query", lambda number, text, _, __: desk.ask(article, number, text))

    async def action_wording(self) -> None:
        """Propose wording for the current claim, beginning with what stands there."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Proposed wording",
            "wording",
            lambda number, text, _, expected: desk.propose(article, number, text, expected=expected),
            begin=lambda claim: claim.proposed_text or claim.text,
        )

    async def action_send_back(self) -> None:
        """Send the current claim back to its checker, with a reason."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Send back",
            "send-back",
            lambda number, text, _, expected: desk.send_back(article, number, text, expected=expected),
        )

    async def action_editor(self) -> None:
        """Write a note in the person's own editor."""
        claim = self.shown_claim
        if claim is None:
            return
        text = written_in_editor(self.app, "")
        if text:
            desk, article, number = self.app.desk, self.article, claim.number
            self.act_on((number,), lambda _: desk.note(article, number, text), f"note: {text}")

    # What stands beside the claim

    @on(ClaimCard.RemoveWanted)
    def _remove_wanted(self, event: ClaimCard.RemoveWanted) -> None:
        """Remove the citation, query or note chosen on the card."""
        event.stop()
        claim, item, desk = self.shown_claim, event.item, self.app.desk
        if claim is None:
            return
        verbs: dict[str, Callable[..., Change]] = {
            "citation": desk.remove_citation,
            "query": desk.remove_query,
            "note": desk.remove_note,
        }
        beside: dict[str, tuple[Citation, ...] | tuple[Query, ...] | tuple[Note, ...]] = {
            "citation": claim.citations,
            "query": claim.queries,
            "note": claim.notes,
        }
        version = next((one.version for one in beside[item.kind] if one.id == item.id), None)
        tries = [version]
        self.act_on(
            (claim.number,),
            lambda _: verbs[item.kind](item.id, expected=tries.pop() if tries else None),
            f"remove the {item.kind}",
        )

    # The fix track

    async def action_fix(self) -> None:
        """Move the current claim on the fix track."""
        claim = self.shown_claim
        if claim is None:
            return
        options = [(key, words) for key, words in _FIXES.items() if _makes_sense(key, claim)]
        above = f"Proposed: {claim.proposed_text}" if claim.proposed_text else "No wording is proposed yet."
        state = f"Now: {claim.fix}. " if claim.fix else ""
        await self.app.ask(
            PickDialog(f"Fix, claim {claim.number}", options, above=state + above),
            lambda key: self._fix(claim, key),
        )

    def _fix(self, claim: Claim, key: str | None) -> None:
        desk, article, number = self.app.desk, self.article, claim.number
        at_once = {"accept": desk.accept, "applied": desk.applied, "clear": desk.clear_fix}
        if key in at_once:
            verb = at_once[key]
            self.act_on(
                (number,),
                lambda seen: verb(article, number, expected=seen),
                _FIXES[key],
                seen={number: claim.version},
            )
        elif key == "stet":
            self._reason(claim, "Stet, because", desk.stet)
        elif key == "cut":
            self._reason(claim, "Cut, because", desk.cut)

    def _reason(self, claim: Claim, title: str, verb: Callable[..., Change]) -> None:
        article, number = self.article, claim.number

        def answered(text: str | None) -> None:
            if text:
                self.act_on(
                    (number,),
                    lambda seen: verb(article, number, text, expected=seen),
                    f"{title} {text}",
                    seen={number: claim.version},
                )

        self.app.call_later(self.app.ask, LineDialog(title), answered)

    # What the program suggested

    async def action_edit(self) -> None:
        """Edit the note or citation chosen on the card, else restatement, speaker, kinds and expiry."""
        claim, item = self.shown_claim, self.query_one(ClaimCard).chosen
        if claim is None:
            return
        note = next((one for one in claim.notes if item == Item("note", one.id)), None)
        citation = next((one for one in claim.citations if item == Item("citation", one.id)), None)
        if note is not None:
            await self._edit_note(note)
        elif citation is not None:
            await self.edit_citation(citation)
        else:
            await self.app.ask(EditDialog(claim), lambda edited: self._edited(claim, edited))

    def _edited(self, claim: Claim, edited: Edited | None) -> None:
        if edited is None:
            return
        desk, article, number = self.app.desk, self.article, claim.number
        speaker = claim.speaker.label if claim.speaker else ""

        acts: list[Callable[..., Change]] = []
        if edited.restatement != claim.restatement:
            acts.append(partial(desk.restate, article, number, edited.restatement))
        if edited.speaker != speaker:
            acts.append(partial(desk.set_speaker, article, number, edited.speaker))
        if edited.kinds != claim.kinds:
            acts.append(partial(desk.set_kinds, article, number, edited.kinds))
        if edited.expires != claim.expires:
            acts.append(partial(desk.set_expiry, article, number, edited.expires))
        if not acts:
            return

        def verb(expected: dict[int, int]) -> Change:
            with desk.one_step(f"Claim {number}: edited", verb="edit", article=article) as step:
                acts[0](expected=expected)
                for act in acts[1:]:  # the first has made a version of its own
                    act()
            return step.change

        self.act_on((number,), verb, "edit", seen={number: claim.version})

    # People

    async def action_assign(self) -> None:
        """Assign the marked claims or the current one."""
        numbers = self.targets
        if numbers:
            known = [person.name for person in self.app.desk.people()]
            dialog = LineDialog(f"Assign {named(numbers)} to", hint="a name; empty: nobody", known=known)
            await self.app.ask(dialog, lambda name: None if name is None else self._assign(numbers, name))

    def action_mine(self) -> None:
        """Assign to oneself."""
        if self.targets:
            self._assign(self.targets, self.app.desk.person)

    def _assign(self, numbers: tuple[int, ...], name: str) -> None:
        desk, article = self.app.desk, self.article
        self.act_on(numbers, lambda _: desk.assign(article, numbers, name), f"assign to {name or 'nobody'}")

    # Which claims

    async def action_filter(self) -> None:
        """Choose which claims the queue shows."""
        people = [person.name for person in self.app.desk.people()]
        await self.app.ask(
            FilterDialog(self.filter, people),
            lambda wanted: None if wanted is None else self.show_filter(wanted),
        )

    async def action_search(self) -> None:
        """Show only claims that hold some words."""
        dialog = LineDialog(
            "Search", self.filter.search, hint="words of the claim, speaker or notes; empty: all"
        )
        await self.app.ask(dialog, self._search)

    def _search(self, words: str | None) -> None:
        if words is not None:
            self.show_filter(replace(self.filter, search=words))

    async def action_goto(self) -> None:
        """Go to a claim by its number."""
        await self.app.ask(LineDialog("Go to claim", hint="its number"), self._goto)

    def _goto(self, typed: str | None) -> None:
        if not typed:
            return
        number = typed.lstrip("#Cc-")
        if number.isdecimal():
            self.go_to(int(number))
        else:
            self.app.say(f"“{typed}” is not the number of a claim.", "warning")


def _makes_sense(key: str, claim: Claim) -> bool:
    """Whether a step of the fix track can be taken from where the claim stands."""
    if key == "accept":
        return bool(claim.proposed_text) and claim.fix is not FixState.ACCEPTED
    if key == "applied":
        return bool(claim.proposed_text)
    return key != "clear" or claim.fix is not None
