"""All that is PostgreSQL's alone: the driver, the write lock and the append-only triggers."""

LOCK = int.from_bytes(b"FACT", "big")
"""Number of the advisory lock that every write transaction takes."""

_REFUSAL = """
CREATE OR REPLACE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the history is append-only'; END $$
"""

_NEVER_CHANGES = """
CREATE OR REPLACE TRIGGER event_never_changes BEFORE UPDATE OR DELETE ON event
FOR EACH ROW EXECUTE FUNCTION history_is_append_only()
"""

_NEVER_GOES = """
CREATE OR REPLACE TRIGGER event_never_goes BEFORE TRUNCATE ON event
FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only()
"""

APPEND_ONLY = (_REFUSAL, _NEVER_CHANGES, _NEVER_GOES)
"""Statements that make the table event append-only, where it is not already."""

LOCK_NOT_AVAILABLE = "55P03"
"""The server's code for a lock that could not be had in time."""

DISK_FULL = "53100"
READ_ONLY = "25006"
"""A transaction that may not write: a standby, or a database that was set so."""
RAISED = "P0001"
"""A rule of the database said no."""
