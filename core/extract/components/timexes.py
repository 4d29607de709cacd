"""Find temporal expressions and normalise them to TIMEX3 (ISO-TimeML).

The grammar and the calendar stand in ``core.extract.time``; this file gives them the
article's date and the tense of the clause, which only the parsed Doc knows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.columns import Columns, code, codes, columns_of
from core.extract.component import article_of, register, text_of
from core.extract.normalize.dates import parse_date
from core.extract.time import recognize
from core.extract.time.anchor import Tense, TenseAt
from core.extract.time.between import recognize_between
from core.extract.time.recognize import Found
from core.records import Article, Timex, record_id

_FUTURE = codes(("will", "wo", "shall", "'ll", "’ll", "would", "'d", "may", "might", "can", "should", "must"))
_UNTIL = codes(("until", "till", "through", "effective"))
"""What follows lies ahead; in lower case, since "Until Friday, they had ..." looks back."""
_PLANNED = codes(("scheduled", "expected", "planned", "due", "set", "slated", "payable"))
_HAVE, _BY, _TO = codes(("have", "has", "'ve")), code("by"), code("to")
_VB, _VBD, _VBN, _PRESENT = code("VB"), code("VBD"), code("VBN"), codes(("VBZ", "VBP"))
_VERBS = codes(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_HELPING, _NO_ADVERBS, _COMPLEMENTS, _ADVCL = codes(("aux", "auxpass")), codes(("poss", "compound")), codes(("xcomp", "ccomp")), code("advcl")
MAX_CLIMB = 12


def find_timexes(doc: Doc) -> Iterator[Timex]:
    """Yield the temporal expressions of a Doc, anchored to its article's publication."""
    for found in _found(doc, article_of(doc)):
        r = found.resolved
        yield Timex(
            id=record_id("timex", found.start, found.end),
            start_char=found.start,
            end_char=found.end,
            text="",
            rule=f"timex:{found.rule}",
            type=r.type,
            value=r.value,
            mod=r.mod,
            interval_begin=r.begin,
            interval_end=r.end,
            precision=r.precision,
        )


def _found(doc: Doc, article: Article) -> Iterator[Found]:
    """Expressions anchored to the day of publication, else to the interval that it is known to lie in."""
    text, tense_at = text_of(doc), tense_reader(doc)
    earliest, latest = parse_date(article.published_earliest), parse_date(article.published_latest)
    if article.published is None and earliest and latest:
        return recognize_between(text, earliest, latest, tense_at)
    return recognize(text, parse_date(article.published), tense_at=tense_at)


def tense_reader(doc: Doc) -> TenseAt:
    """A function from an offset to the tense of the clause that holds it."""

    def tense_at(offset: int) -> Tense | None:
        columns = columns_of(doc)
        first = bisect_right(columns.start, offset) - 1
        if first < 0 or offset >= columns.end[first]:
            return None
        before = columns.orth[first - 1] if first else 0
        if before in _UNTIL:
            return "future"
        tense = tense_of(columns, first)
        return "future" if before == _BY and tense == "present" else tense

    return tense_at


def tense_of(columns: Columns, token: int) -> Tense | None:
    """Tense of the nearest verb above a token, by its tag and its auxiliaries' (PTB)."""
    for _ in range(MAX_CLIMB):
        if columns.tag[token] in _VERBS:
            tense = _verb_tense(columns, token)
            if tense is not None:
                return tense
        # "Wednesday's ruling" is no adverb of the verb above: the ruling has a time of its own.
        if columns.dep[token] in _NO_ADVERBS or columns.head[token] == token:
            return None
        token = columns.head[token]
    return None


def _verb_tense(columns: Columns, verb: int) -> Tense | None:
    helpers = [k for k in columns.children[verb] if columns.dep[k] in _HELPING]
    said, tags = {columns.lower[h] for h in helpers}, {columns.tag[h] for h in helpers}
    tag = columns.tag[verb]
    if not said.isdisjoint(_FUTURE) or columns.lower[verb] in _PLANNED:
        return "future"
    if tag == _VBD or _VBD in tags or not said.isdisjoint(_HAVE):
        return "past"
    if tag == _VBN:
        # "Is heard in May" tells no past, and of "getting beaten in the spring" the verb above tells.
        if not tags.isdisjoint(_PRESENT):
            return "present"
        return None if columns.dep[verb] in _COMPLEMENTS else "past"
    if tag == _VB:
        # "Plans to leave on Friday", but not "met to mark Friday's entry".
        return "future" if columns.dep[verb] != _ADVCL and _TO in said else None
    return "present" if tag in _PRESENT or not tags.isdisjoint(_PRESENT) else None


register("news_timexes", "timexes", Timex, find_timexes)
