"""Dateline: where, when, how many, and says who, from conflict reporting."""

__version__ = "0.1.0"
