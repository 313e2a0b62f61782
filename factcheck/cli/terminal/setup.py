"""What was said before the command: which database, which person, which settings; and the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.errors import Damaged

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
    _has_opened: bool = field(default=False, init=False)
    """Whether the command has opened the desk."""

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
            self._has_opened = True
            yield desk

    def tell_damage(self, fault: Exception) -> None:
        """Say that the desk is damaged, where that is what a command stumbled over.

        Raises:
            Damaged: what the desk holds is not what was saved.
        """
        if self.debug or not self._has_opened:
            return
        with self.desk() as desk:
            if damage := desk.maintenance.damage_behind(fault):
                raise Damaged(
                    f"{desk.location} is damaged: {damage.rstrip('.')}; run `factcheck doctor` to see all, "
                    "and bring back a backup"
                ) from fault


pass_setup = click.make_pass_decorator(Setup, ensure=True)
"""Gives a command the global options."""
