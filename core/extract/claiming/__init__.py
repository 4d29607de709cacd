"""From a quantity to a claim: what it counts, whether it happened, when, where and who says so."""
