"""Every command of the interface, declared once: footer, palette, help, key map and README use it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from db.vocabulary import FINDINGS


class Place(StrEnum):
    """Where a command works: a command of an outer place works in the places inside it."""

    EVERYWHERE = "everywhere"
    DESK = "desk"
    """The list of articles."""
    ARTICLE = "article"
    """An open article, whichever of its tabs is shown."""
    CLAIMS = "claims"
    """The claims tab: queue, draft and card."""
    QUEUE = "queue"
    DRAFT = "draft"
    CARD = "card"
    LIST = "list"
    """A tab or room that is a list of lines."""
    SOURCES = "sources"
    """The sources tab."""
    QUERIES = "queries"
    LOST = "lost"
    PROGRESS = "progress"
    HISTORY = "history"
    """The history of an article."""
    SIGNING = "signing"
    """Signing an article off."""
    REVISING = "revising"
    """What the next draft does, before it is applied."""
    DRAFTS = "drafts"
    """The drafts of an article, compared or one in whole."""
    DIALOG = "dialog"
    """Every dialog; letters are typed there, so its commands use no plain letters."""
    CHOICE = "choice"
    """A dialog in which nothing is typed: letters answer."""
    CITING = "citing"
    """The dialog that attaches a source."""
    MESSAGES = "messages"
    """What was said in this session."""
    CONFLICT = "conflict"
    """The dialog that shows a conflict side by side."""


INSIDE: dict[Place, Place] = {
    Place.DESK: Place.EVERYWHERE,
    Place.ARTICLE: Place.EVERYWHERE,
    Place.CLAIMS: Place.ARTICLE,
    Place.QUEUE: Place.CLAIMS,
    Place.DRAFT: Place.CLAIMS,
    Place.CARD: Place.CLAIMS,
    Place.LIST: Place.EVERYWHERE,
    Place.SOURCES: Place.ARTICLE,
    Place.QUERIES: Place.ARTICLE,
    Place.LOST: Place.ARTICLE,
    Place.PROGRESS: Place.ARTICLE,
    Place.HISTORY: Place.EVERYWHERE,
    Place.SIGNING: Place.EVERYWHERE,
    Place.REVISING: Place.EVERYWHERE,
    Place.DRAFTS: Place.EVERYWHERE,
    Place.MESSAGES: Place.EVERYWHERE,
    Place.CHOICE: Place.DIALOG,
    Place.CITING: Place.DIALOG,
    Place.CONFLICT: Place.DIALOG,
}
"""The place around each place."""


@dataclass(frozen=True)
class Command:
    """One thing that a person can do."""

    id: str
    """Its name in the config file: place and verb, `claim.note`."""
    name: str
    """Its name in the palette and, shortened to what fits, in the footer."""
    key: str
    """Keys that run it, comma-separated, by Textual's names; empty when only the palette does."""
    help: str
    """One sentence: what it does."""
    action: str
    """Textual action on the widget or screen of its place."""
    place: Place
    footer: int = 0
    """Rank in the footer, 1 first; 0 keeps it out."""

    @property
    def binding(self) -> Binding:
        """The key binding; its id lets the key be remapped."""
        return Binding(self.key, self.action, self.name, show=self.footer > 0, tooltip=self.help, id=self.id)


def _findings() -> Iterable[Command]:
    """One command a finding, from the one table of findings."""
    for finding, facts in FINDINGS.items():
        yield Command(
            f"finding.{finding}",
            facts.label.capitalize(),
            facts.key,
            f"Set the finding: {facts.meaning}.",
            f"decide('{finding}')",
            Place.CLAIMS,
        )


def _rows(place: Place, *rows: tuple[str, str, str, str, str, int]) -> tuple[Command, ...]:
    """Commands of one place, a line each: id, name, keys, help, action, rank in the footer."""
    return tuple(Command(*row[:5], place, row[5]) for row in rows)


_EVERYWHERE = _rows(
    Place.EVERYWHERE,
    ("help", "Help", "question_mark", "All keys that work here; type to filter.", "help", 0),
    ("palette", "Commands", "colon", "Every command by name.", "command_palette", 90),
    ("undo", "Undo", "u,ctrl+z", "Undo your last act, whatever it was.", "undo", 30),
    ("redo", "Redo", "U,ctrl+y", "Do again what was undone.", "redo", 80),
    ("messages", "Messages", "M", "Every message of this session, to read again.", "messages", 0),
    ("save_again", "Save again", "ctrl+s", "Try once more to save what could not be saved.", "save_again", 0),
    ("theme", "Theme", "", "Choose a light, dark or high-contrast theme.", "change_theme", 0),
    ("back", "Back", "q", "Go back; on the desk, quit.", "back", 95),
    ("quit", "Quit", "ctrl+q", "Quit; everything is saved already.", "leave", 0),
)  # fmt: skip

_DESK = _rows(
    Place.DESK,
    ("desk.open", "Open", "enter", "Open the article under the cursor.", "open", 1),
    ("desk.add", "Add a file", "plus", "Add a draft from a file.", "add", 2),
    ("desk.next", "Next", "j,down", "Next article.", "move(1)", 0),
    ("desk.previous", "Previous", "k,up", "Previous article.", "move(-1)", 0),
    ("desk.search", "Search", "slash", "Show only articles whose name or title match.", "search", 3),
    ("desk.rename", "Rename", "e", "Change title, outlet, byline, date or name.", "rename", 5),
    ("desk.deadline", "Deadline", "d", "Set the day and time it is due.", "deadline", 6),
    ("desk.archive", "Archive", "z", "Put the article away, or take it out again.", "archive", 7),
    ("desk.archived", "Show archived", "Z", "Show or hide archived articles.", "archived", 0),
    ("desk.remove", "Remove", "X", "Take the article off the desk; undo brings it back.", "remove", 0),
    ("desk.backup", "Back up", "", "Write a backup of the whole desk now.", "backup", 0),
)  # fmt: skip

_ARTICLE = _rows(
    Place.ARTICLE,
    ("tab.next", "Next tab", "right_square_bracket", "Next tab.", "tab(1)", 70),
    ("tab.previous", "Previous tab", "left_square_bracket", "Previous tab.", "tab(-1)", 0),
    ("article.export", "Export", "X", "Write a sheet or an annotated copy.", "export", 60),
    ("article.sign_off", "Sign off", "", "Counts, blockers, and the signature.", "sign_off", 0),
    ("article.reopen", "Reopen", "", "Take back the sign-off of this article.", "reopen", 0),
    ("article.revise", "Next draft", "", "Bring in the next draft from a file.", "revise", 0),
    ("article.ask", "Query on the piece", "", "Ask the writer about the whole piece.", "ask", 0),
    ("article.drafts", "Drafts", "D", "Compare two drafts, or read one with its marks.", "drafts", 0),
    ("article.history", "History", "H", "Who did what, when, in this article.", "history", 0),
)  # fmt: skip

_MOVING = _rows(
    Place.CLAIMS,
    ("claim.next", "Next", "j,down", "Next claim.", "move(1)", 0),
    ("claim.previous", "Previous", "k,up", "Previous claim.", "move(-1)", 0),
    ("claim.next_open", "Next open", "n", "Next claim that wants a decision.", "move_open(1)", 2),
    ("claim.previous_open", "Previous open", "p", "Previous open claim.", "move_open(-1)", 0),
    ("claim.first", "First", "g,home", "First claim.", "first", 0),
    ("claim.last", "Last", "G,end", "Last claim.", "last", 0),
    ("claim.page_down", "Page down", "J,pagedown", "A page of claims down.", "page(1)", 0),
    ("claim.page_up", "Page up", "K,pageup", "A page of claims up.", "page(-1)", 0),
    ("claim.goto", "Go to number", "number_sign", "Go to a claim by its number.", "goto", 0),
    ("draft.page_down", "Page the draft", "space", "A page of the draft down.", "read(1)", 40),
    ("draft.page_up", "Page the draft back", "b", "A page of the draft up.", "read(-1)", 0),
    ("pane.next", "Next pane", "tab", "To queue, draft or card.", "pane(1)", 50),
    ("pane.previous", "Previous pane", "shift+tab", "The pane before.", "pane(-1)", 0),
    ("pane.detail", "Detail", "enter", "Give the card all the room, or less.", "detail", 0),
    ("pane.large", "Large pane", "Z", "Give this pane all the room, or less.", "large", 0),
    ("claim.filter", "Filter", "f", "Show only some claims.", "filter", 35),
    ("claim.search", "Search", "slash", "Claims that hold these words.", "search", 36),
    ("claim.clear", "Clear", "escape", "Drop marks, then selection, then filter.", "clear", 0),
    ("claim.advance", "Go on or stay", "greater_than_sign", "Go on after deciding, or stay.", "advance", 0),
    ("claim.by_priority", "Order", "O", "Reading order, or most urgent first.", "order", 0),
)  # fmt: skip

_CLAIM = _rows(
    Place.CLAIMS,
    ("claim.source", "Source", "s", "Attach a source; Enter takes the last one.", "source", 3),
    ("claim.new_source", "New source", "S", "Attach a source that is new to the desk.", "new_source", 20),
    ("claim.note", "Note", "c", "Write a note.", "note", 4),
    ("claim.query", "Query", "Q", "Ask the writer.", "query", 6),
    ("claim.wording", "Wording", "w", "Propose wording, beginning with the draft's words.", "wording", 5),
    ("claim.fix", "Fix track", "W", "Accept the wording, stet, cut, or mark as applied.", "fix", 0),
    ("claim.edit", "Edit", "e", "Edit restatement, kinds, speaker; or the item chosen.", "edit", 25),
    ("claim.editor", "In $EDITOR", "E", "Write a note in your own editor.", "editor", 0),
    ("claim.tick", "Tick", "t", "Tick the next check point, or the one chosen on the card.", "tick", 7),
    ("claim.tick_all", "Tick all", "T", "Tick every check point, or none.", "tick_all", 0),
    ("claim.assign", "Assign", "a", "Assign to somebody.", "assign", 26),
    ("claim.mine", "To me", "A", "Assign to me.", "mine", 0),
    ("claim.agree", "Agree", "r", "Second look: agree, and go on.", "agree", 27),
    ("claim.send_back", "Send back", "R", "Second look: send back with a reason.", "send_back", 0),
    ("claim.priority", "Urgent", "exclamation_mark", "Raise the priority, or drop it.", "priority", 0),
    ("claim.legal", "Legal", "L", "Flag for the lawyer, or take the flag off.", "flag('legal')", 0),
    ("claim.sensitive", "Sensitive", "", "Flag as sensitive, or take it off.", "flag('sensitive')", 0),
    ("claim.open_source", "Open source", "o", "Open the source in the browser.", "open_source", 28),
    ("claim.copy", "Copy", "y", "Copy the claim and its citations.", "copy", 0),
    ("claim.mark", "Mark", "v", "Mark for a verb on several claims.", "mark", 29),
    ("claim.mark_all", "Mark all", "V", "Mark all claims shown, or none.", "mark_all", 0),
    ("claim.split", "Split", "x", "Split the claim at the cursor in the draft.", "split", 42),
    ("claim.merge", "Merge", "m", "Merge with the next claim, or the marked ones.", "merge", 43),
    ("claim.add", "Add a claim", "plus", "Make the words selected in the draft a claim.", "add_claim", 8),
    ("claim.recut", "Re-cut", "z", "Give the claim the words selected in the draft.", "recut", 44),
    ("claim.retire", "Take out", "minus", "Take the claim out of the queue.", "retire", 0),
)  # fmt: skip

_DRAFT = _rows(
    Place.DRAFT,
    ("cursor.left", "Left", "left,h", "A character back.", "cursor('left')", 0),
    ("cursor.right", "Right", "right,l", "A character on.", "cursor('right')", 0),
    ("cursor.up", "Up", "up", "A line up.", "cursor('up')", 0),
    ("cursor.down", "Down", "down", "A line down.", "cursor('down')", 0),
    ("cursor.word_left", "Word back", "ctrl+left", "A word back.", "cursor('word_left')", 0),
    ("cursor.word_right", "Word on", "ctrl+right", "A word on.", "cursor('word_right')", 0),
    ("cursor.home", "Line start", "home", "Start of the line.", "cursor('home')", 0),
    ("cursor.end", "Line end", "end", "End of the line.", "cursor('end')", 0),
    ("cursor.page_up", "Page up", "pageup", "A page up.", "cursor('page_up')", 0),
    ("cursor.page_down", "Page down", "pagedown", "A page down.", "cursor('page_down')", 0),
    ("select.left", "Select back", "shift+left", "Select a word back.", "choose('word_left')", 0),
    ("select.right", "Select on", "shift+right", "Select a word on.", "choose('word_right')", 1),
    ("select.up", "Select up", "shift+up", "Select a line up.", "choose('up')", 0),
    ("select.down", "Select down", "shift+down", "Select a line down.", "choose('down')", 0),
    ("select.letter_left", "Letter back", "ctrl+shift+left", "Select a letter back.", "choose('left')", 0),
    ("select.letter_right", "Letter on", "ctrl+shift+right", "Select a letter on.", "choose('right')", 0),
    ("select.claim", "Select the claim", "comma", "Select the current claim's words.", "choose_claim", 0),
)  # fmt: skip

_DIALOG = _rows(
    Place.DIALOG,
    ("dialog.leave", "Leave", "escape", "Leave; the foot says what becomes of the text.", "leave", 0),
    ("dialog.keep", "Keep", "ctrl+s", "Keep and leave.", "keep", 0),
    ("dialog.keep_next", "Keep, next claim", "ctrl+n", "Keep; next open claim.", "keep_next", 0),
    ("dialog.drop", "Drop", "ctrl+g", "Leave and forget what was typed here.", "drop", 0),
    ("dialog.quit", "Quit", "ctrl+q", "Told to wait: what was typed is not kept yet.", "quit_later", 0),
)  # fmt: skip

_CARD = _rows(
    Place.CARD,
    ("card.down", "Down", "down", "Next check point, source, query or note.", "step(1)", 0),
    ("card.up", "Up", "up", "The one before.", "step(-1)", 0),
    ("card.remove", "Remove", "d", "Remove the citation, query or note chosen here.", "remove", 1),
)  # fmt: skip

_CHOICE = _rows(
    Place.CHOICE,
    ("choice.yes", "Yes", "y", "Yes.", "yes", 0),
    ("choice.no", "No", "n", "No.", "no", 0),
)  # fmt: skip

_CITING = _rows(
    Place.CITING,
    ("citing.tier", "Tier", "ctrl+t", "The next tier: primary, secondary, lead, not said.", "tier", 0),
)  # fmt: skip

_CONFLICT = _rows(
    Place.CONFLICT,
    ("conflict.mine", "Mine", "m", "Put my change over the other one.", "mine", 0),
    ("conflict.theirs", "Theirs", "t", "Leave it as the other person made it.", "theirs", 0),
    ("conflict.note", "As a note", "n", "Leave theirs, and keep mine as a note beside it.", "note", 0),
)  # fmt: skip

_LIST = _rows(
    Place.LIST,
    ("list.next", "Next", "j,down", "Next line.", "move(1)", 0),
    ("list.previous", "Previous", "k,up", "Previous line.", "move(-1)", 0),
    ("list.page_down", "Page down", "J,pagedown,space", "A page down.", "move(15)", 0),
    ("list.page_up", "Page up", "K,pageup", "A page up.", "move(-15)", 0),
    ("list.first", "First", "g,home", "First line.", "move(-1000000)", 0),
    ("list.last", "Last", "G,end", "Last line.", "move(1000000)", 0),
    ("list.open", "Go to claim", "enter", "Go to the claim of this line.", "open_line", 1),
)  # fmt: skip

_TABS = (
    *_rows(
        Place.SOURCES,
        ("source.call_sheet", "Call sheet", "c", "Open claims by whom to ask; or all.", "call_sheet", 2),
        ("source.edit", "Edit", "e", "Change it; withdrawn or updated: recheck its claims.", "edit", 3),
        ("source.contact", "Log contact", "l", "Record a call or mail and its outcome.", "contact", 4),
        ("source.uncite", "Remove citation", "d", "Take the citation off the claim.", "uncite", 6),
        ("source.address", "Open address", "o", "Open its address in the browser.", "address", 5),
    ),
    *_rows(
        Place.QUERIES,
        ("query.answer", "Answer", "a", "Write down what the writer answered.", "answer", 2),
        ("query.reopen", "Reopen", "r", "Make an answered query open again.", "reopen_query", 3),
        ("query.remove", "Remove", "d", "Remove the query; undo brings it back.", "remove_query", 4),
    ),
    *_rows(
        Place.LOST,
        ("lost.reattach", "Re-attach", "t", "Choose where it stands in the draft now.", "reattach", 2),
        ("lost.close", "Close as cut", "minus", "The words are gone for good: cut.", "close_lost", 3),
    ),
    *_rows(
        Place.SIGNING,
        ("signing.sign", "Sign", "s", "Sign the article off, when nothing is in the way.", "sign", 1),
        ("signing.keep", "Keep (stet)", "w", "Keep the claim as it stands, with a reason.", "keep_claim", 2),
    ),
    *_rows(
        Place.REVISING,
        ("revising.apply", "Apply", "s", "Apply the new draft as one step; undo takes it back.", "apply", 1),
        ("revising.accept", "Accept", "a", "Tick this change as looked at, and go on.", "accept", 2),
        ("revising.place", "Place", "t", "Choose where the claim stands in the new draft.", "place", 3),
        ("revising.let_go", "Let go", "minus", "It is another sentence: the claim is lost.", "let_go", 4),
        ("revising.kept", "Show kept", "plus", "List kept claims as well, or not.", "show_kept", 5),
    ),
    *_rows(
        Place.MESSAGES,
        ("messages.copy", "Copy", "y", "Copy the message under the cursor.", "copy", 2),
        ("messages.copy_all", "Copy all", "Y", "Copy all messages, the latest first.", "copy_all", 3),
        ("messages.let_go", "Let go", "minus", "Let go of a change that was not saved.", "let_go", 4),
    ),
    *_rows(
        Place.DRAFTS,
        ("drafts.next", "Next change", "n", "Next change.", "change(1)", 1),
        ("drafts.previous", "Previous", "p", "Previous change.", "change(-1)", 0),
        ("drafts.older", "From draft", "f", "Compare from the next draft of the list.", "older(1)", 3),
        ("drafts.older_back", "From draft back", "F", "Compare from the draft before it.", "older(-1)", 0),
        ("drafts.newer", "To draft", "t", "Compare with the next draft of the list.", "newer(1)", 4),
        ("drafts.newer_back", "To draft back", "T", "Compare with the draft before it.", "newer(-1)", 0),
        ("drafts.whole", "In whole", "w", "One draft whole, the other, the changes.", "whole", 2),
        ("drafts.fold", "Unchanged", "z", "Show what did not change, or fold it.", "fold", 5),
        ("drafts.claim", "Go to claim", "enter", "Go to the claim that stands here.", "open_claim", 6),
    ),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    *_EVERYWHERE,
    *_DESK,
    *_ARTICLE,
    *_MOVING,
    *_findings(),
    *_CLAIM,
    *_DRAFT,
    *_CARD,
    *_LIST,
    *_TABS,
    *_DIALOG,
    *_CHOICE,
    *_CITING,
    *_CONFLICT,
)
"""The table, in the order of help and README."""


def commands_of(*places: Place) -> tuple[Command, ...]:
    """Commands declared for these places, in the order of the table."""
    return tuple(command for command in COMMANDS if command.place in places)


def bindings(*places: Place) -> list[BindingType]:
    """Key bindings for a widget or screen that is these places."""
    return [command.binding for command in commands_of(*places) if command.key]


def around(place: Place) -> tuple[Place, ...]:
    """The place and those around it, inside out."""
    chain = [place]
    while (outer := INSIDE.get(chain[-1])) is not None:
        chain.append(outer)
    return tuple(chain)
