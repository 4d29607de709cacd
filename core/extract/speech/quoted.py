"""Give every quotation its statement: the one that it belongs to, or one of its own.

A quotation is tied, in this order, to a clause that it overlaps, to a cue that stands
beside it, to the words that introduce it with a colon, to a name after a dash, and else
to the speaker of what stands before it (O'Keefe et al., "A sequence labelling approach to
quote attribution", EMNLP 2012, has the same order for news).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from core.extract.speech.clauses import SUBJECTS, VERB_TAGS, Range, subject
from core.extract.speech.kinds import SAY
from core.extract.speech.quotes import Quotation
from core.extract.speech.syntax import Parse
from core.records import Span


@dataclass
class Draft:
    """An attribution in the making; content in characters, the rest in tokens."""

    cue: Range
    content: list[Span]
    source: Range | None
    rule: str
    quotes: list[Quotation] = field(default_factory=list)

    def take(self, q: Quotation) -> None:
        """Make a quotation part of what is said."""
        self.content = union([*self.content, (q.start, q.end)])
        self.quotes.append(q)


def is_speech(text: str, q: Quotation) -> bool:
    """A quotation of several words; single words in marks are names or scorn."""
    return text.count(" ", q.start, q.end) >= 1


def union(spans: list[Span]) -> list[Span]:
    """Spans joined where they overlap."""
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def add_quotations(parse: Parse, drafts: list[Draft], quotes: list[Quotation]) -> list[Draft]:
    """Stretch the drafts over their quotations and add drafts for the others, in text order."""
    signed = [d for q in quotes for d in _signed(parse, q)]
    drafts = _outside(parse, drafts, [q for d in signed for q in d.quotes])
    drafts += signed
    taken = _grow(parse, drafts, quotes)
    used = {d.cue[0] for d in drafts}
    for q in quotes:
        if q not in taken:
            drafts += _own(parse, q, used)
    drafts.sort(key=lambda d: d.cue)
    _carry_on(parse, quotes, drafts)
    return _outside(parse, drafts, [q for d in drafts for q in d.quotes])


def _outside(parse: Parse, drafts: list[Draft], quotes: list[Quotation]) -> list[Draft]:
    """Drafts whose cue is in none of the quotations: what a speaker says of others is his content."""
    quotes = sorted(quotes, key=lambda q: q.start)
    firsts = [q.start for q in quotes]
    kept = []
    for draft in drafts:
        cue = parse.starts[draft.cue[0]]
        at = bisect_right(firsts, cue) - 1
        if at < 0 or quotes[at].end <= cue or quotes[at] in draft.quotes:
            kept.append(draft)
    return kept


def _grow(parse: Parse, drafts: list[Draft], quotes: list[Quotation]) -> set[Quotation]:
    """Stretch contents over the quotations that they cut; say which were taken."""
    taken: set[Quotation] = set()
    ends = [q.end for q in quotes]
    for draft in drafts:
        last = max(b for _, b in draft.content)
        cue = parse.starts[draft.cue[0]]
        for q in quotes[bisect_right(ends, min(a for a, _ in draft.content)) :]:
            if q.start >= last:
                break
            if any(a < q.end and q.start < b for a, b in draft.content) and not q.start < cue < q.end:
                draft.take(q)
                taken.add(q)
    return taken


def _own(parse: Parse, q: Quotation, used: set[int]) -> Iterator[Draft]:
    """A statement of its own for a quotation that no clause has."""
    find: tuple[tuple[str, Callable[[Parse, Quotation], int | None]], ...] = (
        ("quotation", _cue_beside), ("introduced_quotation", _introduced),
    )  # fmt: skip
    for rule, look in find:
        cue = look(parse, q)
        if cue is not None and cue not in used:
            used.add(cue)
            yield Draft((cue, cue + 1), [(q.start, q.end)], subject(parse, cue), rule, [q])
            return


REACH = 12
"""Tokens between a quotation and its cue."""


def _cue_beside(parse: Parse, q: Quotation) -> int | None:
    text, starts = parse.text, parse.starts
    after, before = bisect_left(starts, q.end), bisect_left(starts, q.start) - 1
    steps: list[int] = [*range(after, min(after + REACH, parse.n)), *range(before, max(before - REACH, -1), -1)]
    for i in steps:
        if parse.lower[i] in SAY and parse.tag[i] in VERB_TAGS:
            between = text[q.end : starts[i]] if i >= after else text[starts[i] : q.start]
            if not any(mark in between for mark in '\n."”'):
                return i
    return None


LEAD = 40
"""Tokens of a sentence that introduces a quotation."""


def _introduced(parse: Parse, q: Quotation) -> int | None:
    """The verb of "The ministry said in a statement:", with the quotation after it.

    Before a colon any verb with a subject of its own will do ("he boomed:"); before a full
    stop only one of saying ("Lima said in a statement. ...").
    """
    mark = parse.text[max(0, q.start - 8) : q.start].rstrip()[-1:]
    if mark not in (":", "."):
        return None
    last = bisect_left(parse.starts, q.start) - 1
    for i in range(last, max(last - LEAD, -1), -1):
        if mark == "." and "\n" in parse.text[parse.starts[i] : q.start]:
            return None
        if parse.tag[i] in VERB_TAGS and (parse.lower[i] in SAY or (mark == ":" and parse.child(i, SUBJECTS) is not None)):
            return i if "\n" not in parse.text[parse.starts[i] : q.start].rstrip() else None
    return None


_SIGNATURE = re.compile(r"[^\S\n]*[―—–-]{1,2}[^\S\n]*((?:[^\W\d_][\w.'’-]*[^\S\n]?){1,6})[.,]?[^\S\n]*(?=\n|$)")


def _signed(parse: Parse, q: Quotation) -> Iterator[Draft]:
    """The quotation with the name after a dash that ends its line: "... ." — Ana Lima."""
    match = _SIGNATURE.match(parse.text, q.end)
    if match is None or not match.group(1)[:1].isupper():
        return
    start, end = bisect_left(parse.starts, match.start(1)), bisect_left(parse.starts, match.end(1))
    if 0 < start < end:
        yield Draft((start - 1, start), [(q.start, q.end)], (start, end), "signed_quotation", [q])


def _carry_on(parse: Parse, quotes: list[Quotation], drafts: list[Draft]) -> None:
    """Give a quotation without a cue to the speaker of what stands before it."""
    owner = {q: d for d in drafts for q in d.quotes}
    cues = [parse.starts[d.cue[0]] for d in drafts]
    for before, q in pairwise([Quotation(0, 0), *quotes]):
        if q in owner:
            continue
        draft = _same_paragraph(parse, q, drafts, cues) or (owner.get(before) if _goes_on(parse.text, before, q) else None)
        if draft is not None:
            draft.take(q)
            owner[q] = draft


def _same_paragraph(parse: Parse, q: Quotation, drafts: list[Draft], cues: list[int]) -> Draft | None:
    """The last statement in words of saying before a quotation that starts a sentence."""
    text = parse.text
    start = text.rfind("\n", 0, q.start) + 1
    if text[start : q.start].rstrip()[-1:] not in _SENTENCE_ENDS:
        return None
    for at in range(bisect_left(cues, q.start) - 1, -1, -1):
        draft = drafts[at]
        if cues[at] < start:
            return None
        if draft.source is not None and (parse.lower[draft.cue[0]] in SAY or draft.quotes):
            return draft
    return None


_SENTENCE_ENDS = frozenset(".!?\"”’'")


def _goes_on(text: str, before: Quotation, q: Quotation) -> bool:
    """Whether a quotation fills a paragraph that follows one with a quotation."""
    between = text[before.end : q.start]
    if before.runs_on:
        return not between.strip()
    alone = text[q.start - 1 : q.start] in ("\n", "") and text[q.end : q.end + 1] in ("\n", "")
    return alone and between.count("\n\n") <= 1 and len(between) < 120
