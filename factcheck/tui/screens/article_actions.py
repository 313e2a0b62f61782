"""What is done to an open article as a whole, from any of its tabs."""

import asyncio
from pathlib import Path

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.intake import incoming_from
from factcheck.model import ClaimFilter
from factcheck.tui.dialogs.export import ExportDialog, Wanted
from factcheck.tui.dialogs.path import PathDialog
from factcheck.tui.dialogs.writing import TextDialog, Written
from factcheck.tui.frame.saving import Save
from factcheck.tui.screens.history import HistoryRoom
from factcheck.tui.screens.screen import Room
from factcheck.tui.screens.signing import SigningRoom
from factcheck.tui.words.glyphs import filter_words


class ArticleActions(Room):
    """The verbs of an open article."""

    article: str
    """Its slug."""

    @property
    def claim_filter(self) -> ClaimFilter:
        """Which claims the queue shows."""
        raise NotImplementedError

    def show_claim(self, number: int) -> None:
        """Go to a claim, from whichever tab."""
        raise NotImplementedError

    def _go_to(self, number: int | None) -> None:
        if number is not None:
            with self.app.telling():
                self.show_claim(number)

    async def action_export(self) -> None:
        """Write a sheet or an annotated copy."""
        shown = self.claim_filter
        name = await asyncio.to_thread(named_without_secrets, self.app.desk, self.article)
        dialog = ExportDialog(self.article, name, filtered=filter_words(shown))
        await self.app.ask(dialog, lambda wanted: self._export(wanted, shown))

    def _export(self, wanted: Wanted | None, shown: ClaimFilter) -> Save | None:
        if wanted is None:
            return None
        app, desk, article = self.app, self.app.desk, self.article
        app.say(f"Writing {wanted.path.name}…")

        def write() -> tuple[str, ...]:
            some = shown if wanted.filtered else None
            return written_sheet(desk, article, wanted, some, app.config)

        def written(said: tuple[str, ...]) -> None:
            more = f"; remarks: {' '.join(said)}" if said else ""
            app.say(f"Written: {wanted.path}{more}", "warning" if said else "")
            if wanted.open:
                app.open_url(wanted.path.resolve().as_uri())

        return app.work(write, then=written)

    async def action_sign_off(self) -> None:
        """Counts and blockers, then the signature."""
        await self.app.push_screen(SigningRoom(self.article), self._go_to)

    def action_reopen(self) -> None:
        """Take the signature off."""
        desk, article = self.app.desk, self.article
        self.app.write(lambda: desk.sign_off.reopen(article), what=f"reopen {article}")

    async def action_history(self) -> None:
        """Who did what, when."""
        await self.app.push_screen(HistoryRoom(self.article), self._go_to)

    async def action_drafts(self) -> None:
        """Compare two drafts, or read an older one."""
        from factcheck.tui.screens.drafts import (
            DraftsRoom,  # with the alignment: 150 ms that a review does not need
        )

        await self.app.push_screen(DraftsRoom(self.article), self._go_to)

    async def action_ask(self) -> None:
        """Ask the writer about the whole piece."""
        place = f"{self.article}/piece/query"
        await self.app.ask(
            TextDialog("Query on the whole piece", place), lambda written: self._asked(place, written)
        )

    def _asked(self, place: str, written: Written | None) -> Save | None:
        if written is None:
            return None
        desk, article = self.app.desk, self.article
        return self.app.write(
            lambda: desk.queries.ask(article, None, written.text),
            what=f"query on the piece: {written.text}",
            then=lambda _: self.app.keep(lambda: desk.typing.forget(place)),
        )

    async def action_revise(self) -> None:
        """Bring in the next draft from a file."""
        await self.app.ask(PathDialog("The next draft"), self._revise)

    def _revise(self, path: Path | None) -> Save | None:
        if path is None:
            return None
        app, desk, article = self.app, self.app.desk, self.article
        app.say(f"Reading {path.name} and comparing it with the current draft…")

        def compare() -> Room:
            from factcheck.tui.screens.revising import RevisingRoom, planned  # with the alignment: 150 ms

            incoming = incoming_from(path, app.config)
            return RevisingRoom(article, planned(desk, article, incoming, app.config))

        def compared(room: Room) -> None:
            app.say("")
            app.call_later(app.push_screen, room)

        return app.work(compare, then=compared)


def named_without_secrets(desk: Desk, article: str) -> str:
    """The short name of an article as the name of a file that leaves the desk."""
    from factcheck.export.sheets.build import redactor_for  # with what a sheet is made of: 100 ms

    return redactor_for(desk, article).name(article)


def written_sheet(
    desk: Desk, article: str, wanted: Wanted, shown: ClaimFilter | None, config: Config
) -> tuple[str, ...]:
    """Write a sheet to a file; runs on the writer's thread.

    Returns:
        What the person should know of it: which claims the format could not hold, and why.

    Raises:
        FactcheckError: it cannot be written there, or the format needs a package that is not installed.
    """
    from factcheck.export.handing import hand_over  # templates and formats that a review does not need
    from factcheck.export.options import Options, Publisher

    options = Options(audience=wanted.audience, publisher=Publisher.of(config))
    handed = hand_over(
        desk, article, wanted.format, options, include_confidential=wanted.confidential, filter=shown
    )
    handed.write(wanted.path, force=wanted.force)
    return handed.said
