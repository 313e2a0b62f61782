"""Citing: choose a source, say where in it the evidence stands, and what it does to the claim."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, NamedTuple

from textual import events, on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from db.vocabulary import LocatorKind, Method, SourceKind, Stance, Tier, word_for
from factcheck.errors import BadInput
from factcheck.model import CitationFields, LastChoice, Source, SourceFields
from factcheck.model.locator import read_locator, shown
from factcheck.model.pasted import likely_kind, source_from
from factcheck.text import web_link
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Complaint, Row, choice, day, line
from factcheck.tui.words.glyphs import plain_line, words_of

Search = Callable[[str], Sequence[Source]]
"""Sources for some words, most recently used first; all of them for no words."""

LastOf = Callable[[int], LastChoice]
"""What was said of a source when it was cited last."""

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
    locator takes two keys and the locator. What was said of that source last is offered: its tier stands
    in its field, and a number alone counts what it counted last.
    """

    place = Place.CITING
    BINDINGS = bindings(place)
    FOOT: ClassVar[str] = "Enter take, attach · Ctrl+T tier · Ctrl+N, next · Tab on · Esc leave"

    DEFAULT_CSS = """
    CitingDialog #found {
        height: 8; background: $panel; padding: 0; text-wrap: nowrap; text-overflow: ellipsis;
    }
    CitingDialog #chosen { height: auto; max-height: 3; color: $text-accent; }
    CitingDialog #read { width: 1fr; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    CitingDialog #kind-row { display: none; }
    CitingDialog.-new #kind-row { display: block; }
    CitingDialog.-taken #found, CitingDialog.-taken #search-row { display: none; }
    """

    def __init__(
        self,
        title: str,
        search: Search,
        last_of: LastOf,
        source: int | SourceFields | None = None,
        label: str = "",
        fields: CitationFields | None = None,
    ) -> None:
        """Ask for a citation.

        Args:
            title: which claims it is for.
            search: asks the desk for sources.
            last_of: asks the desk what was said of one last.
            source: one that is chosen already; the first step is then left out.
            label: how that source is called.
            fields: an existing citation to change.
        """
        super().__init__(title)
        self._search = search
        self._last_of = last_of
        self._last = LastChoice()
        self._fields = fields
        self._source = source
        self._label = label
        self._offered: SourceFields | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Search and list, then the fields of the citation."""
        fields = self._fields or CitationFields(stance=Stance.SUPPORTS)
        search = Row("Source", line("search", hint="words of it, or paste an address or a DOI"))
        search.id = "search-row"
        yield search
        yield OptionList(id="found", markup=False, compact=True)
        yield Static("", id="chosen", markup=False)
        kind = Row("It is a", choice("kind", SourceKind, None, "kind"))
        kind.id = "kind-row"
        yield kind
        yield Row("Where", line("locator", fields.where, "p. 14 · pp. 3–5 · 0:12:30 · table 2 · ¶ 7"))
        yield Row("", Static("", id="read", markup=False))
        yield Row("Its words", line("quotation", fields.quotation, "verbatim, from the source"))
        yield Row(
            "It", choice("stance", Stance, fields.stance, "stance"),
            choice("tier", Tier, fields.tier, "tier"), choice("method", Method, fields.method),
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
            kind = likely_kind(pasted.url)
            what = words_of(kind) if kind else "source"
            offer = [Option(plain_line(f"+ new {what}: {pasted.label}"), id=_OFFERED)]
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
                self.add_class("-new")
                self.query_one("#kind", Select).value = likely_kind(self._offered.url)
                self._take(self._offered, self._offered.label)
        else:
            self._take(int(option.id or 0), str(option.prompt))

    def _take(self, source: int | SourceFields, label: str) -> None:
        self._source = source
        self.add_class("-taken")
        self.query_one("#chosen", Static).update(plain_line(label))
        if self._fields is None and isinstance(source, int):
            self._last = self._last_of(source)
            self.query_one("#tier", Select).value = self._last.tier
        self.set_focus(self.query_one("#locator", Input))  # at once: the next key is for it

    # Second step: where, and what it does

    @on(Input.Changed, "#locator")
    @on(Select.Changed, "#tier")
    def _say_what_is_read(self) -> None:
        """Show what Enter would record: how the locator is read, and what is offered as it was last time."""
        typed, offered = self._text("locator"), self._last.locator_kind
        kind, place = read_locator(typed, offered)
        said, last = [], []
        if place:
            unsaid = f"{place} of what? p. {place}, ¶ {place}, table {place}…"
            said.append(f"= {shown(kind, place)}" if kind else unsaid)
        if self._last.tier is not None and self._word("tier") == self._last.tier:
            last.append(words_of(self._last.tier))
        if offered and offered is not LocatorKind.OTHER and read_locator(typed).kind is None:
            last.append(words_of(offered) if place else f"a number alone is a {words_of(offered)}")
        said += [f"as last time: {', '.join(last)}"] if last else []
        self.query_one("#read", Static).update(plain_line(" · ".join(said)))

    def action_tier(self) -> None:
        """Say the next tier."""
        tiers = [*Tier, None]
        field = self.query_one("#tier", Select)
        field.value = tiers[(tiers.index(field.value) + 1) % len(tiers)]

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
        kind, locator = read_locator(self._text("locator"), self._last.locator_kind)
        fields = CitationFields(
            tier=self._word("tier"),
            stance=self._word("stance"),
            locator_kind=kind,
            locator=locator,
            quotation=self._text("quotation"),
            method=self._word("method") or Method.READ,
            accessed=accessed,
            note=self._text("remark"),
        )
        source = self._source
        if self.has_class("-new") and isinstance(source, SourceFields):
            source = replace(source, kind=self._word("kind"))
        self.dismiss(Cited(source, fields, go_on))

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _word(self, name: str) -> Any:  # noqa: ANN401 - a word of the field's own vocabulary, or none
        return self.query_one(f"#{name}", Select).value


def _line_of(source: Source) -> str:
    """A source on one line of the list."""
    more = [part for part in (source.author or source.person, source.publication) if part]
    if not more and web_link(source.url) and source.url != source.label:
        more = [source.url]
    used = f"  ×{source.used}" if source.used else ""
    tail = f" ({', '.join(part for part in more if part != source.label)})" if more else ""
    return f"{source.label}{tail.replace(' ()', '')} · {word_for('kind', source.kind)}{used}"
