"""Commands that write sheets and take returned ones."""
