"""The shapes artefact and what it is built from; see ``SOURCES.md``."""
