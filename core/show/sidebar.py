"""The sidebar's filters, shared by every page."""

from __future__ import annotations


def draw() -> None:
    """Draw the filters."""
