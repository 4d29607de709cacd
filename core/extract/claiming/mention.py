"""A quantity in its article: the tokens that bear it, what it counts, and the claim before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Doc

from core.extract.claiming.clause import Path, path_up
from core.extract.claiming.points import Points
from core.extract.claiming.saying import Said, Speakers
from core.extract.claiming.sentence import sentences_of
from core.extract.columns import columns_of
from core.extract.component import article_of, records_of, text_of
from core.extract.counting.counted import Counted, counted_noun
from core.extract.lang.en.claims import LEFT_OF_NUMBER
from core.records import Attribution, Claim, Quantity, Span, Timex, Toponym


class Reading:
    """What the extractors before left on a Doc, looked up by place in the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        columns = columns_of(doc)
        self.starts, self.heads = columns.start, columns.head
        self.sentences = sentences_of(doc, self.text)
        self.points = Points(self.text)
        self.timexes: Sequence[Timex] = records_of(doc, "timexes", Timex)
        self.numbers = {q.start_char for q in records_of(doc, "quantities", Quantity)}
        self.toponyms: Sequence[Toponym] = [t for t in records_of(doc, "toponyms", Toponym) if t.role in ("location", "demonym")]
        attributions = records_of(doc, "attributions", Attribution)
        towns = frozenset((t.start_char, t.end_char) for t in self.toponyms if t.role == "location" and t.kind != "country")
        self.said = Said(attributions, self.text, towns)
        self.speakers = Speakers(attributions)
        self.published: str | None = article_of(doc).published

        self._paths: dict[int, Path] = {}

    def path(self, i: int) -> Path:
        """The token ``i`` and those above it; asked of a number and of a time again and again."""
        found = self._paths.get(i)
        if found is None:
            found = self._paths[i] = path_up(self.heads, i)
        return found

    def token(self, char: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.starts, char) - 1, 0)


class Mention(Struct, frozen=True):
    """A quantity with its tokens: ``first`` starts it, ``number`` bears it, ``after`` follows it.

    ``head`` is the token of the counted noun, ``anchor`` the one that stands for the whole in
    the parse: the counted noun, the unit, or the number.
    ``before`` is the claim in front of it, ``last_count`` the nearest in front that counts
    things, ``last_toll`` the nearest that counts dead or hurt, ``last_people`` the nearest that counts people.
    """

    quantity: Quantity
    first: int
    number: int
    after: int
    head: int | None
    anchor: int
    counted: Counted | None
    before: Claim | None
    last_count: Claim | None = None
    last_toll: Claim | None = None
    last_people: Claim | None = None

    def near_before(self, characters: int, at: int) -> bool:
        """Whether the claim before ends within ``characters`` of the token offset ``at``."""
        return self.before is not None and at - self.before.end_char < characters


def written(q: Quantity) -> str:
    """What wrote the number, without the rules by which it took over what it counts: ``number.digits``."""
    return q.rule.split("+", 1)[0]


def mention_of(
    reading: Reading, q: Quantity, before: Claim | None, last_count: Claim | None, last_toll: Claim | None, last_people: Claim | None = None
) -> Mention:
    """Find a quantity's tokens and its counted noun; ``before`` is the claim in front of it."""
    doc, first, after = reading.doc, reading.token(q.start_char), bisect_left(reading.starts, q.end_char)
    number = next((i for i in range(first, after) if doc[i].tag_ == "CD"), max(first, after - 1))
    counted = counted_noun(doc, after) if q.counted else None
    head = None if counted is None else counted.head
    anchor = head if head is not None and q.unit is None else max(number, after - 1)
    return Mention(q, first, number, after, head, anchor, counted, before, last_count, last_toll, last_people)


def span_of(reading: Reading, m: Mention) -> Span:
    """Modifier, number and unit or counted noun head; "the other remaining" belongs to the number."""
    doc, q = reading.doc, m.quantity
    start, end = q.start_char, q.end_char
    if m.counted is not None and q.unit is None and not written(q).endswith(("fraction", "ratio")):
        last = doc[m.counted.last]
        if not any(doc[i].idx in reading.numbers for i in range(m.after, m.counted.last)):
            end = last.idx + len(last)
    i = m.first - 1
    while i >= 0 and doc[i].lower_ in LEFT_OF_NUMBER:
        start = doc[i].idx
        i -= 1
    if start < q.start_char and i >= 0 and doc[i].lower_ == "the":
        start = doc[i].idx
    return start, end
