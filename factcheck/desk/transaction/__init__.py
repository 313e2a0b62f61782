"""What every verb stands on: transaction, ledger, event, lookup."""
