"""All rules in order of precedence: the first that matches at a token, and is not refused, wins."""

from __future__ import annotations

from core.extract.time.grammar import Grammar
from core.extract.time.rules_calendar import CALENDAR_RULES
from core.extract.time.rules_lengths import LENGTH_RULES
from core.extract.time.rules_relative import RELATIVE_RULES
from core.extract.time.rules_words import WORD_RULES

GRAMMAR = Grammar((*CALENDAR_RULES, *RELATIVE_RULES, *LENGTH_RULES, *WORD_RULES))
