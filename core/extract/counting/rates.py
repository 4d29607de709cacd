"""Rates: what a number is per, "a day" in "$11m a day", "barrel" in "$58 per barrel".

A span of time has Pint's name where Pint has one; anything else is the word of the text.
A physical rate that Pint names ("30 miles per hour") is a unit and none of these.
"""

from __future__ import annotations

import re

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from core.extract.counting.counted import counted_noun
from core.extract.counting.dependents import dependents
from core.extract.lang.en import rates as en
from core.extract.lang.en.numbers import CARDINALS
from core.extract.lang.en.units import UNIT_WORDS
from core.extract.normalize.numbers import parse_digits
from core.extract.normalize.units import SYMBOLS

_LEAD = re.compile(r"(?P<lead>[ -]an?[ -]| ?/ ?|[ -]per[ -]| (?:for )?each | (?:for )?every )(?P<what>\d[\d,.]*|[a-z]+)(?:[ -](?P<next>[a-z]+))?(?!\w)")
_GOES_ON = frozenset((" ", "-", "/"))
"""What a rate begins with."""
_LEADS = frozenset((" a", " p", " e", " f", "-a", "-p", " /"))
_ADVERB = re.compile(r" (?P<what>hourly|daily|nightly|fortnightly|weekly|monthly|quarterly|yearly|annually)(?!\w)")
_EACH = re.compile(r" (?:each|apiece)(?=$|[.,;:)]| (?:for|to|in|from|on|and|at)\b)")
_EVERY = frozenset(word[0] for word in en.EVERY)
_NOT_A_RATE = re.compile(
    r"[ -](?:after|before|earlier|later|ago|prior|since|into|away|old|previously|beforehand|early|late|in advance|from now|of\b|and a half|or (?:so|two|more)|on(?=$|[.,;:]| from\b| since\b))\b"
)
"""Words behind "a day" that make it a time of its own: "killed 12 people a day after the vote"."""
_BEFORE = re.compile(
    r"(?P<article>\b(?:an?|the|its|their|his|her) )?(?<![a-z])(?P<every>hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual)(?P<between>(?: [a-z]+){0,3}?)"
    r"(?: (?:of|is|was|are|were|at|to|by|reached|averaged|averages|averaging|exceeding|exceeded|totalled|totaled|stands at|stood at))? ?$"
)
_WINDOW = 72
"""Characters in front of a number in which "a daily average of" stands."""
_NEAR = 300
"""Characters on either side of a number in which its clause says "every day"."""
_TIMELY = ("every", "each", "per ", "daily", "weekly", "monthly", "yearly", "annual", "hourly", "ightly", "quarterly")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_VBN = get_string_id("VBN")
_STEPS = 3
_MANY = 100
"""From so many on a bare number may be what is counted against: "2.3 per 10,000"."""


def rate_behind(doc: Doc, lower: str, end: int, money: bool, token: int) -> tuple[str | None, int]:
    """What a number is per by the words at ``end``, and where these end; ``None`` and ``end`` for no rate.

    ``token`` is the first token at or behind ``end``, ``lower`` the text in lower case;
    ``money`` may be "a barrel" too.
    "15 litres of water per person per day" is per ``person / day``.
    """
    if lower[end : end + 1] not in _GOES_ON:
        return None, end
    names: list[str] = []
    if (past := _past_participle(doc, end, token)) is not None:
        end, token = doc[past].idx + len(doc[past]), past + 1
    at, start = token, end
    while len(names) < 2 and (found := _one(doc, lower, end, money, at)) is not None:
        names.append(found[0])
        end = found[1]
        at = _token_at(doc, at, end)
    if not names:
        each = _EACH.match(lower, start) if lower[start + 1 : start + 2] in "ea" else None
        return ("each", each.end()) if each else (None, start)
    return " / ".join(names), end


def _past_participle(doc: Doc, end: int, token: int) -> int | None:
    """The participle between what is counted and its rate: "12 tonnes used annually", "20 men were killed a month"."""
    if token + 1 >= len(doc):
        return None
    word = doc[token]
    if word.idx != end + 1:
        return None
    if word.tag == _VBN:
        return token
    passive = word.lower_ in ("were", "was", "are", "is") and token + 2 < len(doc)
    return token + 1 if passive and doc[token + 1].lower_ in en.SUDDEN else None


def _one(doc: Doc, lower: str, end: int, money: bool, token: int) -> tuple[str, int] | None:
    m = _LEAD.match(lower, end) if lower[end : end + 2] in _LEADS or lower.startswith("/", end) else None
    if m is None:
        adverb = _ADVERB.match(lower, end) if lower[end + 1 : end + 2] in _EVERY else None
        return (en.EVERY[adverb["what"]], adverb.end()) if adverb else None
    lead, what = m["lead"].strip(" -"), m["what"]
    if lead in ("a", "an"):
        return _with_article(doc, lower, m, money, token)
    if name := en.RATE_TIMES.get(what):
        return None if lead != "per" and _NOT_A_RATE.match(lower, m.end("what")) else (name, m.end("what"))
    return _of_many(doc, m, lead, token) or (_per(doc, m, token) if lead in ("per", "for every", "for each") else None)


def _of_many(doc: Doc, m: re.Match[str], lead: str, token: int) -> tuple[str, int] | None:
    """ "every 10 minutes", "per 100,000 people"."""
    n = CARDINALS.get(m["what"]) or parse_digits(m["what"])
    if lead not in ("per", "every", "for every", "for each") or n is None:
        return None
    if m["next"] is None or m["next"] in ("per", "a", "an", "each"):
        return (m["what"], m.end("what")) if lead == "per" and n >= _MANY else None
    time = en.PLURALS.get(m["next"])
    if time is not None:
        return f"{n:g} {time}", m.end()
    noun = counted_noun(doc, _token_at(doc, token, m.start("next"))) if lead != "every" else None
    if noun is None:
        return None
    things = doc[noun.first : noun.last + 1]
    return f"{m['what']} {things.text.lower()}", things.end_char


def _with_article(doc: Doc, lower: str, m: re.Match[str], money: bool, token: int) -> tuple[str, int] | None:
    """ "a day" and, of money, "a barrel"; not "a day later" and not the start of another noun phrase."""
    name = en.RATE_TIMES.get(m["what"])
    if name is None and money and m["what"] in en.SOLD_BY:
        name = UNIT_WORDS.get(m["what"], m["what"])
    if name is None or _NOT_A_RATE.match(lower, m.end("what")):
        return None
    if not m["lead"].startswith("-") and (_goes_on(doc, token, m) or _is_given(doc, token)):
        return None
    return name, m.end("what")


def _goes_on(doc: Doc, token: int, m: re.Match[str]) -> bool:
    """Whether the noun belongs to a longer phrase ("a second chance", "a day shift")."""
    i = _token_at(doc, token, m.start("what"))
    if i >= len(doc):
        return False
    return doc[i].tag_ not in ("NN", "NNP", "") or (i + 1 < len(doc) and doc[i + 1].tag_ in _NOUNS and doc[i + 1].lower_ not in en.EVERY)


def _is_given(doc: Doc, token: int) -> bool:
    """Whether the time is what people get: "gave 500 families a week to leave"."""
    return any(doc[i].lower_ in en.GIVES for i in range(max(0, token - 8), min(token, len(doc))))


def _per(doc: Doc, m: re.Match[str], token: int) -> tuple[str, int] | None:
    """ "per barrel", "per square metre"; "per ministry figures" names a source."""
    what = m["what"]
    if m["next"] and (name := UNIT_WORDS.get(f"{what} {m['next']}")):
        return name, m.end("next")
    if name := en.PER_WORDS.get(what) or UNIT_WORDS.get(what) or SYMBOLS.get(what):
        return name, m.end("what")
    i = _token_at(doc, token, m.start("what"))
    if i >= len(doc) or doc[i].tag_ != "NN" or (i + 1 < len(doc) and doc[i + 1].tag_ in _NOUNS):
        return None
    return what, m.end("what")


def _token_at(doc: Doc, token: int, char: int) -> int:
    while token < len(doc) and doc[token].idx < char:
        token += 1
    return token


def rate_before(lower: str, start: int) -> str | None:
    """What a number is per by the words in front of it: "a daily 500 trucks", "a monthly salary of $200"."""
    window = lower[max(0, start - _WINDOW) : start]
    if "ly " not in window and "annual " not in window:
        return None
    m = _BEFORE.search(window)
    if m is None:
        return None
    between = m["between"].split()
    bare = m["article"] and not between and m.group().endswith(m["every"] + " ")
    return en.EVERY[m["every"]] if bare or en.FLOWS.intersection(between) else None


def rate_inside(counted: Token) -> str | None:
    """What a number is per by the adjective of what it counts: "30 daily attacks"."""
    return en.EVERY.get(counted.lower_)


def timely_words(lower: str) -> list[str]:
    """The words of ``rate_of_clause`` that a text has at all."""
    return [word for word in _TIMELY if word in lower]


def may_run_with_time(lower: str, timely: list[str], start: int, end: int) -> bool:
    """Whether one of ``timely`` stands anywhere near, which few numbers have and is cheap to see."""
    near = start - _NEAR if start > _NEAR else 0
    return any(lower.find(word, near, end + _NEAR) >= 0 for word in timely) if timely else False


def rate_of_clause(anchor: Token) -> str | None:
    """What a number is per by its verb: "cross the border every day", "is hit by 30 shells each night".

    ``anchor`` is the counted noun or the unit. Only what the verb itself counts runs with its
    time, and a subject only with verbs of coming, going and dying.
    """
    verb = _verb_of(anchor)
    if verb is None:
        return None
    for child in dependents(verb):
        if name := _time_of(child):
            return name
    return None


def _time_of(child: Token) -> str | None:
    """ "daily", "each day", "every 10 minutes" and "per day" as parts of a clause."""
    word = child.lower_
    if word in en.EVERY and child.tag_ == "RB":
        return en.EVERY[word]
    if word == "per":
        return next((en.RATE_TIMES[c.lower_] for c in dependents(child) if c.lower_ in en.RATE_TIMES), None)
    if child.dep_ not in ("npadvmod", "tmod", "dobj", "advmod") or not (word in en.RATE_TIMES or word in en.PLURALS):
        return None
    words = [c.lower_ for c in dependents(child)]
    if not {"each", "every"} & set(words):
        return None
    if word in en.RATE_TIMES:
        return en.RATE_TIMES[word]
    n = next((x for w in words if (x := CARDINALS.get(w) or parse_digits(w))), None)
    return f"{n:g} {en.PLURALS[word]}" if n else None


def _verb_of(anchor: Token) -> Token | None:
    token, relation = anchor, ""
    for _ in range(_STEPS):
        if token.tag_ in _VERBS and relation:
            definite = any(c.lower_ in ("the", "these", "those", "all") for c in dependents(anchor))
            streams = relation not in ("nsubj", "nsubjpass") or (not definite and (relation == "nsubjpass" or token.lower_ in en.STREAMS))
            return token if streams else None
        if token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
            relation = relation or token.dep_
        elif not (token.dep_ == "pobj" and token.head.lower_ == "by") and not (token.lower_ == "by" and token.dep_ in ("agent", "prep")):
            return None
        else:
            relation = relation or "agent"
        if token.head.i == token.i:
            return None
        token = token.head
    return token if token.tag_ in _VERBS and relation == "agent" else None
