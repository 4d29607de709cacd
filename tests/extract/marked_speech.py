"""Read the articles of ``marked_speech.txt``: their text and the attributions marked in it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_suffix(".txt")
_MARK = re.compile(r"([\[<{])(\d+) |(?:\|([^|}]*))?([\]>}])")
_FIELD = {"[": "content", "<": "cue", "{": "source"}


def read_articles() -> list[tuple[str, list[dict[str, Any]]]]:
    """Each article's text without the marks, and its gold attributions with their speakers."""
    body = FILE.read_text(encoding="utf-8").split("\n", 1)[1]
    return [read_marks(block.strip()) for block in body.split("\n---\n")]


def read_marks(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """Take the marks out of a text and give what they say, in offsets of the text that is left."""
    text, at = "", 0
    gold: dict[str, dict[str, Any]] = defaultdict(lambda: {"content": [], "cue": [], "source": [], "speaker": None})
    opened: list[tuple[str, str, int]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group(1):
            opened.append((_FIELD[match.group(1)], match.group(2), len(text)))
        else:
            field, number, start = opened.pop()
            gold[number][field].append((start, len(text)))
            gold[number]["speaker"] = match.group(3) or gold[number]["speaker"]
    return text + marked[at:], list(gold.values())
