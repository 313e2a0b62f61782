"""Who works on the desk."""

import sqlalchemy as sa

from db.tables import Person as PersonTable
from db.vocabulary import Role
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import kept_short
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import NotOnDesk
from factcheck.model import Change, Person


class People(Noun):
    """The verbs about people."""

    def everyone(self) -> tuple[Person, ...]:
        """Everybody who has acted on the desk or was given work on it, by name."""
        with self._read() as connection:
            rows = connection.execute(sa.select(PersonTable.__table__).order_by(PersonTable.name)).mappings()
            return tuple(Person(**row) for row in rows)

    def set(
        self, name: str, *, role: Role | None = None, initials: str | None = None, op: str | None = None
    ) -> Change:
        """Say what a person does on the desk, or how their initials are written.

        Raises:
            NotOnDesk: nobody has this name.
        """

        def act(ledger: Ledger) -> Deed:
            query = sa.select(PersonTable.id, PersonTable.name).where(PersonTable.name == name)
            row = ledger.connection.execute(query).first()
            if row is None:
                raise NotOnDesk(f"Nobody on the desk is called “{name}”.")
            values = {"role": role, "initials": initials and kept_short(initials, "initials")[:8]}
            given = {key: value for key, value in values.items() if value}
            ledger.update(PersonTable, row.id, given)
            return Deed(f"“{name}”: {', '.join(given.values()) or 'nothing was changed'}")

        return self._act("set_person", act, op)
