"""An article’s text cut into claims: sentences, quotations, speakers, clauses, check points, priority."""

from factcheck.split.splitter import split, split_text

__all__ = ["split", "split_text"]
