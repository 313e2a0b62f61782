"""Commands on sources and what cites them."""
