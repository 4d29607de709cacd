"""Ellipsis: a bare number that counts what the number beside it counts.

"Killed nine policemen and wounded 30", "up from 2.4 million", "the lowest 74.07", "while the
other had 1,385": a number with neither unit nor counted noun takes them over from another
one of its sentence where the structure of both says so (gapping and right node raising in
Huddleston and Pullum, The Cambridge Grammar of the English Language, 2002, ch. 15 and 17).
What was taken over is named in the rule: ``counted.parallel``, ``unit.parallel``, ``per.parallel``;
``counted.whole`` for a part ("four of them"), ``parallel`` alone where the other number is bare too ("23 on Monday, 17 on Tuesday").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from core.extract.counting.dependents import dependents
from core.extract.counting.found import Found
from core.extract.counting.ranges import with_magnitude
from core.extract.lang.en.time import MONTHS, WEEKDAYS
from core.extract.lang.en.units import TIME_UNITS
from core.extract.normalize.units import is_money

_REACH = 160
"""Characters between two numbers of one structure."""
_NEAR = 60
_DONORS = 3
"""How many numbers back a parallel one may stand."""
_SHARES = 50.0
_SPAN = 1000.0
"""Two levels of one thing are no further apart, as a ratio."""
_AVERAGE = r"(?: (?:an?|the|its|their)(?: \w+)? (?:average|total|high|low|peak|record|low point|maximum|minimum|need|requirement|target|capacity|goal|quota|standard|norm|threshold|limit|ceiling) of)"
_LEVEL = re.compile(
    rf"(?P<how>\b(?:up|down|higher|lower|compared|increase|decrease|decline|rise|drop|fall)(?: \w+)? from|\bfrom|\bcompared (?:with|to)|\bin comparison (?:with|to)"
    rf"|\b(?:as opposed|as against) to|\bagainst|\bversus|\bvs\.?|\binstead of|\brather than|\b(?:more|fewer|less|higher|lower) than the){_AVERAGE}? $|(?P<under>\b(?:below|above|short of|over|under){_AVERAGE} $)"
)
_TO = re.compile(r"\b(?:to|at|of|was|were|is|are|hit|reached|totalled|totaled) $")
_REACHED = re.compile(
    r"(?: to |\bto (?:fall|rise|drop|climb|end|close|finish|settle|stand)(?: [a-z]+)?(?: at| to) )$"
)
_LOST = re.compile(r"\b(?:lost|lose|loses|losing|shed|sheds|shedding) $")
_ENDED = re.compile(r"\b(?:end|ends|ended|close|closes|closed|finish|finished|settle|settled|stand|stands|stood|traded|trading)\b[^;:]{0,24}? at $")
_HAD = re.compile(r"(?:\b(?:with|had|has|have|recorded|saw|reported|counted|got|won|lost|at|of))(?: [a-z]+)? $")
_OF_THEM = re.compile(r"(?: each)? of (?:them|whom|which)\b")
_EXTREME = re.compile(r"\bthe (?:\w+est|most|least)(?: [a-z]+){0,2}?(?: (?:is|was|at|of|being))?,? $")
_SET_BESIDE = re.compile(r"\b(?:while|whereas|followed by|ahead of|trailed by)\b[^.;:]* (?:with|had|has|have|recorded|saw|reported|counted|got|won|lost) $")
_LISTED = frozenset((" and ", ", ", ", and ", " or "))
_FROM_TO = frozenset((" to ", " to a ", " to about ", " to around ", " to some ", " to nearly ", " to almost ", " to over ", " to more than "))
_FRAME = re.compile(r"(?: (?:were|was|have been|has been|had been|are|is))?(?: [a-z]+(?:ed|n|t))? (?P<of>in|at|near|from|on|for|by|against|to|outside|inside)\b")
_BRACKET = re.compile(r" \([^()]{1,60}\)")
_WHEN = re.compile(
    rf" (?:(?:in|during|by) (?:[12]\d\d\d|{'|'.join(MONTHS)})|(?:on )?(?:{'|'.join(WEEKDAYS)})|yesterday|today"
    r"|(?:last|this|next|the previous|the following|the next|the same) (?:year|quarter|month|week|day|night|season|spring|summer|autumn|winter)"
    r"|(?:an?|one|two|three|four|five|six) (?:year|quarter|month|week|day|decade|hour)s? (?:ago|earlier|before|later|on))\b"
)
_AND = re.compile(r"^(?:[^.;:]|\.(?=\d))*(?:,| and|, and|, but| but| plus) $")
_OF_WHOLE = re.compile(r"\b(?:of|among) (?:the |these |those |its |their |some )?$")
_PASSIVE = re.compile(r" (?:(?:were|was|are|have been|had been|has been) )?[a-z]+(?:,|,? and) (?:another |a further )?$")
"""What stands between "11 soldiers" and "23" in "11 soldiers were killed and 23 wounded"."""
_PARTICIPLE = re.compile(r" (?:were |was )?(?:killed|wounded|injured|hurt|missing|arrested|detained|displaced|captured|kidnapped|abducted|destroyed|damaged|hospitali[sz]ed)\b")
_PART = re.compile(r"^[^.;:]{0,40},? (?:including|among them) $")
_MILLIONS = re.compile(r"\b(?:m|b)illion\b")
_WIDE = r"(?:wide|long|high|tall|deep|thick|across)\b"
_DIMENSION = re.compile(rf" {_WIDE}(?:,|,? and|,? by) (?:about |some )?$")
_IS_WIDE = re.compile(f" {_WIDE}")
_STEM = 4
"""Letters that two forms of one verb share: "we fire 10,000, while the other side fires 2,000"."""
_STANDS_ALONE = re.compile(r"(?=$|[.,;:)\n\"”’]| \(| (?:that|which|it|they|he|she|in|on|at|by|near|from|for|to|during|of them|and|while|but|or|last|this|as|when|after|before|over|since|the|dead|killed|wounded|injured|missing|others?|a|per|wide|long|high|tall|deep|thick|across)\b)")
_OBJECTS = ("dobj", "nsubjpass", "nsubj", "pobj", "attr", "appos")
_TAKEN = frozenset(("lives", "deaths", "fatalities", "bodies", "corpses"))
_VERBS = frozenset(("VBD", "VBN", "VBZ", "VBP", "MD"))
_BARE = frozenset(("digits", "words", "range", "vague"))


def inherit(doc: Doc, lower: str, found: Sequence[Found]) -> None:
    """Fill in what the bare numbers of a text take over from those beside them."""
    if len(found) < 2:
        return
    _share_last_rate(lower, found)
    for n, f in enumerate(found):
        if n and f.counted_text is None and _OF_THEM.match(lower, f.end):
            _take_whole(doc, found[:n], f)
            continue
        if f.amount.kind not in _BARE or f.unit in TIME_UNITS:
            continue
        if n + 1 < len(found) and (_shares_unit(lower, f, found[n + 1]) or _takes_from_next(lower, f, found[n + 1]) or _set_beside_next(doc, lower, f, found[n + 1])):
            continue
        if n and not (f.unit is None and f.counted is None) and f.per is None:
            _share_rate(lower, found[n - 1], f)
        elif n and f.unit is None and f.counted is None and _stands_alone(doc, lower, f):
            donor = _donor(doc, lower, found[max(0, n - _DONORS) : n], f)
            if donor is not None:
                _give(donor, f)


def _share_last_rate(lower: str, found: Sequence[Found]) -> None:
    """ "25 kg of rice and 5 litres of oil a month", "40 shells and 12 rockets a day": the rate is of both."""
    for n in range(len(found) - 2, -1, -1):
        f, following = found[n], found[n + 1]
        if f.per is not None or following.per is None or following.end == following.amount.end or lower[f.end : following.amount.start] not in _LISTED:
            continue
        if is_money(f.unit) == is_money(following.unit) and (f.unit or f.counted) and (following.unit or following.counted) and f.amount.kind != "ratio":
            _give_rate(following, f)


def _stands_alone(doc: Doc, lower: str, f: Found) -> bool:
    """Whether nothing behind a bare number could be what it counts."""
    if _STANDS_ALONE.match(lower, f.end):
        return True
    return f.after < len(doc) and doc[f.after].tag_ in _VERBS and not any(c.dep_ == "attr" for c in dependents(doc[f.token].head))


def _give(donor: Found, f: Found) -> None:
    if donor.unit is not None:
        f.unit = donor.unit
        f.inherited.append("unit.parallel")
    if donor.counted_text is not None:
        f.counted_text = donor.counted_text
        f.inherited.append("counted.parallel")


def _give_rate(donor: Found, f: Found) -> None:
    if donor.per is not None and f.per is None:
        f.per = donor.per
        f.inherited.append("per.parallel")


def _shares_unit(lower: str, f: Found, following: Found) -> bool:
    """ "Returned 27 and 41 square kilometres": the unit is of both; of things it could be another clause ("killed 5 and 41 men fled")."""
    if f.unit or f.counted or following.unit is None or following.unit in TIME_UNITS or is_money(following.unit) or lower[f.end : following.amount.start] not in (" and ", " or "):
        return False
    if f.amount.kind != following.amount.kind or not _comparable(f, following):
        return False
    _give(following, f)
    return True


def _takes_from_next(lower: str, f: Found, following: Found) -> bool:
    """ "From 24.2 to 33-35 billion euros", "from 40 to 60 trucks a day": the first takes unit, magnitude, noun and rate."""
    if lower[f.end : following.amount.start] not in _FROM_TO or not lower.endswith("from ", 0, f.amount.start) or following.unit in TIME_UNITS:
        return False
    if f.unit is None and f.counted is None and (following.unit or following.counted_text):
        with_magnitude(lower, f.amount, following.amount)
        _give(following, f)
    if f.unit == following.unit:
        _give_rate(following, f)
    return True


def _set_beside_next(doc: Doc, lower: str, f: Found, following: Found) -> bool:
    """ "Kyiv was hit hardest with 41, while Sumy had 12 strikes": the first counts what the second does."""
    if f.unit or f.counted or following.unit or following.counted_text is None or following.amount.start - f.end > _REACH:
        return False
    if not (_SET_BESIDE.search(lower, f.end, following.amount.start) and _HAD.search(lower, max(0, f.amount.start - 24), f.amount.start)):
        return False
    if "." in lower[f.end : following.amount.start] or not _comparable(f, following) or not _stands_alone(doc, lower, f):
        return False
    _give(following, f)
    return True


def _take_whole(doc: Doc, before: Sequence[Found], f: Found) -> None:
    """ "Nine policemen, four of them officers": the part counts what its whole does."""
    for donor in reversed(before[-_DONORS:]):
        if f.amount.start - donor.end > _REACH or any(doc[i].is_sent_start for i in range(donor.token + 1, f.token + 1)):
            return
        if donor.unit is None and donor.counted_text is not None:
            if f.unit == "percent" or f.amount.kind == "fraction" or _is_part(donor, f):
                f.counted_text = donor.counted_text
                f.inherited.append("counted.whole")
            return


def _share_rate(lower: str, donor: Found, f: Found) -> None:
    """ "$58 a barrel, up from $52": a level of the same thing is per the same."""
    if donor.per is None or donor.unit != f.unit or not _is_level(lower, donor, f):
        return
    if f.unit is not None or f.counted_text == donor.counted_text:
        _give_rate(donor, f)


def _donor(doc: Doc, lower: str, before: Sequence[Found], f: Found) -> Found | None:
    """The number that a bare one is parallel to, ``None`` where no structure says so."""
    near: list[Found] = []
    for donor in reversed(before):
        if f.amount.start - donor.end > _REACH or any(doc[i].is_sent_start for i in range(donor.token + 1, f.token + 1)):
            break
        if donor.unit not in TIME_UNITS and not (donor.unit and lower.endswith("within ", 0, donor.amount.start)):
            near.append(donor)
    if (whole := next((d for d in near if is_money(d.unit)), None)) is not None and _is_same_money(lower, whole, f):
        return whole
    if near and _is_level(lower, near[0], f):
        _give_rate(near[0], f)
        return near[0]
    if any(not (d.unit or d.counted_text) and _is_framed(lower, d, f) for d in near[:2]):
        f.inherited.append("parallel")
        return None
    able = [d for d in near if (d.unit or d.counted_text) and not (d.unit and d.amount.change) and not _has_sign(d)]
    reached = next((d for d in near if d.amount.change and _is_reached(lower, d, f)), None)
    if reached is not None:
        return reached
    contrast = next((d for d in able if _is_contrast(lower, d, f)), None)
    if contrast is not None:
        _give_rate(contrast, f)
        return contrast
    return next((d for d in able if _is_framed(lower, d, f)), None) or next(
        (d for d in able if not is_money(d.unit) and _is_coordinate(doc, d, f)), None  # "15 dollars and 50" are cents
    )


def _is_same_money(lower: str, donor: Found, f: Found) -> bool:
    """ "Pledged $1.3 billion, a third of the 4.27 billion that it needs": a sum in the same magnitude, of the whole."""
    return _MILLIONS.search(lower, f.amount.start, f.end) is not None and _OF_WHOLE.search(lower, max(0, f.amount.start - 12), f.amount.start) is not None and _MILLIONS.search(lower, donor.amount.start, donor.end) is not None


def _is_reached(lower: str, donor: Found, f: Found) -> bool:
    """Whether a change leads to the number as a level: "rose 12 points to 1,204", "lost 162 points, or 2 percent, to close at 7,425"."""
    if donor.unit == "percent" or not (donor.unit or donor.counted_text) or _has_sign(donor) or not _comparable(donor, f):
        return False
    gap = lower[donor.end : f.amount.start]
    if not _REACHED.search(gap) or (gap != " to " and ";" in gap):
        return False
    return donor.counted_text == "points" or not _LOST.search(lower, max(0, donor.amount.start - 9), donor.amount.start)


def _has_sign(donor: Found) -> bool:
    """Whether its money is a sign before the digits, that a second amount of money would have too."""
    return is_money(donor.unit) and donor.amount.end == donor.amount.number_end


def _is_framed(lower: str, donor: Found, f: Found) -> bool:
    """ "40 men in Homs, 12 in Hama and three in Idlib"; "of the 60 people, 23 drowned"."""
    gap = lower[donor.end : f.amount.start]
    if gap == ", " and _OF_WHOLE.search(lower, max(0, donor.amount.start - 12), donor.amount.start):
        return True
    if _PART.search(gap):
        return donor.counted_text is not None and donor.unit is None and _is_part(donor, f)
    if _PASSIVE.match(gap) and _PARTICIPLE.match(lower, f.end):
        return donor.counted_text is not None and donor.unit is None
    if _DIMENSION.match(gap) and _IS_WIDE.match(lower, f.end):
        return donor.unit is not None
    return _AND.match(gap) is not None and _comparable(donor, f) and _in_one_frame(lower, _past_bracket(lower, donor.end), _past_bracket(lower, f.end))


def _past_bracket(lower: str, end: int) -> int:
    """Behind the conversion of a number: "40,000 yen ($270) for"."""
    bracket = _BRACKET.match(lower, end)
    return bracket.end() if bracket else end


def _in_one_frame(lower: str, one: int, other: int) -> bool:
    """Whether the same preposition, or a time each, stands behind both: "in Homs ... in Hama", "in 2018 ... last year"."""
    if (first := _FRAME.match(lower, one)) and (second := _FRAME.match(lower, other)) and first["of"] == second["of"]:
        return True
    return _WHEN.match(lower, one) is not None and _WHEN.match(lower, other) is not None


def _is_part(donor: Found, f: Found) -> bool:
    part, whole = f.amount.value or f.amount.low, donor.amount.value or donor.amount.high
    return part is None or whole is None or part <= whole


def _is_level(lower: str, donor: Found, f: Found) -> bool:
    """Whether both are levels of one thing: "rose to 45 people from 32", "40, compared with 20 a year earlier"."""
    if donor.amount.change is not None or f.amount.start - donor.end > _REACH or not _comparable(donor, f):
        return False
    gap = lower[donor.end : f.amount.start]
    if gap == " to ":
        return lower.endswith("from ", 0, donor.amount.start)
    m = _LEVEL.search(gap)
    if m is None or "." in gap or (m["under"] and donor.unit == "percent"):
        return False  # "15 percent over the limit of 10,000"
    return m["how"] != "from" or (len(gap) < _NEAR and bool(_TO.search(lower, max(0, donor.amount.start - 12), donor.amount.start)))


def _comparable(donor: Found, f: Found) -> bool:
    a, b = (next((abs(v) for v in (x.amount.value, x.amount.low, x.amount.high) if v), None) for x in (donor, f))
    span = _SHARES if "percent" in (donor.unit, f.unit) else _SPAN
    return a is None or b is None or 1 / span < a / b < span


def _is_contrast(lower: str, donor: Found, f: Found) -> bool:
    """ "The highest is 84.75 cents, the lowest 74.07"; "2,483 strikes, while the other had 1,385"."""
    if f.amount.start - donor.end > _REACH or not _comparable(donor, f):
        return False
    gap = lower[donor.end : f.amount.start]
    if _EXTREME.search(gap):
        return _EXTREME.search(lower, max(0, donor.amount.start - _NEAR), donor.amount.start) is not None
    return _SET_BESIDE.search(gap) is not None or _same_verb(lower, donor, f, gap)


def _same_verb(lower: str, donor: Found, f: Found, gap: str) -> bool:
    """ "They fire 10,000 rounds a day while the other side fires 2,000"; "ended at 1,463 points, while the other closed at 1,334"."""
    if "while " not in gap and "whereas " not in gap:
        return False
    if _ENDED.search(lower, max(0, f.amount.start - _NEAR), f.amount.start):
        return _ENDED.search(lower, max(0, donor.amount.start - _NEAR), donor.amount.start) is not None
    one, other = (lower[max(0, x.amount.start - 24) : x.amount.start].split()[-1:] for x in (donor, f))
    return bool(one and other) and len(one[0]) >= _STEM and one[0][:_STEM] == other[0][:_STEM]


def _is_coordinate(doc: Doc, donor: Found, f: Found) -> bool:
    """Whether the parse coordinates the two numbers, or the verbs that have them as the same argument."""
    one, other = donor.anchor(doc), doc[f.token]
    number = doc[donor.token]
    if other.dep_ == "conj":
        return other.head.i in (one.i, number.i) or (other.head.dep_ == "conj" and other.head.head.i in (one.i, number.i))
    if other.dep_ not in _OBJECTS or one.dep_ not in _OBJECTS:
        return False
    verb, first = other.head, one.head
    if one.lower_ in _TAKEN:
        return False  # "claimed 217 lives and injured 5,000"
    return verb.dep_ == "conj" and verb.head.i == first.i and _same_argument(one, other) and not _has_own_subject(verb, other)


def _same_argument(one: Token, other: Token) -> bool:
    if "pobj" in (one.dep_, other.dep_):
        return one.dep_ == other.dep_ and one.head.lower_ == other.head.lower_
    return one.dep_ == other.dep_ or {one.dep_, other.dep_} == {"nsubj", "nsubjpass"}


def _has_own_subject(verb: Token, other: Token) -> bool:
    return other.dep_ == "dobj" and any(c.dep_ == "nsubj" for c in dependents(verb))
