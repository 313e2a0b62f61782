"""The migrations: how an older database comes to the present schema."""
