"""Who says what: quotations, the clauses that cues govern, sources, and who they are."""
