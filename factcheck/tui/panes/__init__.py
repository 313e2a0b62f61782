"""The panes of a screen: queue, draft, card, header and footer."""
