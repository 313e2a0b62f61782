"""Handing over: from an article on the desk to the bytes of a file, for every face alike."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.export.formats import export, format_of
from factcheck.export.options import PLAIN, Options, Original
from factcheck.export.safe import write_file
from factcheck.export.sheets.build import build_and_redact
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.text import plural

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import ClaimFilter


class HandedOver(NamedTuple):
    """A sheet and its bytes in the format that was asked for."""

    sheet: ClaimSheet
    content: bytes
    database: Path | None
    """The desk's, where it is a file."""
    said: tuple[str, ...] = ()
    """What the person who exports should know: which claims the format could not hold, and why."""

    def write(self, path: Path, *, force: bool = False) -> None:
        """Write the bytes to a file, never over a file of a desk; a confidential sheet for its owner alone.

        Raises:
            FactcheckError: it could not be written, or must not be.
        """
        write_file(path, self.content, force=force, database=self.database, private=self.sheet.confidential)


def hand_over(
    desk: "Desk",
    article: str,
    name: str,
    options: Options = PLAIN,
    *,
    include_confidential: bool = False,
    filter: "ClaimFilter | None" = None,  # noqa: A002 - the word that the desk's own verbs use
) -> HandedOver:
    """The sheet of an article in a format.

    Args:
        desk: where it lies.
        article: its slug or a unique beginning of it.
        name: of the format.
        options: choices that the format leaves.
        include_confidential: keep names, contacts and confidential notes that are normally left out.
        filter: only these claims.

    Raises:
        NotOnDesk: there is no such article.
        BadInput: there is no such format, or it cannot hold this sheet.
        MissingExtra: the format needs a package that is not installed.
    """
    known = format_of(name)
    slug = desk.articles.get(article).slug
    sheet, redactor = build_and_redact(desk, slug, include_confidential=include_confidential, filter=filter)
    if known.name in _ON_A_COPY and sheet.draft.format == "docx":
        content = desk.drafts.original(slug, sheet.draft.number)
        original = Original(content, sheet.draft.source_name, redactor.text, redactor.wording)
        options = replace(options, original=original)
    content = export(sheet, known.name, options)
    said = (*redactor.remarks(), *redactor.remarks_on_draft(), *_left_out(sheet, known.name, options))
    return HandedOver(sheet, content, desk.database, said)


def _left_out(sheet: ClaimSheet, name: str, options: Options) -> Iterator[str]:
    if options.original is not None:
        from factcheck.export.docx.cleaning import embedded
        from factcheck.export.docx.original import original_page

        page = original_page(sheet, options.original)
        if page is None:
            yield (
                f"the draft was not found again in {options.original.name}: the copy is a new document"
                " without its formatting"
            )
        elif count := embedded(page.document):
            yield f"{plural(count, 'file')} embedded in the original: copied without a look into it"
    if name == "claimreview":
        from factcheck.export.data.claimreview import refusals

        for refusal in refusals(sheet, options.publisher):
            yield f"{refusal.claim.label} is left out: {refusal.reason}"


_ON_A_COPY = frozenset({"docx", "corrections"})
"""Formats that are written on a copy of the file which the draft was read from."""
