"""A rate in words: what every wing writes behind a number that is per something."""

from __future__ import annotations


def per_in_words(per: str | None) -> str:
    """ " per day", " per barrel", " per person per day", " each", with the space before it; empty for no rate."""
    if not per:
        return ""
    return " each" if per == "each" else f" per {per.replace(' / ', ' per ').replace(' ** ', '^').replace('_', ' ')}"
