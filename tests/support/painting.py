"""Screens painted when a test looks at them: to paint every frame for nobody took a third of the time."""

from weakref import WeakSet

import pytest
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

_painted: "WeakSet[Screen[object]]" = WeakSet()


def paint(app: App[None], *, behind: bool = True) -> None:
    """Paint the screen in front whole, over what lies *behind* it, as a terminal would be given it."""
    screen = app.screen
    # A screen keeps what it covers as its own background, and that may look otherwise by now.
    screen._layout_cache.clear()
    screen._set_dirty()
    screen._compositor.render_update(full=True, screen_stack=app._background_screens if behind else [])
    _painted.add(screen)


def painted(app: App[None]) -> list[Strip]:
    """The lines of the screen in front as they are now."""
    paint(app)
    return app.screen._compositor.render_strips()


def paint_once(app: App[None]) -> None:
    """Paint a screen that has come to the front and is not painted yet: every dialog is, in every test."""
    if app.screen not in _painted:
        paint(app, behind=False)


def paint_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let frames pass unpainted; layout, styles and the place of the mouse are kept as ever."""
    refresh = Screen._compositor_refresh

    def pass_over(screen: Screen[object]) -> None:
        if screen is not screen.app.screen or screen.app.is_inline:
            refresh(screen)
            return
        screen._dirty_widgets.clear()
        screen.app._update_mouse_over(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", pass_over)
