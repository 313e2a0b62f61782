"""People, text being typed, backups and the doctor."""
