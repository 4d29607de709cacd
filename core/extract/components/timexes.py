"""Find temporal expressions and normalise them to TIMEX3 (ISO-TimeML).

The grammar and the calendar stand in ``core.extract.time``; this file gives them the
article's date and the tense of the clause, which only the parsed Doc knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from core.extract.component import article_of, register, text_of
from core.extract.lang.en.claims import SAID
from core.extract.lang.en.time import DAY_PARTS
from core.extract.normalize.dates import parse_date
from core.extract.time import recognize
from core.extract.time.anchor import Tense, TenseAt
from core.extract.time.between import recognize_between
from core.extract.time.recognize import Found
from core.records import Article, Timex, record_id

_FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll", "would", "'d", "may", "might", "can", "should", "must"})
_UNTIL = frozenset({"until", "till", "through", "effective"})
"""What follows lies ahead; in lower case, since "Until Friday, they had ..." looks back."""
_PLANNED = frozenset({"scheduled", "expected", "planned", "due", "set", "slated", "payable"})
_AHEAD = frozenset({"due", "likely", "bound", "ready", "able", "unlikely"})
"""Adjectives of what lies ahead: "is due in the spring"."""
_MEET = frozenset("meets meet opens open begins begin starts start resumes resume expires expire lapses votes vote reopens reopen reconvenes".split())
"""Presents of what is on a calendar: "the council meets on Thursday"."""
_IS = frozenset({"is", "are", "'s", "'re", "’s", "’re"})
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
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        if span is None or len(span) == 0:
            return None
        first = span[0]
        before = doc[first.i - 1].text if first.i else ""
        if before in _UNTIL:
            return "future"
        if _tells_when_said(first):
            return "past"
        tense = tense_of(first)
        return "future" if before == "by" and tense == "present" else tense

    return tense_at


def _tells_when_said(first: Token) -> bool:
    """Whether a time right behind a verb that reports is of the report: "said on Monday it would open", "said Monday talks will resume".

    Parsers hang such a time on what is said; before it stands no subject of that clause.
    """
    doc, i = first.doc, first.i - 1
    if i > 0 and doc[i].lower_ == "on":
        i -= 1
    return i >= 0 and doc[i].tag_ == "VBD" and doc[i].lower_ in SAID and first.dep_ not in ("poss", "compound")


def tense_of(token: Token) -> Tense | None:
    """Tense of the nearest verb above a token, by its tag and its auxiliaries' (PTB)."""
    for _ in range(MAX_CLIMB):
        if token.tag_.startswith("VB"):
            tense = _verb_tense(token)
            if tense is not None:
                return tense
        if token.lower_ in _AHEAD and token.tag_ == "JJ":
            return "future"
        # "Wednesday's ruling" is no adverb of the verb above: the ruling has a time of its own.
        if token.dep_ == "poss" or (token.dep_ == "compound" and token.head.lower_ not in DAY_PARTS) or token.head == token:
            return None
        token = token.head
    return None


def _verb_tense(verb: Token) -> Tense | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(h.lower_ in _FUTURE for h in helpers):
        return "future"
    if verb.lower_ in _PLANNED:
        return "future"
    if verb.tag_ == "VBD" or any(h.tag_ == "VBD" for h in helpers) or any(h.lower_ in ("have", "has", "'ve") for h in helpers):
        return "past"
    if verb.tag_ == "VBN" and verb.head.lower_ in _IS and any(h.tag_ == "TO" for h in helpers):
        return "future"  # "is to be heard on Friday"
    if verb.tag_ == "VBN":
        # "Is heard in May" tells no past, and of "getting beaten in the spring" the verb above tells.
        if any(h.tag_ in ("VBZ", "VBP") for h in helpers):
            return "present"
        return None if verb.dep_ in ("xcomp", "ccomp") else "past"
    if verb.tag_ == "VB":
        if verb.head.lower_ in _AHEAD and any(c.lower_ == "had" for c in verb.head.head.children):
            return "past"  # "had been due to expire Friday"
        # "plans to leave on Friday", but not "met to mark Friday's entry".
        return "future" if verb.dep_ != "advcl" and any(h.lower_ == "to" for h in helpers) else None
    if verb.tag_ in ("VBZ", "VBP") and not helpers and verb.lower_ in _MEET:
        return "future"
    if verb.tag_ in ("VBZ", "VBP") or any(h.tag_ in ("VBZ", "VBP") for h in helpers):
        return "present"
    return None


register("news_timexes", "timexes", Timex, find_timexes)
