"""Actors: names of one person or organisation, brought together within an article."""
