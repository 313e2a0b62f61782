"""An article’s text cut into claims: sentences, quotations, speakers, clauses, check points, priority."""
