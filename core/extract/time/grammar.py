"""The pattern language: token classes by name, compiled to regular expressions over class strings.

A pattern is a verbose regular expression whose capital words are token classes
(``core.extract.time.tokens.CHARS``) or the macros below; groups are named in lower case::

    (?P<mod>EDGE)? (?P<month>MON) (?P<day>DAYNUM) COMMA? (?P<year>YEARNUM)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.extract.lang.en import time as words
from core.extract.time.expressions import Expression, Matched
from core.extract.time.starts import LENGTH, Starts, may_begin, starts
from core.extract.time.tokens import CHARS, Tokens

MACROS: dict[str, str] = {
    "MON": "(?:MONTH|MAY|MONTHABBR DOT?)",
    "WD": "(?:WEEKDAY|WDABBR DOT?)",
    "NUMDAY": "(?:DAYNUM SUFFIX?)",
    "ORDAY": "(?:(?:NUMBERWORD HYPHEN?)? (?:ORDWORD|SECOND)|DAYNUM SUFFIX)",
    "DIGITS": "[DAYNUM INT HUNDREDS YEARNUM MILITARY]",
    "YEARWORDS": "(?:TEEN HYPHEN? NUMBERWORD (?:HYPHEN? NUMBERWORD)?)",
    "NUMBERWORD": "[NUMWORD TEEN]",
    "YEAR": "(?:YEARNUM|APOS (?:DAYNUM|INT)|YEARWORDS)",
    "CARD": "(?:DECIMAL|[DAYNUM INT HUNDREDS MILITARY] (?:FRACTION|HYPHEN FRACTION|AND ARTICLE HALF)?|FRACTION"
    "|NUMBERWORD (?:(?:HYPHEN|AND)? [NUMWORD TEEN MULTIPLIER]){0,4} (?:AND ARTICLE? HALF)?|ARTICLE? MULTIPLIER (?:AND? NUMBERWORD)?)",
    "AMOUNT": "(?:CARD (?:(?:TO|OR|HYPHEN) CARD)?|ARTICLE? COUPLE (?:OF|MORE)?|ARTICLE? FEW|SEVERAL"
    "|HALF ARTICLE?|ARTICLE HALF HYPHEN?|ARTICLE|ARTICLE? ANOTHER CARD?)",
    "UNITX": "[UNIT UNITS QUARTER QUARTERS WEEKEND]",
    "ABOUT": "(?:APPROX|CA DOT?)",
    "APPROXIMATELY": "(?:APPROX|CA DOT?|SOME|JUST? (?:MORE THAN|OVER (?!THE|SEVERAL))|NO MORE THAN|AT LEAST|UP TO)",
    "MODIFIED": "(?:THE? (?:[EARLY MID] HYPHEN? TO HYPHEN?)? (?:EARLY|EARLIER|LATE|LATER|MID|LATTER) (?:HYPHEN|PART OF|IN|ON)? THE?"
    "|THE? EDGE OF THE?|SOMETIME)",
    "WHICH": "(?:LAST|NEXT|PREVIOUS|FOLLOWING|SAME|THAT SAME?|THIS (?:PAST|COMING|SAME)?|CURRENT|COMING|PAST)",
    "PARTOFDAY": "(?:DAYPART|OVERNIGHT)",
    "NAMEDDAY": "(?:TODAY|YESTERDAY|TOMORROW|TONIGHT)",
    "TIMEOFDAY": "(?:CLOCK (?:AMPM)? |DAYNUM AMPM|CLOCKWORD)",
    "QUARTERNAME": "(?:(?:ORDWORD|SECOND) HYPHEN? [QUARTER QUARTERS])",
}  # fmt: skip
_NAME = re.compile(r"[A-Z][A-Z0-9]+")
_SET = re.compile(r"\[([A-Z0-9 ]+)\]")


def expand(pattern: str) -> str:
    """A pattern as a plain regular expression over class characters."""
    while any(name in MACROS for name in _NAME.findall(pattern)):
        pattern = _NAME.sub(lambda m: MACROS.get(m[0], m[0]), pattern)
    pattern = _SET.sub(lambda m: f"[{''.join(CHARS[n] for n in m[1].split())}]", pattern)
    return re.sub(r"\s+", "", _NAME.sub(lambda m: CHARS[m[0]], pattern))


class Match:
    """One match of a rule: its groups as tokens, and the tokens around it."""

    __slots__ = ("groups", "match", "tokens")

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        self.tokens = tokens
        self.match = match
        self.groups = match.re.groupindex

    def _span(self, group: str) -> tuple[int, int]:
        return self.match.span(group) if group in self.groups else (-1, -1)

    def __getitem__(self, group: str) -> list[str]:
        """Lower-case tokens of a group, empty where the match or the rule has none."""
        first, end = self._span(group)
        return [] if first < 0 else [t.lower() for t in self.tokens.texts[first:end]]

    def has(self, group: str) -> bool:
        """Whether the group took part."""
        return self._span(group)[0] >= 0

    def word(self, group: str) -> str:
        """First token of a group, empty where there is none."""
        first, end = self._span(group)
        return self.tokens.texts[first].lower() if end > first >= 0 else ""

    def all(self) -> list[str]:
        """Lower-case tokens of the whole match."""
        return [t.lower() for t in self.tokens.texts[self.match.start() : self.match.end()]]

    def before(self, count: int = 1) -> str:
        """The token ``count`` before the match, empty at the start of the text."""
        index = self.match.start() - count
        return self.tokens.texts[index] if index >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The token ``count`` after the match, empty at the end of the text."""
        index = self.match.end() + count - 1
        return self.tokens.texts[index] if index < len(self.tokens.texts) else ""

    def touches(self, index: int) -> bool:
        """Whether token ``index`` follows the one before it without a space."""
        return self.tokens.touches(index)

    def modifier(self, group: str = "mod") -> str | None:
        """TIMEX3 ``mod`` of the first word of the group that has one."""
        texts = self[group] if group else self.all()
        if texts[:1] == ["no"]:
            return "EQUAL_OR_LESS"
        return next((words.MODIFIERS[t] for t in texts if t in words.MODIFIERS), None)


Builder = Callable[[Match], Matched | None]
Carry = Callable[[Matched, Match], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and what builds its expression; a builder refuses with ``None``."""

    name: str
    pattern: re.Pattern[str]
    build: Builder
    starts: Starts
    """Class characters of which a match begins with one string."""


def rule(name: str, pattern: str, build: Builder) -> Rule:
    """Compile a pattern of the language above."""
    expanded = expand(pattern)
    return Rule(name, re.compile(expanded), build, starts(expanded))


MAX_RUN = 100
"""Tokens."""
Hit = tuple[int, int, Rule, Matched]
"""First token, end token, rule, expression."""


class Grammar:
    """Rules in order of precedence, tried at every token of the runs that a trigger is in."""

    def __init__(self, rules: Sequence[Rule], trigger: str, continuation: Rule, carry: Carry) -> None:
        """``trigger`` is a pattern without which no rule matches: it spares most of a text.

        ``continuation`` is tried after each expression, and ``carry`` makes of both the second
        expression of a range ("September 5-7").
        """
        self._continuation, self._carry = continuation, carry
        self.rules = tuple(rules)
        self._trigger = re.compile(expand(trigger))
        self._run = re.compile(f"[^{CHARS['OTHER']}]+")
        self._beginning: dict[str, tuple[Rule, ...]] = {}

    def find(self, tokens: Tokens) -> list[Hit]:
        """Expressions from left to right, none overlapping, as token ranges."""
        found: list[Hit] = []
        classes, other = tokens.classes, CHARS["OTHER"]
        position, size = 0, len(classes)
        while position < size and (trigger := self._trigger.search(classes, position)):
            start = max(position, classes.rfind(other, position, trigger.start()) + 1)
            run = self._run.match(classes, trigger.start())
            # A run is cut where no sentence is so long, so that odd texts take linear time.
            end = min(max(trigger.end(), run.end() if run else 0), max(start + MAX_RUN, trigger.end()))
            position = self._find_in_run(tokens, start, end, found)
        return found

    def _find_in_run(self, tokens: Tokens, position: int, end: int, found: list[Hit]) -> int:
        """The token from which to go on: behind an expression that runs over the end of a run that was cut."""
        classes, beginning = tokens.classes, self._beginning
        while position < end:
            two = classes[position : position + LENGTH]
            rules = beginning.get(two)
            if rules is None:
                rules = beginning[two] = tuple(r for r in self.rules if may_begin(r.starts, two))
            best = _first(tokens, position, rules) if rules else None
            if best is None:
                position += 1
                continue
            found.append(best)
            position = best[1]
            if second := self._second(tokens, best):
                found.append(second)
                position = second[1]
        return position

    def _second(self, tokens: Tokens, first: Hit) -> Hit | None:
        match = self._continuation.pattern.match(tokens.classes, first[1])
        expression = self._carry(first[3], Match(tokens, match)) if match else None
        if match is None or expression is None:
            return None
        return match.start("number"), match.end(), self._continuation, expression


def _first(tokens: Tokens, start: int, rules: Sequence[Rule]) -> Hit | None:
    """The first rule that matches at a token and whose builder does not refuse."""
    for candidate in rules:
        match = candidate.pattern.match(tokens.classes, start)
        if match is None or match.end() == start:
            continue
        expression = candidate.build(Match(tokens, match))
        if expression is not None:
            return start, match.end(), candidate, expression
    return None
