"""What was said before the command: which database, which person, which settings; and the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.desk import Desk


@dataclass
class Setup:
    """The global options."""

    database: str | None = None
    """Path or URL; the platform's place for data when None."""
    person: str = ""
    config_path: Path | None = None
    debug: bool = False

    @cached_property
    def config(self) -> "Config":
        """The settings.

        Raises:
            BadInput: the configuration file holds a mistake.
        """
        from factcheck.config import load_config

        return load_config(self.config_path)

    def check_screen(self) -> None:
        """Refuse what the settings say of the screen where it cannot be.

        Raises:
            BadInput: they name an unknown theme, command or key.
        """
        if self.config.theme or self.config.keys:
            from factcheck.tui.frame.settings import screen_settings  # brings Textual: 200 ms

            screen_settings(self.config)

    @contextmanager
    def desk(self) -> Iterator["Desk"]:
        """The desk, opened for one command.

        Raises:
            FactcheckError: the database or the configuration file cannot be used.
        """
        config = self.config
        from factcheck.desk import Desk  # brings SQLAlchemy: 220 ms

        with Desk.open(
            self.database, person=self.person or config.person, rules=config.house_rules()
        ) as desk:
            yield desk


pass_setup = click.make_pass_decorator(Setup, ensure=True)
"""Gives a command the global options."""
