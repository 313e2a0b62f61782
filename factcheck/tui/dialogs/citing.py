"""Citing: choose a source, say where in it the evidence stands, and what it does to the claim."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import events, on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from db.vocabulary import LocatorKind, Method, Stance, Tier
from factcheck.errors import BadInput
from factcheck.model import CitationFields, Source, SourceFields
from factcheck.model.pasted import source_from
from factcheck.text import web_link
from factcheck.tui.dialog import Dialog
from factcheck.tui.dialogs.fields import Complaint, Row, choice, day, line
from factcheck.tui.dialogs.locators import read_locator
from factcheck.tui.glyphs import plain_line, words_of

Word = TypeVar("Word", Stance, Tier, Method)

Search = Callable[[str], Sequence[Source]]
"""Sources for some words, most recently used first; all of them for no words."""

_SHOWN = 50
"""Sources listed at once; typing narrows them down."""
_OFFERED = "offered"


class Cited(NamedTuple):
    """What the person answered."""

    source: int | SourceFields
    """Id of a source on the desk, or one that is new to it."""
    fields: CitationFields
    go_on: bool
    """Whether to go on to the next open claim."""


class CitingDialog(Dialog[Cited]):
    """Two steps in one box: Enter takes the source, Enter attaches it.

    With no word typed the first source is the one used last, so that the same source with another
    locator takes two keys and the locator.
    """

    FOOT: ClassVar[str] = "Enter take, attach · Ctrl+N attach, next · Tab fields · Esc leave"

    DEFAULT_CSS = """
    CitingDialog #found {
        height: 8; background: $panel; padding: 0; text-wrap: nowrap; text-overflow: ellipsis;
    }
    CitingDialog #chosen { height: auto; max-height: 3; color: $text-accent; }
    CitingDialog.-taken #found, CitingDialog.-taken #search-row { display: none; }
    """

    def __init__(
        self,
        title: str,
        search: Search,
        source: int | SourceFields | None = None,
        label: str = "",
        fields: CitationFields | None = None,
    ) -> None:
        """Ask for a citation.

        Args:
            title: which claims it is for.
            search: asks the desk for sources.
            source: one that is chosen already; the first step is then left out.
            label: how that source is called.
            fields: an existing citation to change.
        """
        super().__init__(title)
        self._search = search
        self._fields = fields or CitationFields()
        self._source = source
        self._label = label
        self._offered: SourceFields | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Search and list, then the fields of the citation."""
        fields = self._fields
        search = Row("Source", line("search", hint="words of it, or paste an address or a DOI"))
        search.id = "search-row"
        yield search
        yield OptionList(id="found", markup=False, compact=True)
        yield Static("", id="chosen", markup=False)
        where = fields.locator
        if where and fields.locator_kind is not LocatorKind.PAGE:
            where = where if fields.locator_kind is LocatorKind.OTHER else f"{fields.locator_kind} {where}"
        yield Row("Where", line("locator", where, "14 · p. 3–5 · 0:12:30 · table 2 · para 7"))
        yield Row("Its words", line("quotation", fields.quotation, "verbatim, from the source"))
        yield Row(
            "It", choice("stance", Stance, fields.stance), choice("tier", Tier, fields.tier),
            choice("method", Method, fields.method),
        )  # fmt: skip
        accessed = fields.accessed.isoformat() if fields.accessed else ""
        yield Row("Seen on", line("accessed", accessed, "YYYY-MM-DD; empty: today"))
        yield Row("Remark", line("remark", fields.note))
        yield Complaint()

    def on_mount(self) -> None:
        """The step to begin with."""
        if self._source is not None:
            self._take(self._source, self._label)
        else:
            self._list("")

    # First step: which source

    @on(Input.Changed, "#search")
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        if self._source is None:
            self._list(event.value)
        elif event.value:
            self._pass_on(event.input)

    def _pass_on(self, search: Input) -> None:
        """Keys that were on their way when the source was taken belong to the locator."""
        locator = self.query_one("#locator", Input)
        locator.value += search.value
        locator.cursor_position = len(locator.value)
        search.value = ""

    def _list(self, words: str) -> None:
        listed = self.query_one("#found", OptionList)
        listed.clear_options()
        found = self._search(words.strip())[:_SHOWN]
        pasted = source_from(words) if words.strip() else None
        known = [Option(plain_line(_line_of(source)), id=str(source.id)) for source in found]
        self._offered = pasted
        offer = []
        if pasted is not None:
            kind = words_of(pasted.kind)
            offer = [Option(plain_line(f"+ new {kind}: {pasted.label}"), id=_OFFERED)]
        same_address = pasted is not None and any(pasted.url and pasted.url == one.url for one in found)
        listed.add_options(offer + known if pasted and pasted.url and not same_address else known + offer)
        listed.highlighted = 0 if listed.option_count else None
        nothing = "No source on the desk yet: type a title, or paste an address."
        self.query_one(Complaint).update("" if listed.option_count else nothing)

    def on_key(self, event: events.Key) -> None:
        """Arrows choose in the list while the search is typed in."""
        if self._source is not None or not isinstance(self.focused, Input) or self.focused.id != "search":
            return
        steps = {"down": 1, "up": -1, "pagedown": 7, "pageup": -7}
        if (step := steps.get(event.key)) is not None:
            event.stop()
            listed = self.query_one("#found", OptionList)
            if listed.option_count:
                at = (listed.highlighted or 0) + step
                listed.highlighted = max(0, min(listed.option_count - 1, at))

    def _take_highlighted(self, searched: str) -> None:
        """Take the line that is chosen; what was typed after `searched` is for the locator already."""
        listed = self.query_one("#found", OptionList)
        if listed.highlighted is not None:
            search = self.query_one("#search", Input)
            early, search.value = search.value.removeprefix(searched), ""
            self._chosen(listed.get_option_at_index(listed.highlighted))
            self.query_one("#locator", Input).value += early

    @on(OptionList.OptionSelected, "#found")
    def _option_entered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._chosen(event.option)

    def _chosen(self, option: Option) -> None:
        if option.id == _OFFERED:
            if self._offered is not None:
                self._take(self._offered, self._offered.label)
        else:
            self._take(int(option.id or 0), str(option.prompt))

    def _take(self, source: int | SourceFields, label: str) -> None:
        self._source = source
        self.add_class("-taken")
        self.query_one("#chosen", Static).update(plain_line(label))
        self.set_focus(self.query_one("#locator", Input))  # at once: the next key is for it

    # Second step: where, and what it does

    @on(Input.Submitted)
    def _field_entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "search" and self._source is None:
            self._take_highlighted(event.value)
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Attach."""
        self._answer(go_on=False)

    def action_keep_next(self) -> None:
        """Attach, and go on to the next open claim."""
        self._answer(go_on=True)

    def _answer(self, *, go_on: bool) -> None:
        if self._source is None:
            self._take_highlighted(self._text("search"))
            return
        try:
            accessed = day(self._text("accessed"))
        except BadInput as error:
            self.query_one(Complaint).about(self.query_one("#accessed", Input), error)
            return
        kind, locator = read_locator(self._text("locator"))
        fields = CitationFields(
            tier=self._word("tier", Tier),
            stance=self._word("stance", Stance),
            locator_kind=kind,
            locator=locator,
            quotation=self._text("quotation"),
            method=self._word("method", Method),
            accessed=accessed,
            note=self._text("remark"),
        )
        self.dismiss(Cited(self._source, fields, go_on))

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _word(self, name: str, vocabulary: type[Word]) -> Word:
        return vocabulary(str(self.query_one(f"#{name}", Select).value))


def _line_of(source: Source) -> str:
    """A source on one line of the list."""
    more = [part for part in (source.author or source.person, source.publication) if part]
    if not more and web_link(source.url) and source.url != source.label:
        more = [source.url]
    used = f"  ×{source.used}" if source.used else ""
    tail = f" ({', '.join(part for part in more if part != source.label)})" if more else ""
    return f"{source.label}{tail.replace(' ()', '')} · {words_of(source.kind)}{used}"
