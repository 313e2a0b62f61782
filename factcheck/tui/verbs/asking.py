"""Verbs of the claims tab that ask something first: texts, people, fixes, and which claims to list."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual import on

from db.vocabulary import FixState
from factcheck.errors import FactcheckError
from factcheck.model import Change, Citation, Claim, Note, Query
from factcheck.tui.dialogs.edit import EditDialog, Edited
from factcheck.tui.dialogs.filter import FilterDialog
from factcheck.tui.dialogs.line import LineDialog
from factcheck.tui.dialogs.pick import PickDialog
from factcheck.tui.dialogs.writing import WritingDialog, Written
from factcheck.tui.frame.editor import written_in_editor
from factcheck.tui.frame.saving import Save
from factcheck.tui.panes.card import ClaimCard
from factcheck.tui.panes.card_entries import Item
from factcheck.tui.verbs.sourcing import Sourcing, named
from factcheck.tui.words.glyphs import words_of

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
        note: Note | None = None,
    ) -> None:
        """Ask for a text about the current claim, or in place of one of its notes, and hand it to a verb."""
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
            ticked=note is not None and note.confidential,
            version=claim.version,
        )

        def written(answer: Written | None) -> Save | None:
            if answer is None:
                return None

            def verb(expected: dict[int, int]) -> Change:
                return keep(number, answer.text, answer.ticked, expected)

            def over(error: FactcheckError | None) -> None:
                if error is None:  # saved, or given up for another's
                    self.app.keep(lambda: desk.typing.forget(place))

            save = self.act_on(
                (number,),
                verb,
                f"{title.lower()}: {answer.text}",
                about=title if note is None else ("note", note.id),
                seen={number: claim.version} if note is None else {note.id: note.version},
                names=None if note is None else {note.id: f"Claim {number}, note: {note.text}"},
                secret=answer.ticked,
                then=lambda _: self.go_on() if answer.go_on else None,
            )
            save.when_over(over)
            return save

        await self.app.ask(dialog, written)

    async def action_note(self) -> None:
        """Write a note on the current claim."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Note",
            "note",
            lambda number, text, secret, _: desk.notes.add(article, number, text, confidential=secret),
            box=_CONFIDENTIAL,
        )

    async def _edit_note(self, note: Note) -> None:
        """Change a note on the current claim."""
        desk = self.app.desk
        await self._write(
            "Change note",
            f"note-{note.id}",
            lambda _, text, secret, seen: desk.notes.edit(
                note.id, text, confidential=secret, expected=seen[note.id]
            ),
            begin=lambda _: note.text,
            box=_CONFIDENTIAL,
            note=note,
        )

    async def action_query(self) -> None:
        """Ask the writer about the current claim."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Query", "query", lambda number, text, _, __: desk.queries.ask(article, number, text)
        )

    async def action_wording(self) -> None:
        """Propose wording for the current claim, beginning with what stands there."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Proposed wording",
            "wording",
            lambda number, text, _, expected: desk.wording.propose(article, number, text, expected=expected),
            begin=lambda claim: claim.proposed_text or claim.text,
        )

    async def action_send_back(self) -> None:
        """Send the current claim back to its checker, with a reason."""
        desk, article = self.app.desk, self.article
        await self._write(
            "Send back",
            "send-back",
            lambda number, text, _, expected: desk.review.send_back(article, number, text, expected=expected),
        )

    async def action_editor(self) -> None:
        """Write a note in the person's own editor."""
        claim = self.shown_claim
        if claim is None:
            return
        text = written_in_editor(self.app, "")
        if text:
            desk, article, number = self.app.desk, self.article, claim.number
            self.act_on((number,), lambda _: desk.notes.add(article, number, text), f"note: {text}")

    # What stands beside the claim

    @on(ClaimCard.RemoveWanted)
    def _remove_wanted(self, event: ClaimCard.RemoveWanted) -> None:
        """Remove the citation, query or note chosen on the card."""
        event.stop()
        claim, item, desk = self.shown_claim, event.item, self.app.desk
        if claim is None:
            return
        verbs: dict[str, Callable[..., Change]] = {
            "citation": desk.citations.remove,
            "query": desk.queries.remove,
            "note": desk.notes.remove,
        }
        beside: dict[str, tuple[Citation, ...] | tuple[Query, ...] | tuple[Note, ...]] = {
            "citation": claim.citations,
            "query": claim.queries,
            "note": claim.notes,
        }
        thing = next((one for one in beside[item.kind] if one.id == item.id), None)
        if thing is None:
            return
        words = thing.source.label if isinstance(thing, Citation) else thing.text
        self.act_on(
            (claim.number,),
            lambda seen: verbs[item.kind](item.id, expected=seen[item.id]),
            f"remove the {item.kind}: {words}",
            about=(item.kind, item.id),
            seen={item.id: thing.version},
            names={item.id: f"Claim {claim.number}, {item.kind}: {words}"},
            secret=isinstance(thing, Note) and thing.confidential,
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

    def _fix(self, claim: Claim, key: str | None) -> Save | None:
        desk, article, number = self.app.desk, self.article, claim.number
        at_once = {
            "accept": desk.wording.accept,
            "applied": desk.wording.applied,
            "clear": desk.wording.clear,
        }
        if key in at_once:
            verb = at_once[key]
            return self.act_on(
                (number,),
                lambda seen: verb(article, number, expected=seen),
                _FIXES[key],
                seen={number: claim.version},
            )
        if key == "stet":
            self._reason(claim, "Stet, because", desk.wording.stet)
        elif key == "cut":
            self._reason(claim, "Cut, because", desk.wording.cut)
        return None

    def _reason(self, claim: Claim, title: str, verb: Callable[..., Change]) -> None:
        article, number = self.article, claim.number

        def answered(text: str | None) -> Save | None:
            if not text:
                return None
            return self.act_on(
                (number,),
                lambda seen: verb(article, number, text, expected=seen),
                f"{title} {text}",
                about=title,
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

    def _edited(self, claim: Claim, edited: Edited | None) -> Save | None:
        if edited is None:
            return None
        desk, article, number = self.app.desk, self.article, claim.number
        speaker = claim.speaker.label if claim.speaker else ""

        acts: dict[str, Callable[..., Change]] = {}
        if edited.restatement != claim.restatement:
            acts[f"restated: {edited.restatement or '–'}"] = partial(
                desk.claims.restate, article, number, edited.restatement
            )
        if edited.speaker != speaker:
            acts[f"speaker: {edited.speaker or '–'}"] = partial(
                desk.claims.set_speaker, article, number, edited.speaker
            )
        if edited.kinds != claim.kinds:
            kinds = ", ".join(map(words_of, edited.kinds)) or "–"
            acts[f"kinds: {kinds}"] = partial(desk.claims.set_kinds, article, number, edited.kinds)
        if edited.expires != claim.expires:
            acts[f"holds until {edited.expires or '–'}"] = partial(
                desk.claims.set_expiry, article, number, edited.expires
            )
        if not acts:
            return None
        first, *others = acts.values()

        def verb(expected: dict[int, int]) -> Change:
            with desk.one_step(f"Claim {number}: edited", verb="edit", article=article) as step:
                first(expected=expected)
                for act in others:  # the first has made a version of its own
                    act()
            return step.change

        return self.act_on((number,), verb, "\n".join(acts), about="edit", seen={number: claim.version})

    # People

    async def action_assign(self) -> None:
        """Assign the marked claims or the current one."""
        numbers = self.targets
        if numbers:
            known = [person.name for person in self.app.desk.people.everyone()]
            seen = self.versions(numbers)
            dialog = LineDialog(f"Assign {named(numbers)} to", hint="a name; empty: nobody", known=known)
            await self.app.ask(
                dialog, lambda name: None if name is None else self._assign(numbers, name, seen)
            )

    def action_mine(self) -> None:
        """Assign to oneself."""
        if self.targets:
            self._assign(self.targets, self.app.desk.person, self.versions(self.targets))

    def _assign(self, numbers: tuple[int, ...], name: str, seen: dict[int, int]) -> Save:
        desk, article = self.app.desk, self.article
        return self.act_on(
            numbers,
            lambda expected: desk.claims.assign(article, numbers, name, expected=expected),
            f"assign to {name or 'nobody'}",
            about="assign",
            seen=seen,
        )

    # Which claims

    async def action_filter(self) -> None:
        """Choose which claims the queue shows."""
        people = [person.name for person in self.app.desk.people.everyone()]
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
