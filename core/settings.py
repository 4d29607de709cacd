"""Every setting once, with its help. Values come from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """An environment variable that changes how Dateline runs."""

    name: str
    default: str
    help: str

    def get(self) -> str:
        """The value in force."""
        return os.environ.get(self.name, self.default)


MODEL = Setting("DATELINE_MODEL", "", "Name of an installed spaCy model. Empty: the first one found of en_core_web_sm and its registry build.")
WORKSPACE = Setting("DATELINE_WORKSPACE", ".dateline", "Folder that holds the workspace: records, the desk and the cache.")
SPEECH = Setting("DATELINE_SPEECH", "scorer", "How attributions are found: scorer (learned weights, see core/extract/data/SOURCES.md) or rules (grammar alone).")
GEOCODER = Setting("DATELINE_GEOCODER", "", "A geopy geocoder to ask instead of the built-in gazetteer, with its options: nominatim user_agent=NAME. Empty: none, nothing goes online.")
FETCH = Setting("DATELINE_FETCH", "0", "1: the library page has a field for addresses to fetch articles from. 0: it has none, and nothing leaves the machine. local: as 1, and addresses of this machine and its network can be fetched too, here and by the commands.")

SETTINGS: tuple[Setting, ...] = (MODEL, WORKSPACE, SPEECH, GEOCODER, FETCH)
