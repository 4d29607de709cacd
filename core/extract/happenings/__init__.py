"""Clauses that tell what happened, was said or is planned: their triggers, times and places."""
