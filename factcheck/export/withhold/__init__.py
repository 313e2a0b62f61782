"""What people must not be known by: their names and contacts, found in running text in any spelling."""
