"""Recognise and normalise the temporal expressions of a text. Knows no spaCy."""

from core.extract.time.recognize import Found, recognize

__all__ = ["Found", "recognize"]
