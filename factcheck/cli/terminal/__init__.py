"""What every command needs: arguments, the desk's set-up, tables and streams."""
