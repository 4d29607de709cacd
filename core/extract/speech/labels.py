"""Lines that begin with a speaker's name and a colon: headlines, interviews, transcripts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from core.extract.speech.quoted import Draft
from core.extract.speech.syntax import Parse
from core.records import Entity

_LABEL = re.compile(r"^[^\S\n]*[\"“]?((?:[A-Z][\w.’'-]*[^\S\n]){0,4}[A-Z][\w.’'-]*)(?:[^\S\n]\([^)\n]{1,20}\))?:[^\S\n]*(?=\S)(.+)$", re.M)
SPEAKERS = frozenset(("PERSON", "ORG", "ARMED_GROUP", "MILITARY_UNIT"))
TURNS = 2
"""Lines with a label that make it a speaker's, where no name of the article tells."""


def _labels(text: str) -> Iterator[re.Match[str]]:
    """The lines with a label: only those with a colon are looked at."""
    colon = text.find(":")
    while colon >= 0:
        found = _LABEL.match(text, text.rfind("\n", 0, colon) + 1)
        if found is not None:
            yield found
        end = text.find("\n", colon)
        colon = text.find(":", end) if end >= 0 else -1


def labelled(parse: Parse, entities: tuple[Entity, ...]) -> Iterator[Draft]:
    """What stands after a speaker's name and a colon, to the end of the line.

    The name must be one of the article's actors or their last name, in any case, or be the
    label of several lines.
    """
    lines = [(m, m.group(1)) for m in _labels(parse.text)]
    if not lines:
        return
    known = {word for e in entities if e.label in SPEAKERS for word in (e.text.casefold(), e.text.split()[-1].casefold())}
    turns = Counter(label for _, label in lines)
    for match, label in lines:
        if label.casefold() in known or label.split()[-1].casefold() in known or (turns[label] >= TURNS and label.isupper()):
            start, end = (bisect_left(parse.starts, match.start(1)), bisect_left(parse.starts, match.end(1)))
            if start < end < parse.n:
                yield Draft((end, end + 1), [match.span(2)], (start, end), "label")
