"""Sayings that open with "that": "The ministry reported, citing two officials, that the bridge had fallen."

A verb of saying, what may stand between, and "that" as the tagger reads it before a clause:
all that follows in the sentence is said, whatever tree the parser made of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from core.extract.columns import Ints, code, codes
from core.extract.speech.clauses import ADVCL, subject
from core.extract.speech.kinds import ADDRESSING, CITING, SAY, SAYS
from core.extract.speech.quoted import Draft
from core.extract.speech.syntax import Parse

RULE = "announced"
FINITE = codes(("VBD", "VBZ", "VBP"))
COMPLEMENTIZER, THAT, TO, COMMA = code("IN"), code("that"), code("to"), code(",")
ENDS = codes((".", "!", "?", "…", ";", ":"))
WHEN = codes("on late early earlier last this week month year today yesterday night afternoon morning also in an a the".split())
MESSAGE = codes("statement interview report letter post briefing message address speech".split())
DATES = codes(("DATE", "TIME"))
MAX_BETWEEN, MAX_CONTENT = 10, 120
"""Tokens."""
NEAR = 20
"""Drafts that begin before a cue and are looked at: bounds the time."""


def with_announced(parse: Parse, drafts: list[Draft], quote: Ints) -> list[Draft]:
    """The drafts and those of sayings whose verb is no cue yet and has "that" after it.

    What stands inside another's content belongs to that, unless its cue stands in turn in what
    is announced: the parser crossed the two, and the surface is right. ``quote`` has for every
    token the number of the quotation around it, 0 outside.
    """
    found = list(_announced(parse, {i for d in drafts for i in range(*d.cue)}, quote))
    if not found:
        return drafts
    kept: list[Draft] = []
    crossed: set[int] = set()
    drafts = sorted(drafts, key=lambda d: d.content[0][0])
    firsts = [d.content[0][0] for d in drafts]
    for new in found:
        cue = parse.starts[new.cue[0]]
        at = bisect_right(firsts, cue)
        around = [d for d in drafts[max(0, at - NEAR) : at] if any(a <= cue < b for a, b in d.content)]
        wrong = [d for d in around if _crossed(parse.starts[d.cue[0]], d, new)]
        if len(wrong) == len(around):
            kept.append(new)
            crossed.update(map(id, wrong))
    return [*kept, *(d for d in drafts if id(d) not in crossed)]


def _crossed(cue: int, draft: Draft, new: Draft) -> bool:
    """Whether the cue of a draft stands in what is announced, with more of its content after it."""
    return draft.content[-1][1] > cue and any(a <= cue < b for a, b in new.content)


def _announced(parse: Parse, cues: set[int], quote: Ints) -> Iterator[Draft]:
    for i in parse.of_kind(SAYS):
        opens = parse.dep[i] == ADVCL and parse.head[i] > i  # "When he said that ..., they left."
        if i not in cues and parse.tag[i] in FINITE and not quote[i] and not opens:
            that = _that_after(parse, i)
            source = subject(parse, i) if that is not None else None
            if that is not None and source is not None and source[1] <= i:
                yield Draft((i, i + 1), [parse.chars((that, _end(parse, that)))], source, RULE)


def _that_after(parse: Parse, i: int) -> int | None:
    """The "that" after a verb, a day, a message, whom it cites, or whom it was told."""
    cites = i + 2 < parse.n and parse.lower[i + 1] == COMMA and parse.lower[i + 2] in CITING
    told = cites or parse.lower[i] in ADDRESSING or (i + 1 < parse.n and parse.lower[i + 1] == TO)
    for j in range(i + 1, min(i + MAX_BETWEEN, parse.n)):
        if parse.lower[j] == THAT and parse.tag[j] == COMPLEMENTIZER:
            return j
        form = parse.lower[j]
        when = form in WHEN or form in MESSAGE or parse.entity[j] in DATES
        if form in ENDS or form in SAY or parse.tag[j] in FINITE or not (told or when):
            return None
    return None


def _end(parse: Parse, start: int) -> int:
    """The end of the sentence, or the next closing of a paragraph."""
    for j in range(start, min(start + MAX_CONTENT, parse.n)):
        if parse.lower[j] in ENDS or "\n" in parse.words((j, j + 1)):
            return j
    return min(start + MAX_CONTENT, parse.n)
