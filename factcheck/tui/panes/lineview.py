"""What panes drawn line by line share: styles looked up once, their width, scrolling without a new layout."""

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.tui.words.glyphs import ink


class LineView(ScrollView, can_focus=True):
    """A scroll view of lines of text; a key repaints its lines and lays nothing out again."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineView {
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; overflow-x: hidden;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the word that Textual has for it
        super().__init__(id=id)
        self.base = Style()
        """The style under all others, as of the last time that lines were drawn."""
        self.cells = 1
        """Cells beside the scrollbar, likewise."""
        self._inks: dict[str, Style] = {}

    def measure(self) -> int:
        """Cells beside the scrollbar, as they are now."""
        self.cells = max(1, self.scrollable_content_region.width)
        return self.cells

    def set_height(self, lines: int) -> None:
        """Say how many lines there are.

        Textual lays the whole screen out again for a new size of what is scrolled; where the scrollbar
        neither comes nor goes, telling the scrollbar is enough.
        """
        size = Size(self.cells, lines)
        shown = self.show_vertical_scrollbar
        if size == self.virtual_size:
            return
        if self.size.height and shown == (lines > self.size.height):
            self.set_reactive(LineView.virtual_size, size)
            if shown:
                self.vertical_scrollbar.window_virtual_size = lines
            self.scroll_to(y=min(self.scroll_offset.y, self.max_scroll_y), animate=False, force=True)
            self.refresh()
        else:
            self.virtual_size = size

    def ink(self, look: str) -> Style:
        """Return a component's or a finding's style to lay over another, looked up once a theme."""
        if look not in self._inks:
            self._inks[look] = ink(self, look)
        return self._inks[look]

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: forget the styles."""
        super().notify_style_update()
        self._inks.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view; what they share is looked up once."""
        self.base = self.rich_style
        self.measure()
        return super().render_lines(crop)
