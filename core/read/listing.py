"""Which names of a folder or an archive are those of articles, where no person named them one by one."""

from __future__ import annotations

import logging
from pathlib import PurePath

log = logging.getLogger(__name__)

ABOUT = frozenset({"readme", "license", "licence", "copying", "changelog", "contributing"})
"""Stems of the names of files that tell of the folder that they lie in."""


def hidden(name: str) -> bool:
    """Whether a file or folder is there for programs: hidden, the lock of a document that is open, what macOS packs beside a file."""
    return name.startswith((".", "~$", "__MACOSX"))


def is_about(path: PurePath) -> bool:
    """Whether a file tells of its folder and is no article, such as README.md. That it is passed over is said."""
    about = path.stem.casefold() in ABOUT
    if about:
        log.warning("%s: passed over as it tells of its folder; to read it, name the file itself", path)
    return about
