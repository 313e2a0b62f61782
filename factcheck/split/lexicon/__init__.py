"""Word lists that the splitter reads: data, no rules."""
