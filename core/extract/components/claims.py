"""Find numeric claims: what the article says that was counted, by whom, when and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from core.extract.claiming.category import category_of
from core.extract.claiming.saying import Said, Speakers, source_text
from core.extract.claiming.sentence import sentence_of
from core.extract.claiming.status import status_of
from core.extract.claiming.window import window_of
from core.extract.component import article_of, records_of, register, text_of
from core.extract.counting.counted import Counted, counted_noun
from core.extract.lang.en import claims as en
from core.extract.lang.en.units import TIME_UNITS
from core.extract.speech.chains import chain
from core.records import Attribution, Claim, Quantity, Timex, Toponym, record_id

_NEAR = 250
"""Characters within which a bare number may go on with what the number before it counted."""


_CLOSE = 50
"""The same, for a number that is only set beside it."""


_STATES = frozenset(("personnel", "equipment", "territory", "other"))
"""Categories in which "one of the ..." singles out and does not count."""


class _Article:
    """What the extractors before left on the Doc, looked up by place in the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.starts: list[int] = doc.to_array(["IDX"]).tolist()
        self.timexes: Sequence[Timex] = records_of(doc, "timexes", Timex)
        self.toponyms: Sequence[Toponym] = [t for t in records_of(doc, "toponyms", Toponym) if t.role in ("location", "demonym")]
        attributions = records_of(doc, "attributions", Attribution)
        self.said = Said(attributions)
        self.speakers = Speakers(attributions)
        self.published: str | None = article_of(doc).published

    def token(self, char: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.starts, char) - 1, 0)


def find_claims(doc: Doc) -> Iterator[Claim]:
    """Yield the numeric claims of a Doc in text order."""
    quantities: Sequence[Quantity] = records_of(doc, "quantities", Quantity)
    if not quantities:
        return
    article = _Article(doc)
    before: Claim | None = None
    for q in quantities:
        if q.unit in TIME_UNITS or (q.value is None and q.low is None and q.high is None):
            continue
        claim = _claim(article, q, before)
        if claim is not None:
            before = claim
            yield claim


def _claim(article: _Article, q: Quantity, before: Claim | None) -> Claim | None:
    doc = article.doc
    after = bisect_left(article.starts, q.end_char)
    number = _number_token(doc, article.token(q.start_char), after)
    counted = counted_noun(doc, after) if q.counted else None
    head = counted.head if counted else None
    anchor = head if head is not None and q.unit is None else max(number, after - 1)
    category = category_of(doc, q, number, head, _part_of(doc, number, before))
    if category is None and head is None and before is not None:
        if _goes_on(doc, article.token(q.start_char), number, before):
            category = before.category
        elif _takes_up(doc, after, before):
            category = _category_of_some(doc, number, before)
    attribution = article.said.over(q.start_char, q.end_char)
    if not _states_something(doc, q, category, head, number) or _speaks(doc, q, head) or _names_sources(article, q) or _is_compound(article.text, q):
        return None
    category = category or "other"
    denied = attribution is not None and attribution.polarity == "negative"
    status = "denied" if denied else status_of(doc, anchor, category, attribution is not None)
    return _record(article, q, counted, attribution, number, after, category, status, before)


def _record(
    article: _Article, q: Quantity, counted: Counted | None, attribution: Attribution | None, number: int, after: int, category: str, status: str, before: Claim | None
) -> Claim:
    start, end = _span(article, q, counted, number)
    sentence = sentence_of(article.doc, number)
    bounds = (sentence.start_char, sentence.end_char)
    begin, finish = window_of(article.doc, article.text, (start, end), _scope(bounds, attribution, start, end), article.timexes, status, article.published)
    return Claim(
        id=record_id("claim", start, end),
        start_char=start,
        end_char=end,
        text="",
        **{name: getattr(q, name) for name in ("rule", "value", "low", "high", "modifier", "change", "unit")},
        counted=_counted(article, q, after, before),
        category=category,
        status=status,  # type: ignore[arg-type]
        source_text=source_text(article.text, attribution) if attribution else None,
        source=attribution.source if attribution else (),
        speaker=attribution.speaker if attribution else None,
        via=chain(attribution) if attribution else (),
        window_begin=begin,
        window_end=finish,
        toponym_id=_place(article, start, end, bounds),
        attribution_id=attribution.id if attribution else None,
        quantity_id=q.id,
    )


def _number_token(doc: Doc, first: int, after: int) -> int:
    """The token that bears the number, of those in a quantity's span."""
    return next((i for i in range(first, after) if doc[i].tag_ == "CD"), max(first, after - 1))


def _part_of(doc: Doc, number: int, before: Claim | None) -> str | None:
    """The category of the whole, for "among them three medics" and "including two from abroad"."""
    if before is None or before.category not in en.DEGREES or not number:
        return None
    sentence = sentence_of(doc, number)
    near = {doc[i].lower_ for i in range(max(sentence.start, number - 4), number)}
    return before.category if before.start_char >= sentence.start_char and near & en.PART_WORDS else None


def _goes_on(doc: Doc, first: int, number: int, before: Claim) -> bool:
    """Whether a bare number goes on counting what the one before counted.

    "Another 19 were lost"; "265, down from about 1,440"; "117,000 lives (170,000 by other
    counts)". ``first`` is the token where the quantity starts, ``number`` the one that bears it.
    """
    near = {doc[i].lower_ for i in (first, number - 1, number + 1) if 0 <= i < len(doc)}
    gap = doc[first].idx - before.end_char
    if near & en.MORE:
        return gap < _NEAR
    return first > 0 and before.unit is None and gap < _CLOSE and doc[first - 1].lower_ in en.COMPARES


def _takes_up(doc: Doc, after: int, before: Claim) -> bool:
    """Whether "of them" behind the number takes up what the number before it counted."""
    return after + 1 < len(doc) and doc[after].lower_ == "of" and doc[after + 1].tag_ == "PRP" and doc[after].idx - before.end_char < _NEAR


def _category_of_some(doc: Doc, number: int, before: Claim) -> str:
    """What "four of them" are: as the whole ("14 wounded, four of them badly"), or persons of whom more is told."""
    kind = en.COUNTED_NOUNS.get((before.counted or "").rsplit(" ", 1)[-1].lower())
    return kind if kind and doc[number].dep_ in ("nsubj", "nsubjpass") else before.category


def _states_something(doc: Doc, q: Quantity, category: str | None, head: int | None, number: int) -> bool:
    """Whether a quantity says something countable about the world.

    An idle "one", a bare figure, "several factors", "three times" and "the two sides" do not.
    """
    if q.rule in ("number.one", "number.fold"):
        return q.rule == "number.one" and category is not None and not (_is_one_of(doc, number) and category in _STATES)
    if q.unit == "millimeter" and q.counted and en.COUNTED_NOUNS.get(q.counted.rsplit(" ", 1)[-1].lower()) == "equipment":
        return False  # "155mm howitzers": a calibre names the gun
    if q.unit is not None or q.change is not None or category not in (None, "personnel", "territory"):
        return True
    if category is None and (head is None or doc[head].lower_ in en.IDLE or (q.rule == "number.vague" and (q.low or 0) < 10)):
        return False
    return not (q.rule == "number.words" and (q.value or 0) < 5 and number > 0 and doc[number - 1].lower_ in en.KNOWN)


def _is_one_of(doc: Doc, number: int) -> bool:
    return number + 1 < len(doc) and doc[number + 1].lower_ == "of"


def _names_sources(article: _Article, q: Quantity) -> bool:
    """Whether the number counts those who speak: "two officials said"."""
    few = q.unit is None and q.rule in ("number.digits", "number.words", "number.one", "number.vague") and (q.value or q.low or 0) < 100
    return few and article.speakers.begin(q.start_char)


def _speaks(doc: Doc, q: Quantity, head: int | None) -> bool:
    """Whether the counted are who says something, where no attribution names them: "quoted one officer as saying"."""
    if head is None or q.unit is not None or (q.value or 99) > 9:
        return False
    noun = doc[head]
    return (noun.dep_ == "nsubj" and noun.head.lower_ in en.SAID) or (noun.dep_ in ("dobj", "pobj") and noun.head.lower_ in en.QUOTED)


def _is_compound(text: str, q: Quantity) -> bool:
    """Whether the number only describes a thing: "a nine-storey building", "the three-man crew"."""
    return q.unit is None and text[q.end_char : q.end_char + 1] == "-" and text[q.end_char + 1 : q.end_char + 2].isalpha()


def _span(article: _Article, q: Quantity, counted: Counted | None, number: int) -> tuple[int, int]:
    """Modifier, number and unit or counted noun head; "the other remaining" belongs to the number."""
    doc, start, end = article.doc, q.start_char, q.end_char
    if counted is not None and q.unit is None and not q.rule.endswith(("fraction", "ratio")):
        last = doc[counted.last]
        end = last.idx + len(last)
    i = article.token(start) - 1
    while i >= 0 and doc[i].lower_ in en.LEFT_OF_NUMBER:
        start = doc[i].idx
        i -= 1
    if start < q.start_char and i >= 0 and doc[i].lower_ == "the":
        start = doc[i].idx
    return start, end


def _scope(sentence: tuple[int, int], attribution: Attribution | None, start: int, end: int) -> tuple[int, int]:
    """Where the time of a number may stand: in the speaker's words, if these hold the number; else in the sentence."""
    for a, b in attribution.content if attribution else ():
        if a <= start and end <= b + 1:
            return max(a, sentence[0]), min(b, sentence[1])
    return sentence


def _counted(article: _Article, q: Quantity, after: int, before: Claim | None) -> str | None:
    doc = article.doc
    if q.counted:
        return q.counted
    if after + 1 < len(doc) and doc[after].lower_ == "of" and doc[after + 1].tag_ == "PRP":
        return _antecedent(article, q) or (before.counted if before is not None and _takes_up(doc, after, before) else None)
    if before is not None and before.counted and any(doc[i].lower_ in en.REMAINDERS for i in range(max(0, article.token(q.start_char) - 3), after)):
        return before.counted
    return before.counted if before is not None and q.unit is None and _goes_on(doc, article.token(q.start_char), _number_token(doc, article.token(q.start_char), after), before) else None


def _antecedent(article: _Article, q: Quantity) -> str | None:
    """The noun phrase before a dash that "of it" takes up: "The entire border – 75 percent of it"."""
    sentence = sentence_of(article.doc, article.token(q.start_char))
    left = article.text[sentence.start_char : q.start_char].rstrip()
    topic = left.rstrip("–—- ").lstrip("\"“'‘ ")
    return topic if left != topic and topic and left[-1] in "–—-" and len(topic) < 80 else None


def _place(article: _Article, start: int, end: int, sentence: tuple[int, int]) -> str | None:
    """The nearest place name of the sentence, one behind the number before one in front of it.

    Adjectives of places ("Russian ships") come last, and places in a speaker's name not at all.
    """
    first = bisect_left(article.toponyms, sentence[0], key=lambda t: t.start_char)
    best: tuple[bool, int, str] | None = None
    for t in article.toponyms[first:]:
        if t.start_char >= sentence[1]:
            break
        if article.speakers.hold(t.start_char):
            continue
        gap = t.start_char - end if t.start_char >= end else 2 * max(start - t.end_char, 0) + 5
        found = (t.role == "demonym", gap, t.id)
        best = found if best is None else min(best, found)
    return best[2] if best else None


register("news_claims", "claims", Claim, find_claims)
