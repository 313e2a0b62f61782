"""Every command of the interface, declared once: footer, palette, help, key map and README take it from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding

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
    SOURCES = "sources"
    """The sources tab."""
    QUERIES = "queries"
    LOST = "lost"
    PROGRESS = "progress"
    DIALOG = "dialog"
    """Every dialog; letters are typed there, so its commands use no plain letters."""


INSIDE: dict[Place, Place] = {
    Place.DESK: Place.EVERYWHERE,
    Place.ARTICLE: Place.EVERYWHERE,
    Place.CLAIMS: Place.ARTICLE,
    Place.QUEUE: Place.CLAIMS,
    Place.DRAFT: Place.CLAIMS,
    Place.CARD: Place.CLAIMS,
    Place.SOURCES: Place.ARTICLE,
    Place.QUERIES: Place.ARTICLE,
    Place.LOST: Place.ARTICLE,
    Place.PROGRESS: Place.ARTICLE,
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


_EVERYWHERE = (
    Command(
        "help", "Help", "question_mark", "All keys that work here; type to filter.", "help", Place.EVERYWHERE
    ),
    Command(
        "palette", "Commands", "colon", "Every command by name.", "command_palette", Place.EVERYWHERE, 90
    ),
    Command("undo", "Undo", "u,ctrl+z", "Undo your last act, whatever it was.", "undo", Place.EVERYWHERE, 30),
    Command("redo", "Redo", "U,ctrl+y", "Do again what was undone.", "redo", Place.EVERYWHERE, 80),
    Command(
        "theme", "Theme", "", "Choose a light, dark or high-contrast theme.", "change_theme", Place.EVERYWHERE
    ),
    Command("back", "Back", "q", "Go back; on the desk, quit.", "back", Place.EVERYWHERE, 95),
    Command("quit", "Quit", "ctrl+q", "Quit; everything is saved already.", "leave", Place.EVERYWHERE),
)

_DESK = (
    Command("desk.open", "Open", "enter", "Open the article under the cursor.", "open", Place.DESK, 1),
    Command("desk.add", "Add a file", "plus", "Add a draft from a file.", "add", Place.DESK, 2),
    Command("desk.next", "Next", "j,down", "Next article.", "move(1)", Place.DESK),
    Command("desk.previous", "Previous", "k,up", "Previous article.", "move(-1)", Place.DESK),
    Command(
        "desk.search",
        "Search",
        "slash",
        "Show only articles whose name or title match.",
        "search",
        Place.DESK,
        3,
    ),
    Command(
        "desk.rename", "Rename", "e", "Change title, outlet, byline, date or name.", "rename", Place.DESK, 5
    ),
    Command("desk.deadline", "Deadline", "d", "Set the day and time it is due.", "deadline", Place.DESK, 6),
    Command(
        "desk.archive",
        "Archive",
        "z",
        "Put the article away, or take it out again.",
        "archive",
        Place.DESK,
        7,
    ),
    Command("desk.archived", "Show archived", "Z", "Show or hide archived articles.", "archived", Place.DESK),
    Command(
        "desk.remove",
        "Remove",
        "X",
        "Take the article off the desk; undo brings it back.",
        "remove",
        Place.DESK,
    ),
    Command("desk.backup", "Back up", "", "Write a backup of the whole desk now.", "backup", Place.DESK),
)

_ARTICLE = (
    Command("tab.next", "Next tab", "right_square_bracket", "Next tab.", "tab(1)", Place.ARTICLE, 70),
    Command("tab.previous", "Previous tab", "left_square_bracket", "Previous tab.", "tab(-1)", Place.ARTICLE),
    Command(
        "article.export", "Export", "X", "Write a sheet or an annotated copy.", "export", Place.ARTICLE, 60
    ),
    Command(
        "article.sign_off", "Sign off", "", "Counts, blockers, and the signature.", "sign_off", Place.ARTICLE
    ),
    Command(
        "article.reopen", "Reopen", "", "Take back the sign-off of this article.", "reopen", Place.ARTICLE
    ),
    Command(
        "article.revise", "Next draft", "", "Bring in the next draft from a file.", "revise", Place.ARTICLE
    ),
    Command(
        "article.ask", "Query on the piece", "", "Ask the writer about the whole piece.", "ask", Place.ARTICLE
    ),
    Command(
        "article.history", "History", "H", "Who did what, when, in this article.", "history", Place.ARTICLE
    ),
)

_MOVING = (
    Command("claim.next", "Next", "j,down", "Next claim.", "move(1)", Place.CLAIMS),
    Command("claim.previous", "Previous", "k,up", "Previous claim.", "move(-1)", Place.CLAIMS),
    Command("claim.next_open", "Next open", "n", "Next claim that wants a decision.", "move_open(1)", Place.CLAIMS, 2),
    Command("claim.previous_open", "Previous open", "p", "Previous open claim.", "move_open(-1)", Place.CLAIMS),
    Command("claim.first", "First", "g,home", "First claim.", "first", Place.CLAIMS),
    Command("claim.last", "Last", "G,end", "Last claim.", "last", Place.CLAIMS),
    Command("claim.page_down", "Page down", "J,pagedown", "A page of claims down.", "page(1)", Place.CLAIMS),
    Command("claim.page_up", "Page up", "K,pageup", "A page of claims up.", "page(-1)", Place.CLAIMS),
    Command("claim.goto", "Go to number", "number_sign", "Go to a claim by its number.", "goto", Place.CLAIMS),
    Command("draft.page_down", "Page the draft", "space", "A page of the draft down.", "read(1)", Place.CLAIMS, 40),
    Command("draft.page_up", "Page the draft back", "b", "A page of the draft up.", "read(-1)", Place.CLAIMS),
    Command("pane.next", "Next pane", "tab", "To queue, draft or card.", "pane(1)", Place.CLAIMS, 50),
    Command("pane.previous", "Previous pane", "shift+tab", "The pane before.", "pane(-1)", Place.CLAIMS),
    Command("pane.large", "Large pane", "enter", "Give this pane all the room, or back.", "large", Place.CLAIMS),
    Command("claim.filter", "Filter", "f", "Show only some claims.", "filter", Place.CLAIMS, 35),
    Command("claim.search", "Search", "slash", "Claims that hold these words.", "search", Place.CLAIMS, 36),
    Command("claim.clear", "Clear", "escape", "Drop marks, then selection, then filter.", "clear", Place.CLAIMS),
    Command("claim.advance", "Go on or stay", "greater_than_sign", "Whether deciding goes on to the next open claim.", "advance", Place.CLAIMS),
    Command("claim.by_priority", "Order", "O", "Reading order, or most urgent first.", "order", Place.CLAIMS),
)  # fmt: skip

_CLAIM = (
    *_findings(),
    Command("claim.source", "Source", "s", "Attach a source; Enter takes the last one.", "source", Place.CLAIMS, 3),
    Command("claim.new_source", "New source", "S", "Attach a source that is new to the desk.", "new_source", Place.CLAIMS, 20),
    Command("claim.note", "Note", "c", "Write a note.", "note", Place.CLAIMS, 4),
    Command("claim.query", "Query", "Q", "Ask the writer.", "query", Place.CLAIMS, 6),
    Command("claim.wording", "Wording", "w", "Propose wording, beginning with the draft's words.", "wording", Place.CLAIMS, 5),
    Command("claim.fix", "Fix track", "W", "Accept the wording, stet, cut, or mark as applied.", "fix", Place.CLAIMS),
    Command("claim.edit", "Edit", "e", "Edit restatement, kinds, speaker, expiry.", "edit", Place.CLAIMS, 25),
    Command("claim.editor", "In $EDITOR", "E", "Write a note in your own editor.", "editor", Place.CLAIMS),
    Command("claim.tick", "Tick", "t", "Tick the next check point, or the one chosen on the card.", "tick", Place.CLAIMS, 7),
    Command("claim.tick_all", "Tick all", "T", "Tick every check point, or none.", "tick_all", Place.CLAIMS),
    Command("claim.assign", "Assign", "a", "Assign to somebody.", "assign", Place.CLAIMS, 26),
    Command("claim.mine", "To me", "A", "Assign to me.", "mine", Place.CLAIMS),
    Command("claim.agree", "Agree", "r", "Second look: agree, and go on.", "agree", Place.CLAIMS, 27),
    Command("claim.send_back", "Send back", "R", "Second look: send back with a reason.", "send_back", Place.CLAIMS),
    Command("claim.priority", "Urgent", "exclamation_mark", "Raise the priority, or let it fall back.", "priority", Place.CLAIMS),
    Command("claim.legal", "Legal", "L", "Flag for the lawyer, or take the flag off.", "flag('legal')", Place.CLAIMS),
    Command("claim.sensitive", "Sensitive", "", "Flag as sensitive, or take the flag off.", "flag('sensitive')", Place.CLAIMS),
    Command("claim.open_source", "Open source", "o", "Open the source in the browser.", "open_source", Place.CLAIMS, 28),
    Command("claim.copy", "Copy", "y", "Copy the claim and its citations.", "copy", Place.CLAIMS),
    Command("claim.mark", "Mark", "v", "Mark for a verb on several claims.", "mark", Place.CLAIMS, 29),
    Command("claim.mark_all", "Mark all", "V", "Mark all claims shown, or none.", "mark_all", Place.CLAIMS),
    Command("claim.split", "Split", "x", "Split the claim at the cursor in the draft.", "split", Place.CLAIMS),
    Command("claim.merge", "Merge", "m", "Merge with the next claim, or the marked ones.", "merge", Place.CLAIMS),
    Command("claim.add", "Add a claim", "plus", "Make the words selected in the draft a claim.", "add_claim", Place.CLAIMS),
    Command("claim.recut", "Re-cut", "z", "Give the claim the words selected in the draft.", "recut", Place.CLAIMS),
    Command("claim.retire", "Take out", "minus", "Take the claim out of the queue; undo brings it back.", "retire", Place.CLAIMS),
)  # fmt: skip

_DRAFT = (
    Command("cursor.left", "Left", "left,h", "A character back.", "cursor('left')", Place.DRAFT),
    Command("cursor.right", "Right", "right,l", "A character on.", "cursor('right')", Place.DRAFT),
    Command("cursor.up", "Up", "up", "A line up.", "cursor('up')", Place.DRAFT),
    Command("cursor.down", "Down", "down", "A line down.", "cursor('down')", Place.DRAFT),
    Command("cursor.word_left", "Word back", "ctrl+left", "A word back.", "cursor('word_left')", Place.DRAFT),
    Command("cursor.word_right", "Word on", "ctrl+right", "A word on.", "cursor('word_right')", Place.DRAFT),
    Command("cursor.home", "Line start", "home", "Start of the line.", "cursor('home')", Place.DRAFT),
    Command("cursor.end", "Line end", "end", "End of the line.", "cursor('end')", Place.DRAFT),
    Command("cursor.page_up", "Page up", "pageup", "A page up.", "cursor('page_up')", Place.DRAFT),
    Command("cursor.page_down", "Page down", "pagedown", "A page down.", "cursor('page_down')", Place.DRAFT),
    Command("select.left", "Select back", "shift+left", "Select a word back.", "choose('word_left')", Place.DRAFT),
    Command("select.right", "Select on", "shift+right", "Select a word on.", "choose('word_right')", Place.DRAFT, 1),
    Command("select.up", "Select up", "shift+up", "Select a line up.", "choose('up')", Place.DRAFT),
    Command("select.down", "Select down", "shift+down", "Select a line down.", "choose('down')", Place.DRAFT),
    Command("select.letter_left", "Select a letter back", "ctrl+shift+left", "Select a letter back.", "choose('left')", Place.DRAFT),
    Command("select.letter_right", "Select a letter on", "ctrl+shift+right", "Select a letter on.", "choose('right')", Place.DRAFT),
    Command("select.claim", "Select the claim", "comma", "Select the words of the current claim.", "choose_claim", Place.DRAFT),
)  # fmt: skip

_DIALOG = (
    Command("dialog.leave", "Leave", "escape", "Leave; the foot of each dialog says what becomes of what you typed.", "leave", Place.DIALOG),
    Command("dialog.keep", "Keep", "ctrl+s", "Keep and leave.", "keep", Place.DIALOG),
    Command("dialog.keep_next", "Keep, next claim", "ctrl+n", "Keep and go on to the next open claim.", "keep_next", Place.DIALOG),
    Command("dialog.drop", "Drop", "ctrl+g", "Leave and forget what was typed here.", "drop", Place.DIALOG),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (*_EVERYWHERE, *_DESK, *_ARTICLE, *_MOVING, *_CLAIM, *_DRAFT, *_DIALOG)
"""The table, in the order of help and README."""


def commands_of(*places: Place) -> tuple[Command, ...]:
    """Commands declared for these places, in the order of the table."""
    return tuple(command for command in COMMANDS if command.place in places)


def bindings(*places: Place) -> list[Binding]:
    """Key bindings for a widget or screen that is these places."""
    return [command.binding for command in commands_of(*places) if command.key]


def around(place: Place) -> tuple[Place, ...]:
    """The place and those around it, inside out."""
    chain = [place]
    while (outer := INSIDE.get(chain[-1])) is not None:
        chain.append(outer)
    return tuple(chain)
