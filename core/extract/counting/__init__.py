"""How many: numbers in text, their bounds and units, and what they count."""
