"""What goes wrong in the store, in the words of `factcheck.errors`."""

from collections.abc import Iterator
from contextlib import contextmanager

from db import faults
from factcheck.errors import BadInput, Damaged, MissingExtra, NotOurs, StoreFault, TooNew

_KNOWN: tuple[tuple[type[faults.StoreError], type[StoreFault | BadInput]], ...] = (
    (faults.AddressError, BadInput),
    (faults.MissingDriverError, MissingExtra),
    (faults.NotOursError, NotOurs),
    (faults.TooNewError, TooNew),
    (faults.DamagedError, Damaged),
    (faults.StoreError, StoreFault),
)


@contextmanager
def translated() -> Iterator[None]:
    """Turn faults of the store into the errors that people see.

    Raises:
        StoreFault: the database cannot do what the block asked.
        BadInput: what was given as a database is none.
    """
    try:
        yield
    except faults.StoreError as fault:
        for kind, error in _KNOWN:
            if isinstance(fault, kind):
                raise error(str(fault)) from fault
        raise
