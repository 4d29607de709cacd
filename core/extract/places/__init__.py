"""Parts of toponym extraction: finding names in text, resolving them, saying what they stand for.

No part needs spaCy: they read the text and the entities as ``(start, end, label)``.
"""
